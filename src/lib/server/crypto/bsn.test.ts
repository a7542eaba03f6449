import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blindIndex } from '#lib/server/crypto/blind-index.ts';
import { isBsn, maskBsn, nineDigits } from '#lib/server/crypto/bsn.ts';
import * as keyring from '#lib/server/crypto/keyring.ts';

// Numbers of the ranges for testing; 12345672 has eight digits: 1×8+2×7+3×6+4×5+5×4+6×3+7×2−2 = 110 = 10×11.
test.each(['999990019', '999993653', '012345672', '12345672'])('%s is a BSN', (bsn) => {
	expect(isBsn(bsn)).toBe(true);
});

test.each([
	'999990018',
	'000000000',
	'00000000',
	'1234567',
	'9999900190',
	'99999001x',
	' 999990019',
	'999990019\n',
	'999.990.019',
	'٩٩٩٩٩٠٠١٩',
	'',
])('%o is no BSN', (text) => {
	expect(isBsn(text)).toBe(false);
});

test('one wrong digit or two digits swapped is always noticed', () => {
	const bsn = '999993653';
	for (let at = 0; at < 9; at += 1) {
		for (let digit = 0; digit < 10; digit += 1) {
			const other = `${bsn.slice(0, at)}${digit}${bsn.slice(at + 1)}`;
			expect(isBsn(other)).toBe(other === bsn);
		}
		const swapped = `${bsn.slice(0, at)}${bsn[at + 1] ?? ''}${bsn[at] ?? ''}${bsn.slice(at + 2)}`;
		expect(isBsn(swapped)).toBe(swapped === bsn);
	}
});

test('a masked BSN shows three digits, and a text that is no BSN nothing', () => {
	expect(maskBsn('999993653')).toBe('******653');
	expect(maskBsn('12345672')).toBe('******672');
	expect(maskBsn('jan')).toBe('*********');
	expect(nineDigits('12345672')).toBe('012345672');
});

test('a blind index finds the same person again, in one tenant, under one key', async () => {
	const root = mkdtempSync(join(tmpdir(), 'blind-index-'));
	const keys = await keyring.create(join(root, 'keys'));
	const otherKeys = await keyring.create(join(root, 'other'));
	rmSync(root, { recursive: true });
	const index = blindIndex(keys, 'heerenveen', '012345672');
	expect(index).toMatch(/^[\w-]{43}$/);
	expect(blindIndex(keys, 'heerenveen', '12345672')).toBe(index);
	const others = [
		blindIndex(keys, 'heerenveen', '999990019'),
		blindIndex(keys, 'ferm-werk', '012345672'),
		blindIndex(otherKeys, 'heerenveen', '012345672'),
	];
	expect(new Set([index, ...others]).size).toBe(4);
	expect(() => blindIndex(keys, 'heerenveen', '012345673')).toThrow('Only a BSN has a blind index');
	expect(() => blindIndex(keys, 'a|b', '012345672')).toThrow(TypeError);
});
