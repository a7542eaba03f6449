import type { KeyObject } from 'node:crypto';
import type { Keyring } from '#lib/server/crypto/keyring.ts';
import { SealProblem } from '#lib/server/crypto/seal-problem.ts';

/** The data key that encrypts all that is new. */
export function newestKey(keyring: Keyring): KeyObject {
	return keyOfVersion(keyring, keyring.newestVersion);
}

/** The data key of a version. Throws SealProblem when the keyring lacks it: an operator took it out too early. */
export function keyOfVersion(keyring: Keyring, version: number): KeyObject {
	const key = keyring.dataKeys.get(version);
	if (key === undefined) throw new SealProblem('unknown-key');
	return key;
}
