import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isReviewedIn } from '../../lib/languages/review.ts';
import * as spreadsheets from '../../lib/server/spreadsheets/spreadsheets.ts';
import { readTexts } from './catalogue-files.ts';
import { exported, imported } from './i18n.ts';

const own = fileURLToPath(new URL('../../../messages', import.meta.url));
const by = ['--by', 'Kim Post', '--on', '2026-11-22'];
const kinds = spreadsheets.kinds;

let folder: string;
let messages: string;
let said: string[];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'i18n-'));
	messages = join(folder, 'messages');
	await cp(own, messages, { recursive: true, filter: (from) => !from.includes('.inlang') });
	said = [];
	for (const to of ['log', 'error'] as const)
		vi.spyOn(console, to).mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(async () => {
	vi.restoreAllMocks();
	await rm(folder, { recursive: true });
});

const fileOf = (kind: string) => join(folder, `sheet.${kind}`);
const send = (kind: string, ...flags: string[]) =>
	exported(['ar', fileOf(kind), ...flags], messages);
const bring = (kind: string, ...flags: string[]) =>
	imported(['ar', fileOf(kind), ...by, ...flags], messages);

/** Every file of the folder by name, with what is in it. */
async function fingerprint(): Promise<Record<string, string>> {
	const names = (await readdir(messages)).toSorted();
	const hashes = names.map(async (name) => {
		const content = await readFile(join(messages, name));
		return [name, createHash('sha256').update(content).digest('hex')];
	});
	return Object.fromEntries(await Promise.all(hashes)) as Record<string, string>;
}

/** Opens the file, changes lines as a translator does, and saves it. */
async function edit(kind: spreadsheets.Kind, change: (line: string[], index: number) => string[]) {
	const read = await spreadsheets.read(kind, await readFile(fileOf(kind)));
	if (!read.ok) throw new Error(read.why);
	const lines = read.table.map((line, index) => change(line.map(String), index));
	const sheet = { name: 'x', isRightToLeft: true, columns: [], lines };
	await writeFile(fileOf(kind), await spreadsheets.written(kind, sheet));
}

const set = (key: string, cells: Readonly<Record<number, string>>) => (line: string[]) =>
	line[0] === key ? line.map((cell, at) => cells[at] ?? cell) : line;

describe.each(kinds)('as %s', (kind) => {
	it('an export that nobody changed changes nothing, byte for byte', async () => {
		const before = await fingerprint();
		expect(await send(kind)).toBe(0);
		expect(await bring(kind)).toBe(0);
		expect(said.at(-1)).toBe('ar: 0 texts and 0 reviews changed.');
		expect(await fingerprint()).toEqual(before);
	});

	it('a file with one wrong line changes nothing, and the line is named', async () => {
		const before = await fingerprint();
		await send(kind);
		await edit(
			kind,
			set('today_title', { 4: 'أهلًا {name}. ماذا الآن؟', 6: 'translated', 7: 'Amal' }),
		);
		const wrong = await spreadsheets.read(kind, await readFile(fileOf(kind)));
		const line = wrong.ok ? wrong.table.findIndex(([key]) => key === 'today_nothing_text') + 1 : 0;
		await edit(kind, set('today_nothing_text', { 4: '' }));
		expect(await bring(kind)).toBe(1);
		expect(said).toContainEqual(
			expect.stringMatching(new RegExp(`^line ${line}, translation: The text is empty`)),
		);
		expect(said.at(-1)).toContain('1 faults. Nothing was changed.');
		expect(await fingerprint()).toEqual(before);
	});

	it('a good one changes that text and its review, and approval takes the mark away', async () => {
		const before = await fingerprint();
		await send(kind, '--unreviewed');
		const people = { 6: 'approved', 7: 'Amal', 8: 'Basil' };
		await edit(kind, set('today_title', { 4: 'أهلًا {name}. ماذا الآن؟', ...people }));
		expect(await bring(kind)).toBe(1);
		expect(said.join()).toContain('--approve');
		expect(await fingerprint()).toEqual(before);
		expect(await bring(kind, '--approve')).toBe(0);
		expect(said.slice(-2)).toEqual([
			'ar: 1 texts and 1 reviews changed.',
			'They are shown after the next build.',
		]);
		const after = await fingerprint();
		expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([
			'ar.json',
			'review.json',
		]);
		const { catalogues, reviews } = await readTexts(messages);
		expect(isReviewedIn(reviews, catalogues, 'today_title', 'ar')).toBe(true);
		expect(isReviewedIn(reviews, catalogues, 'today_nothing_text', 'ar')).toBe(false);
		expect((await stat(join(messages, 'ar.json'))).mode & 0o044).toBe(0o044);
		expect(await bring(kind, '--approve')).toBe(0);
		expect(await fingerprint()).toEqual(after);
	});
});

describe('what spreadsheet programs make of a CSV', () => {
	const resaved: Record<string, (text: string) => string | Promise<string>> = {
		'Unix line ends and no mark': (text) => text.replaceAll('\r\n', '\n').slice(1),
		'commas, and quotes around everything': (text) => commas(text),
		'empty lines at the end': (text) => `${text};;;;;;;;;;;\r\n\r\n;;\r\n`,
		'no line end at the end': (text) => text.trimEnd(),
	};
	it.each(Object.keys(resaved))('%s', async (habit) => {
		const before = await fingerprint();
		await send('csv');
		const text = await readFile(fileOf('csv'), 'utf8');
		await writeFile(fileOf('csv'), (await resaved[habit]?.(text)) ?? '');
		expect(await bring('csv')).toBe(0);
		expect(said.at(-1)).toBe('ar: 0 texts and 0 reviews changed.');
		expect(await fingerprint()).toEqual(before);
	});

	async function commas(text: string): Promise<string> {
		const read = await spreadsheets.read('csv', Buffer.from(text));
		if (!read.ok) throw new Error(read.why);
		const quoted = read.table.map((line) =>
			line.map((cell) => JSON.stringify(cell).replaceAll('\\"', '""').replaceAll('\\n', '\n')),
		);
		return quoted.map((line) => line.join(',')).join('\r\n');
	}
});

describe('a file that is none', () => {
	it.each<[string, string, string | Buffer, RegExp]>([
		['csv', 'nothing', '', /The column "key" is not there/],
		[
			'csv',
			'another text',
			'Dear Kim,\nhere are the translations.',
			/The column "key" is not there/,
		],
		['csv', 'Windows letters', Buffer.from([0x6b, 0x65, 0x79, 0x3b, 0xeb]), /UTF-8/],
		['csv', 'UTF-16', Buffer.from('\uFEFFkey;', 'utf16le'), /UTF-8/],
		['csv', 'a million lines', 'key;\n'.repeat(999_999), /20,000 lines/],
		['csv', 'a quote without end', 'key;"x\n', /damaged/],
		['csv', 'an XLSX', Buffer.from('PK\u0003\u0004\0\0'), /not what its name says/],
		['xlsx', 'nothing', '', /not what its name says/],
		['xlsx', 'a CSV', 'key;plural form', /not what its name says/],
		['xlsx', 'a broken archive', Buffer.from('PK\u0003\u0004 and then nothing'), /damaged/],
		['csv', 'six megabytes', Buffer.alloc(6_000_000, 'x'), /5 MB/],
	])('%s: %s', async (kind, _, content, says) => {
		const before = await fingerprint();
		await writeFile(fileOf(kind), content);
		expect(await bring(kind)).toBe(1);
		expect(said.join('\n')).toMatch(says);
		expect(said.at(-1)).toMatch(/Nothing was changed\.$/);
		expect(await fingerprint()).toEqual(before);
	});

	it('that is not there', async () => {
		expect(await bring('csv')).toBe(1);
		expect(said).toEqual([expect.stringMatching(/cannot be read: ENOENT.*Nothing was changed\.$/)]);
		expect(await exported(['ar', '/dev/null/x.csv'], messages)).toBe(1);
		expect(said.at(-1)).toMatch(/cannot be written: E/);
	});
});

it.each([
	[],
	['ar'],
	['nl', 'x.csv', ...by],
	['xx', 'x.csv', ...by],
	['ar', 'x.ods', ...by],
	['ar', 'x.csv'],
	['ar', 'x.csv', '--by', ' ', '--on', '2026-11-22'],
	['ar', 'x.csv', '--by', 'Kim', '--on', '2026-02-30'],
	['ar', 'x.csv', ...by, '--aprove'],
	['ar', 'x.csv', 'y.csv', ...by],
])('%j tells how it is asked', async (...args) => {
	expect(await imported(args, messages)).toBe(2);
	expect(said.join()).toContain('i18n import LANGUAGE FILE');
	expect(await exported([...args, '--missing', '--stale'], messages)).toBe(2);
});
