import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from './archive.ts';
import * as spreadsheets from './spreadsheets.ts';

const sheetOf = (lines: readonly (readonly string[])[]) => ({
	name: 'Blad',
	isRightToLeft: false,
	columns: [],
	lines,
});

/** What XML can hold; a line end stays what it is within a cell. */
const anyText = fc
	.string({ unit: 'binary', maxLength: 12 })
	.map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''));
const cell = fc.oneof(
	anyText,
	fc.constantFrom(
		'=1+1',
		'"',
		';',
		',',
		'a\nb',
		' x ',
		"'",
		'_x0041_',
		'007',
		'1-2',
		'TRUE',
		'<&>',
	),
);

describe.each(spreadsheets.kinds)('%s', (kind) => {
	it('gives back every text as it was', async () => {
		const line = fc.array(cell, { minLength: 3, maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
				const all = [['key', 'a', 'b'], ...lines, ['end', 'x', 'y']];
				const read = await spreadsheets.read(kind, await spreadsheets.written(kind, sheetOf(all)));
				expect(read).toEqual({ ok: true, table: all });
			}),
			{ numRuns: 60 },
		);
	});

	it('is known by the name of the file', () => {
		expect(spreadsheets.kindOf(`Arabisch.${kind.toUpperCase()}`)).toBe(kind);
		expect(spreadsheets.kindOf(kind)).toBeNull();
		expect(spreadsheets.kindOf(`x.${kind}.exe`)).toBeNull();
	});
});

describe('a text that is a name which every object has', () => {
	it.each(Object.getOwnPropertyNames(Object.prototype))('%s stays what it is', async (text) => {
		const all = [
			['key', text],
			[text, 'x'],
		];
		const read = await spreadsheets.read('xlsx', await spreadsheets.written('xlsx', sheetOf(all)));
		expect(read).toEqual({ ok: true, table: all });
	});
});

describe('a date in an XLSX', () => {
	/** Cells that a program shows as a date: the style with the number format 14. */
	async function dates(cells: readonly string[], workbook = '') {
		const parts = await partsOf();
		const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
		const xfs = '<cellXfs count="1"><xf numFmtId="14" xfId="0"/></cellXfs>';
		const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
		const row = cells.map((cell, at) => `<c r="${'ABCDEFGH'[at]}1" s="0"${cell}`).join('');
		const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1">${row}</row></sheetData></worksheet>`;
		parts.set('xl/styles.xml', Buffer.from(styles.replace(/<cellXfs.*<\/cellXfs>/s, xfs)));
		parts.set('xl/worksheets/sheet1.xml', Buffer.from(sheet));
		const book = parts.get('xl/workbook.xml')?.toString('utf8') ?? '';
		parts.set(
			'xl/workbook.xml',
			Buffer.from(
				book.replace(/<workbookPr[^>]*\/>/, '').replace('<sheets>', `${workbook}<sheets>`),
			),
		);
		const read = await spreadsheets.read('xlsx', deflated(parts));
		return read.ok ? read.table[0] : read.why;
	}
	const number = (value: number | string) => `><v>${value}</v></c>`;
	const is = (day: string | null, minutes: number | null) => ({ is: 'date', day, minutes });

	it('is read as the day, whatever the time of that day', async () => {
		expect(await dates([46326, 46326.4, 46326.999, 3654].map(number))).toEqual([
			is('2026-10-31', null),
			is('2026-10-31', null),
			is('2026-10-31', null),
			is('1910-01-01', null),
		]);
	});

	it('below a year is a length of time, in whole minutes', async () => {
		expect(await dates([0.520833333333333, 1.77083333333333, 0, 0.00001].map(number))).toEqual([
			is(null, 750),
			is(null, 2550),
			is(null, 0),
			is(null, null),
		]);
	});

	it('is neither when it is nothing that anybody writes', async () => {
		expect(await dates([400, 3653, 99999, -1].map(number))).toEqual(
			Array.from({ length: 4 }, () => is(null, null)),
		);
	});

	it('counts from 1904 where the workbook says so', async () => {
		const book = '<workbookPr date1904="1"/>';
		expect(await dates([44864].map(number), book)).toEqual([is('2026-10-31', null)]);
	});

	it.each(['1e308', 'NaN', 'Infinity', '', 'x'])('that is %s harms nothing', async (value) => {
		const read = await dates([number(value)]);
		expect(['damaged', [is(null, null)], [''], undefined]).toContainEqual(read);
	});
});

describe('an XLSX from elsewhere', () => {
	it.each<[string, string, unknown]>([
		[
			'a formula',
			'<row r="1"><c r="A1" t="str"><f>1+1</f><v>2</v></c></row>',
			{ ok: true, table: [[{ is: 'formula' }]] },
		],
		[
			'a formula after an empty cell',
			'<row r="1"><c r="A1"/><c r="B1"><f/></c></row>',
			{ ok: true, table: [['', { is: 'formula' }]] },
		],
		['a number', '<row r="1"><c r="A1"><v>0.10</v></c></row>', { ok: true, table: [['0.10']] }],
		[
			'whole numbers as Java writes them',
			'<row r="1"><c r="A1"><v>9.99990019E8</v></c><c r="B1"><v>200.0</v></c></row>',
			{ ok: true, table: [['999990019', '200']] },
		],
		[
			'yes or no',
			'<row r="1"><c r="A1" t="b"><v>1</v></c></row>',
			{ ok: true, table: [[{ is: 'yes or no', isYes: true }]] },
		],
		[
			'yes or no as LibreOffice writes it',
			'<row r="1"><c r="A1" t="b"><f aca="false">TRUE()</f><v>1</v></c></row>',
			{ ok: true, table: [[{ is: 'yes or no', isYes: true }]] },
		],
		[
			'a line far below',
			'<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
			{ ok: false, why: 'tooManyLines' },
		],
		[
			'a cell far aside',
			'<row r="1"><c r="XFD1"><v>1</v></c></row>',
			{ ok: false, why: 'tooLarge' },
		],
		[
			'a place that is none',
			'<row r="1e9"><c r="A1"><v>1</v></c></row>',
			{ ok: false, why: 'damaged' },
		],
		[
			'a place in disguise',
			'<row r="&#49;048576"><c><v>1</v></c></row>',
			{ ok: false, why: 'damaged' },
		],
		['a million lines', '<row/>'.repeat(1_000_000), { ok: false, why: 'tooManyLines' }],
		[
			'a cell without an end',
			`<row r="1">${'<c>'.repeat(1000)}</row>`,
			{ ok: false, why: 'damaged' },
		],
		[
			'cells within cells',
			`<row r="1">${'<c>'.repeat(1000)}${'</c>'.repeat(1000)}</row>`,
			{ ok: false, why: 'damaged' },
		],
		[
			'a formula in a cell that does not say where it is',
			'<row r="1"><c t="str"><f>1+1</f><v>2</v></c></row>',
			{ ok: false, why: 'damaged' },
		],
	])('%s', async (_, rows, expected) => {
		expect(await spreadsheets.read('xlsx', await withRows(rows))).toEqual(expected);
	});

	it('of which reading takes no longer for every formula, or for every tag that has no end', async () => {
		const tags = `<row r="1"><c r="A1"><v>1</v></c></row><!--${'<c '.repeat(1_000_000)}-->`;
		const line = (nth: number) =>
			`<row r="${nth}">${[...'ABCDEFGH'].map((letter) => `<c r="${letter}${nth}"><f>1</f></c>`).join('')}</row>`;
		const formulas = Array.from({ length: 4000 }, (_, nth) => line(nth + 1)).join('');
		expect(await spreadsheets.read('xlsx', await withRows(tags))).toMatchObject({ ok: true });
		const read = await spreadsheets.read('xlsx', await withRows(formulas));
		expect(read.ok && read.table[3999]?.[7]).toEqual({ is: 'formula' });
	}, 4000);

	it('with two sheets, with its own kinds of XML, or with none', async () => {
		const parts = await partsOf();
		const sheet = parts.get('xl/worksheets/sheet1.xml') ?? Buffer.alloc(0);
		const two = new Map(parts).set('xl/worksheets/sheet2.xml', sheet);
		expect(await spreadsheets.read('xlsx', packed(two))).toEqual({ ok: false, why: 'twoSheets' });
		const entities = new Map(parts).set('xl/sharedStrings.xml', Buffer.from('<!DOCTYPE x>'));
		expect(await spreadsheets.read('xlsx', packed(entities))).toEqual({
			ok: false,
			why: 'damaged',
		});
		const text = packed(new Map([['word/document.xml', Buffer.from('<x/>')]]));
		expect(await spreadsheets.read('xlsx', text)).toEqual({ ok: false, why: 'notThisKind' });
	});

	it('that unpacks to more than any export', async () => {
		const bomb = new Map(await partsOf()).set('xl/worksheets/sheet1.xml', Buffer.alloc(70_000_000));
		const archive = deflated(bomb);
		expect(archive.length).toBeLessThan(200_000);
		expect(await spreadsheets.read('xlsx', archive)).toEqual({ ok: false, why: 'tooLarge' });
	});

	it('of which any byte was changed is read or refused, and throws nothing', async () => {
		const good = await spreadsheets.written('xlsx', sheetOf([['key', 'a']]));
		const change = fc.record({ at: fc.nat(good.length - 1), to: fc.nat(255), cut: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(change, async ({ at, to, cut }) => {
				const bytes = Buffer.from(cut ? good.subarray(0, at) : good);
				if (!cut) bytes[at] = to;
				expect(await spreadsheets.read('xlsx', bytes)).toHaveProperty('ok');
			}),
			{ numRuns: 300 },
		);
	});
});

async function partsOf(): Promise<Map<string, Buffer>> {
	const parts = unpacked(await spreadsheets.written('xlsx', sheetOf([['x']])), 1_000_000);
	if (typeof parts === 'string') throw new Error(parts);
	return new Map(parts);
}

async function withRows(rows: string): Promise<Buffer> {
	const parts = await partsOf();
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const sheet = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
	return deflated(parts.set('xl/worksheets/sheet1.xml', Buffer.from(sheet)));
}

/** As programs pack: deflated. Sizes and checksums are those of what is inside. */
function deflated(parts: ReadonlyMap<string, Buffer>): Buffer {
	const stored = packed(parts);
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = stored.readUInt32LE(stored.length - 6);
	let offset = 0;
	for (const [name, content] of parts) {
		const length = 46 + Buffer.byteLength(name);
		const entry = Buffer.from(stored.subarray(at, at + length));
		const data = deflateRawSync(content, { level: 9 });
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(data.length, 20);
		entry.writeUInt32LE(offset, 42);
		const local = Buffer.concat([
			Buffer.from('PK\u0003\u0004'),
			entry.subarray(6, 32),
			Buffer.from(name),
		]);
		files.push(local, data);
		directory.push(entry);
		offset += local.length + data.length;
		at += length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.from(stored.subarray(stored.length - 22));
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, listed, end]);
}
