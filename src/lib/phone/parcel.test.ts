import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId } from '#lib/server/id.ts';
import { fourBytes, joined } from './bytes.ts';
import { newParcelId, pack, type Parcel, unpack } from './parcel.ts';

const madeAt = Date.UTC(2026, 10, 23, 9, 30);

const parcel: Parcel = {
	id: 'AAAAAAAAAAAAAAAAAAAAAA',
	owner: 'BBBBBBBBBBBBBBBBBBBBBB',
	kind: 'hours',
	madeAt,
	isWhole: true,
	fields: { activity: 'volunteering', minutes: '120', note: 'ምሳሌ, مثال' },
	files: [
		{ name: 'foto.jpg', type: 'image/jpeg', bytes: Uint8Array.of(255, 216, 0) },
		{ name: 'leeg.pdf', type: 'application/pdf', bytes: new Uint8Array() },
		{ name: 'foto.jpg', type: 'image/jpeg', bytes: Uint8Array.of(7) },
	],
};

test('what was packed is unpacked as it was', () => {
	expect(unpack(pack(parcel))).toEqual(parcel);
});

test('any fields and files come out as they went in', () => {
	const files = fc.array(
		fc.record({ name: fc.string(), type: fc.string(), bytes: fc.uint8Array() }),
		{ maxLength: 4 },
	);
	const texts = fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), {
		noNullPrototype: true,
	});
	fc.assert(
		fc.property(texts, files, (fields, files) => {
			expect(unpack(pack({ ...parcel, fields, files }))).toEqual({ ...parcel, fields, files });
		}),
	);
});

test('every cut of a parcel is none', () => {
	const whole = pack(parcel);
	for (let length = 0; length < whole.length; length += 1) {
		expect(unpack(whole.subarray(0, length))).toBeNull();
	}
	expect(unpack(joined(whole, Uint8Array.of(0)))).toBeNull();
});

test.each([
	{ ...parcel, v: 2, files: [] },
	{ ...parcel, v: 1, files: [], kind: 'toString' },
	{ ...parcel, v: 1, files: [], fields: { minutes: 120 } },
	{ ...parcel, v: 1, files: [], fields: ['a'] },
	{ ...parcel, v: 1, files: [], madeAt: 1.5 },
	{ ...parcel, v: 1, files: [], id: 1 },
	{ ...parcel, v: 1, files: [{ name: 'a', type: 'b', size: -1 }] },
	{ ...parcel, v: 1, files: {} },
	[],
	null,
])('a head of another shape is none (%#)', (head) => {
	const json = new TextEncoder().encode(JSON.stringify(head));
	expect(unpack(joined(fourBytes(json.length), json))).toBeNull();
});

test('any bytes are read without a mistake', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => unpack(bytes) === null));
});

test('ids have the shape of those of the server, and no two are the same', () => {
	const ids = Array.from({ length: 100 }, newParcelId);
	expect(ids.every(isId)).toBe(true);
	expect(new Set(ids).size).toBe(100);
});
