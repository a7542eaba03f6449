import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import { seal, sealVersion } from './seal.ts';
import { sealKeyPair, unseal } from './unseal.ts';

const bound = { id: 'AAAAAAAAAAAAAAAAAAAAAA', owner: 'BBBBBBBBBBBBBBBBBBBBBB' };
const packed = new TextEncoder().encode('twee uur in de moestuin');
const pair = await sealKeyPair(new Uint8Array(32).fill(1));
const key = { version: 7, publicKey: pair.publicKey };

/** What seals is written here and what opens is a library: each shows that the other keeps to the standard. */
test('what was sealed opens with the private key, and not with another', async () => {
	const sealed = await seal(packed, bound, key);
	expect(await unseal(sealed, bound, pair.privateKey)).toEqual(packed);
	const other = await sealKeyPair(new Uint8Array(32).fill(2));
	expect(await unseal(sealed, bound, other.privateKey)).toBeNull();
});

test('it opens neither under another id nor for another owner', async () => {
	const sealed = await seal(packed, bound, key);
	const id = 'CCCCCCCCCCCCCCCCCCCCCC';
	expect(await unseal(sealed, { ...bound, id }, pair.privateKey)).toBeNull();
	expect(await unseal(sealed, { ...bound, owner: id }, pair.privateKey)).toBeNull();
});

test('the same content is sealed differently each time', async () => {
	expect(await seal(packed, bound, key)).not.toEqual(await seal(packed, bound, key));
});

test('it says which key opens it, in four bytes after its mark', async () => {
	const sealed = await seal(packed, bound, key);
	expect([...sealed.subarray(0, 7)]).toEqual([77, 80, 49, 0, 0, 0, 7]);
	expect(sealed.length).toBe(3 + 4 + 65 + packed.length + 16);
	expect(sealVersion(sealed)).toBe(7);
});

test('nothing of its content can be read in it', async () => {
	const sealed = await seal(packed, bound, key);
	expect(new TextDecoder('latin1').decode(sealed)).not.toContain('moestuin');
});

describe('what was changed does not open', () => {
	test.each([0, 1, 2, 8, 71, 80, -1])('at byte %s', async (at) => {
		const sealed = await seal(packed, bound, key);
		const place = at < 0 ? sealed.length + at : at;
		sealed[place] = (sealed[place] ?? 0) ^ 1;
		expect(await unseal(sealed, bound, pair.privateKey)).toBeNull();
	});

	test('nor what is cut', async () => {
		const sealed = await seal(packed, bound, key);
		expect(sealVersion(sealed.subarray(0, 72))).toBeNull();
		expect(await unseal(sealed.subarray(0, -1), bound, pair.privateKey)).toBeNull();
	});
});

test('the keys follow from the secret, and the public one is a point of 65 bytes', async () => {
	const again = await sealKeyPair(new Uint8Array(32).fill(1));
	expect(again.publicKey).toBe(pair.publicKey);
	expect(fromBase64Url(pair.publicKey).length).toBe(65);
	expect(toBase64Url(fromBase64Url(pair.publicKey))).toBe(pair.publicKey);
});

/** RFC 9180, A.3: DHKEM(P-256, HKDF-SHA256); the key pair that follows from `ikmR`. */
test('the keys are those of the standard', async () => {
	const ikm = '668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550';
	const point =
		'04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82' +
		'6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0';
	const { publicKey } = await sealKeyPair(Uint8Array.from(Buffer.from(ikm, 'hex')));
	expect(Buffer.from(fromBase64Url(publicKey)).toString('hex')).toBe(point);
});
