import { hkdfSync, type KeyObject } from 'node:crypto';
import { sealKeyPair } from '#lib/phone/unseal.ts';
import { keyOfVersion } from '../crypto/data-key.ts';
import type { Schema } from '../db/schema.ts';
import type { Portal } from '../portal.ts';

type Row = Schema['phones']['$inferSelect'];
type Pair = Awaited<ReturnType<typeof sealKeyPair>>;

/**
 * The key of the copy on somebody's own phone: it follows from the phone's row, so the portal keeps none, and another
 * choice on the same phone has another. Base64url, 32 bytes.
 */
export function copyKeyOf({ keyring, tenant }: Portal, { accountId, id, keyVersion }: Row): string {
	const key = keyOfVersion(keyring, keyVersion);
	return derived(key, `own phone|${tenant.id}|${accountId}|${id}`).toString('base64url');
}

/** The public key to which phones seal what they cannot send yet. */
export async function sealKeyOf(
	portal: Portal,
): Promise<{ readonly version: number; readonly publicKey: string }> {
	const version = portal.keyring.newestVersion;
	const pair = await sealPairOf(portal, version);
	if (!pair) throw new Error('the newest data key is not there');
	return { version, publicKey: pair.publicKey };
}

/** The pair of keys that opens what was sealed under a version of the data key; null where that version is not known. */
export async function sealPairOf(
	{ keyring, tenant }: Portal,
	version: number,
): Promise<Pair | null> {
	const key = keyring.dataKeys.get(version);
	if (!key) return null;
	const known = pairs.get(key) ?? new Map<string, Promise<Pair>>();
	pairs.set(key, known);
	const pair = known.get(tenant.id) ?? sealKeyPair(derived(key, `parcels|${tenant.id}`));
	known.set(tenant.id, pair);
	return pair;
}

/** Pairs by data key and tenant: making one takes a multiplication on the curve. */
const pairs = new WeakMap<KeyObject, Map<string, Promise<Pair>>>();

function derived(key: KeyObject, info: string): Buffer {
	return Buffer.from(hkdfSync('sha256', key, '', info, 32));
}
