import { deflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { isBarePdf } from '#lib/server/proofs/bare-pdf.ts';
import { pdf } from '#lib/server/proofs/pdf-samples.ts';
import { rebuilt } from '#lib/server/proofs/pdf-rebuilding.ts';

let bare: string;

beforeAll(async () => {
	const { pdf: bytes } = await rebuilt(pdf());
	bare = Buffer.from(bytes).toString('latin1');
	expect(await isBarePdf(Buffer.from(bytes), 1)).toBe(true);
});

/** The same file with something else in it, and a table that is right again. */
function changed(from: string | RegExp, to: string): Buffer {
	expect(bare).toMatch(from);
	const text = bare.replace(from, () => to);
	const table = text.lastIndexOf('xref\n', text.lastIndexOf('trailer'));
	const starts = new Map(
		[...text.matchAll(/(\d+) 0 obj\n/g)].map(({ 1: number, index }) => [number, index]),
	);
	let number = 0;
	const right = text.slice(table).replace(/\d{10} 00000 n/g, () => {
		number += 1;
		return `${String(starts.get(String(number)) ?? 0).padStart(10, '0')} 00000 n`;
	});
	return Buffer.from(
		text.slice(0, table) + right.replace(/startxref\n\d+/, `startxref\n${table}`),
		'latin1',
	);
}

test('the table can be mended, so that a refusal is for what was changed', async () => {
	expect(await isBarePdf(changed('842', '841'), 1)).toBe(true);
});

const packedText = (text: string) => deflateSync(Buffer.from(text)).toString('latin1');

test.each<[string, () => Buffer]>([
	[
		'a script',
		() => changed('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS <00> >>'),
	],
	[
		'a script under a name in code',
		() => changed('/Type /Catalog', '/Type /Catalog /#4fpenAction <<\n>>'),
	],
	['an unknown key', () => changed('/Type /Catalog', '/Type /Catalog /New true')],
	['an action among the fonts', () => changed('/F1 ', '/F2 << /Type /Action >> /F1 ')],
	['a forbidden name among the fonts', () => changed('/F1 ', '/JS null /F1 ')],
	['its things elsewhere', () => changed(/\/Resources <<[^]*?>>\n>>/, '/Resources 1 0 R')],
	['a key twice', () => changed('/Type /Catalog', '/Type /Catalog /Type /Catalog')],
	['an author', () => changed('<<\n/Size', '<<\n/Info 1 0 R\n/Size')],
	['a comment', () => changed('/Type /Catalog', '%<script>\n/Type /Catalog')],
	['a string in brackets', () => changed('/Type /Catalog', '/Type (x) /Kids')],
	['something between its objects', () => changed('endobj\n\n2 0 obj', 'endobj\n\n<html>2 0 obj')],
	['a stream that is not packed', () => changed('/Filter /FlateDecode\n', '')],
	['a stream in an unknown packing', () => changed('/FlateDecode', '/JBIG2Decode')],
	['a photo that is none', () => changed('/FlateDecode', '/DCTDecode')],
	[
		'a stream of objects',
		() => changed('/Filter /FlateDecode', '/Type /ObjStm /Filter /FlateDecode'),
	],
	[
		'a stream with a tail',
		() => changed(/\/Length \d+\n>>\nstream\n[^]*?\nendstream/, longer('x', 'tail')),
	],
	[
		'a stream that is broken',
		() => changed(/\/Length \d+\n>>\nstream\n[^]*?\nendstream/, longer('', 'broken')),
	],
	['a tail', () => Buffer.from(`${bare}<html>`, 'latin1')],
	['a head', () => Buffer.from(`<html>${bare}`, 'latin1')],
	[
		'a wrong table',
		() => Buffer.from(bare.replace(/(\d{10}) 00000 n/, '0000000001 00000 n'), 'latin1'),
	],
	[
		'a table that leads elsewhere',
		() => Buffer.from(bare.replace(/startxref\n\d+/, 'startxref\n99'), 'latin1'),
	],
	['two pages that it does not own up to', () => changed('/Type /Catalog', '/Type /Page')],
])('a rebuilt paper with %s is refused', async (_, make) => {
	expect(await isBarePdf(make(), 1)).toBe(false);
});

function longer(text: string, tail: string): string {
	const content = (text && packedText(text)) + tail;
	return `/Length ${content.length}\n>>\nstream\n${content}\nendstream`;
}
