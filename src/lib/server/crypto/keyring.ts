import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '#lib/server/crypto/durable-file.ts';
import { type KeyLine, parseKeyLines } from '#lib/server/crypto/key-lines.ts';
import { KeyProblem } from '#lib/server/crypto/key-problem.ts';

export { KeyProblem };

/**
 * The secrets of one installation. `dataKeys` encrypt, by version, the newest for all that is new; `blindIndexKey`
 * only makes look-up values, so that whoever gets one kind of key has not got the other; `cookieKey` protects the
 * short-lived cookies of signing in. KeyObjects, because those do not show their content when they are logged.
 */
export type Keyring = Readonly<{
	dataKeys: ReadonlyMap<number, KeyObject>;
	newestVersion: number;
	blindIndexKey: KeyObject;
	cookieKey: KeyObject;
}>;

const fileName = 'keys.jsonl';

/** Reads the keys of `folder`. Throws KeyProblem, one sentence for the operator, when they cannot be trusted. */
export function open(folder: string): Keyring {
	return keyringOf(read(folder), join(folder, fileName));
}

/** Makes the first keys in `folder`, readable by the owner alone. Throws KeyProblem when there are keys already. */
export async function create(folder: string): Promise<Keyring> {
	await write(
		folder,
		[
			{ use: 'data', version: 1, key: newKey() },
			{ use: 'blind-index', version: 1, key: newKey() },
			{ use: 'cookie', version: 1, key: newKey() },
		],
		'keep',
	);
	return open(folder);
}

/** Adds a data key, which from then on encrypts all that is new; what the older ones sealed still opens. */
export async function addDataKey(folder: string): Promise<Keyring> {
	const { newestVersion } = open(folder);
	const added: KeyLine = { use: 'data', version: newestVersion + 1, key: newKey() };
	await write(folder, [...read(folder), added], 'replace');
	return open(folder);
}

function read(folder: string): KeyLine[] {
	const path = join(folder, fileName);
	try {
		if ((statSync(path).mode & 0o077) !== 0) {
			throw new KeyProblem(`The key file ${path} is open to others: run "chmod 600 ${path}".`);
		}
		return parseKeyLines(readFileSync(path, 'utf8'), path);
	} catch (problem) {
		if (problem instanceof KeyProblem) throw problem;
		throw new KeyProblem(
			`The key file ${path} cannot be read (${codeOf(problem)}); make the first with: npm run portal -- keys create.`,
		);
	}
}

async function write(
	folder: string,
	lines: readonly KeyLine[],
	existing: 'replace' | 'keep',
): Promise<void> {
	const path = join(folder, fileName);
	const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
	try {
		await writeDurably(path, Buffer.from(text), existing);
	} catch (problem) {
		if (codeOf(problem) === 'EEXIST') {
			throw new KeyProblem(
				`The key file ${path} exists already; it is never replaced by new keys.`,
			);
		}
		throw new KeyProblem(`The key file ${path} cannot be written (${codeOf(problem)}).`);
	}
}

function keyringOf(lines: readonly KeyLine[], path: string): Keyring {
	const dataKeys = new Map(
		lines.filter(({ use }) => use === 'data').map(({ version, key }) => [version, secret(key)]),
	);
	if (dataKeys.size === 0) throw new KeyProblem(`The key file ${path} has no data key.`);
	return {
		dataKeys,
		newestVersion: Math.max(...dataKeys.keys()),
		blindIndexKey: onlyKey(lines, 'blind-index', path),
		cookieKey: onlyKey(lines, 'cookie', path),
	};
}

function onlyKey(lines: readonly KeyLine[], use: KeyLine['use'], path: string): KeyObject {
	const [first, ...more] = lines.filter((line) => line.use === use);
	if (first === undefined || more.length > 0) {
		throw new KeyProblem(`The key file ${path} must have exactly one ${use} key.`);
	}
	return secret(first.key);
}

function newKey(): string {
	return randomBytes(32).toString('base64url');
}

function secret(key: string): KeyObject {
	return createSecretKey(key, 'base64url');
}

function codeOf(problem: unknown): string {
	return problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown reason';
}
