/**
 * Hostile files of every kind, made here: none ends the process, nothing but a bare JPEG or a bare PDF comes out of
 * them, and reading them stays within the memory that a decoder gets. `npm run fuzz` takes thousands of new ones.
 */
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languagesOffered } from '#lib/languages/languages.ts';
import { problemLabel } from '#lib/languages/labels/problems.ts';
import { isBareJpeg } from './bare-jpeg.ts';
import { isBarePdf } from './bare-pdf.ts';
import { heic } from './heic-samples.ts';
import { canary, phonePhoto, picture, png, withJpegSize } from './hostile-samples.ts';
import { sniff } from './file-type.ts';
import { peakOf } from './peak.ts';
import { rebuilt } from './pdf-rebuilding.ts';
import { active, bombs, pdf, withPicture } from './pdf-samples.ts';
import { problemOf } from './proofs.ts';
import { redrawn } from './redrawing.ts';
import { safeFileOf } from './safe-file.ts';

const isFuzzing = process.env['PROPERTY_SEED'] !== undefined;
const ofEach = isFuzzing ? 1500 : 60;
const mostBytes = 512 * 1024 * 1024;

const kinds = [
	'jpeg',
	'gps',
	'png',
	'webp',
	'heic',
	'tiles',
	'pdf',
	'form',
	'photo in a pdf',
] as const;
const sources = new Map<(typeof kinds)[number], Buffer>();
const log = console.log;

beforeAll(async () => {
	// What the parser of PDF mends, and what the decoder of HEIC cannot read, they tell of here.
	console.log = console.warn = () => undefined;
	const exif = Buffer.from(`\0\0\0\0Exif\0\0MM\0*${canary}`, 'latin1');
	sources.set('jpeg', await picture(64, 48).jpeg().toBuffer());
	sources.set('gps', await phonePhoto());
	sources.set('png', await picture(64, 48).png().toBuffer());
	sources.set('webp', await picture(64, 48).webp().toBuffer());
	sources.set('heic', heic({ exif, turned: 1 }));
	sources.set('tiles', heic({ exif, grid: { columns: 2, rows: 2 } }));
	sources.set('pdf', pdf({ pages: 2 }));
	sources.set('form', active['a form']?.() ?? pdf());
	const entries =
		'/Width 64 /Height 48 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode';
	sources.set('photo in a pdf', withPicture(entries, source('jpeg')));
});

afterAll(() => {
	console.log = log;
});

function source(kind: (typeof kinds)[number]): Buffer {
	return sources.get(kind) ?? expect.fail(`no ${kind}`);
}

/** What becomes of a file, read in this very process; it throws when something else comes out than may. */
async function fate(file: Buffer): Promise<'taken' | 'refused'> {
	const type = sniff(file);
	if (type === null) return 'refused';
	if (type === 'pdf') {
		const { head, pdf: paper } = await rebuilt(file);
		if (!head.ok) return 'refused';
		expect(await isBarePdf(Buffer.from(paper), head.pageCount)).toBe(true);
		expect(Buffer.from(paper).includes(canary)).toBe(false);
		return 'taken';
	}
	const { head, jpeg } = await redrawn(file, type);
	if (!head.ok) return 'refused';
	expect(isBareJpeg(jpeg)).toBe(true);
	expect(jpeg.includes(canary)).toBe(false);
	return 'taken';
}

test.each(kinds)(
	'%s: the whole file is taken, and a file that ends too early is not',
	async (kind) => {
		const whole = source(kind);
		expect(await fate(whole)).toBe('taken');
		const cuts = Array.from({ length: 24 }, (_, at) =>
			Math.floor((whole.length * (at + 0.5)) / 25),
		);
		for (const at of cuts) expect([at, await fate(whole.subarray(0, at))]).toEqual([at, 'refused']);
	},
);

test.each(kinds)('%s: with bytes changed it is refused or made anew', async (kind) => {
	const whole = source(kind);
	const change = fc.tuple(
		fc.nat(),
		fc.constantFrom('one', 'turn', 'insert', 'cut', 'repeat'),
		fc.nat(255),
	);
	const fates: string[] = [];
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
			fates.push(await fate(changes.reduce(changed, whole)));
		}),
		{ numRuns: ofEach, endOnFailure: true },
	);
	expect(fates).toContain('refused');
	expect(await fate(whole)).toBe('taken');
});

/** Every other change lies in the first kilobytes, where a file says what it is: a decoder passes over most others. */
function changed(file: Buffer, [place, how, value]: readonly [number, string, number]): Buffer {
	const room = Math.max(1, file.length - 12);
	const at = 12 + (place % (place % 2 === 0 ? Math.min(room, 4096) : room));
	const [before, after] = [file.subarray(0, at), file.subarray(at)];
	if (how === 'insert') return Buffer.concat([before, Buffer.alloc(1 + (value % 8), value), after]);
	if (how === 'cut') return Buffer.concat([before, after.subarray(1 + (value % 8))]);
	if (how === 'repeat') return Buffer.concat([before, after.subarray(0, value), after]);
	const copy = Buffer.from(file);
	copy[at] = how === 'turn' ? (copy[at] ?? 0) ^ (1 << (value % 8)) : value;
	return copy;
}

test.each<[string, () => Buffer, 'taken' | 'refused']>([
	['a GIF that is a script', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 'refused'],
	[
		'an SVG',
		() => Buffer.from('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'),
		'refused',
	],
	['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'refused'],
	['a program', () => Buffer.from('MZ\x90\0', 'latin1'), 'refused'],
	['a ZIP', () => Buffer.from('PK\x03\x04'), 'refused'],
	['a JPEG that is a page', () => after('jpeg', `<script>${canary}</script>`), 'taken'],
	['a JPEG that is a PHP', () => after('jpeg', `<?php system('${canary}');`), 'taken'],
	['a JPEG that is a ZIP', () => after('jpeg', `PK\x03\x04${canary}`), 'taken'],
	['a JPEG that is a PDF', () => after('jpeg', pdf().toString('latin1') + canary), 'taken'],
	['a HEIC that is a page', () => after('heic', `<script>${canary}</script>`), 'refused'],
	[
		'a PDF that is a JPEG',
		() => after('pdf', `${source('jpeg').toString('latin1')}%%EOF`),
		'taken',
	],
	['a PDF that is a ZIP', () => after('pdf', `PK\x03\x04${canary}`), 'taken'],
	['a PDF behind a page', () => Buffer.concat([Buffer.from('<html>'), source('pdf')]), 'refused'],
	['a page in a PNG', () => after('png', `<html>${canary}`), 'taken'],
])('%s is two things to nobody afterwards', async (_, make, expected) => {
	const file = make();
	expect(await fate(file)).toBe(expected);
	const safe = await safeFileOf(file);
	if (safe.ok) expect(safe.bytes.includes(canary)).toBe(false);
	else expect(problemOf[safe.reason]).toMatch(/^file/);
});

test('every refusal is a sentence in every language', () => {
	for (const key of new Set(Object.values(problemOf))) {
		const sentences = languagesOffered.map((locale) =>
			problemLabel[key]({}, { locale: locale as never }),
		);
		expect(new Set(sentences).size).toBe(languagesOffered.length);
	}
});

const heavy: Readonly<Record<string, () => Buffer | Promise<Buffer>>> = {
	...bombs,
	'a JPEG of 4,290 million pixels': () => withJpegSize(source('jpeg'), 65_500, 65_500),
	'a PNG of 256 million pixels': () => png(16_000, 16_000),
	'a PNG that says less than it has': () => png(8, 8, 8_000_000),
	'a PNG at the limit': () => png(10_000, 5_000),
	'a HEIC of 66 million pixels': () => heic({ grid: { columns: 16, rows: 21 } }),
	'a HEIC at the limit, turned': () => heic({ grid: { columns: 16, rows: 15 }, turned: 1 }),
	'a HEIC that says less than it has': () =>
		heic({ grid: { columns: 16, rows: 21 }, claims: [512, 384] }),
	'a million things on one page': () =>
		pdf({ extra: [`[${'<<>>'.repeat(1_000_000)}]`], page: '/Group 10 0 R' }),
	'a JPEG in a PDF of 4,290 million pixels': () =>
		withPicture(
			'/Width 9 /Height 9 /Filter /DCTDecode',
			withJpegSize(source('jpeg'), 65_500, 65_500),
		),
	'a photo packed a hundred times': () =>
		withPicture(
			`/Width 64 /Height 48 /Filter [${'/FlateDecode '.repeat(100)}/DCTDecode]`,
			Array.from({ length: 100 }).reduce<Buffer>((inner) => deflateSync(inner), source('jpeg')),
		),
};

/** What is taken all the same: within the limits, or with the heavy part left out. */
const harmless = new Set([
	'a PNG that says less than it has',
	'a PNG at the limit',
	'a HEIC at the limit, turned',
	'a photo packed a hundred times',
	'a bomb of objects',
	'brackets without end',
]);

test.runIf(process.platform === 'linux').each(Object.entries(heavy))(
	'%s takes less than 512 MB',
	async (name, make) => {
		const { bytes, said } = await peakOf(await make());
		expect(bytes).toBeGreaterThan(1024 * 1024);
		expect(bytes).toBeLessThan(mostBytes);
		if (!harmless.has(name)) expect(said).toMatchObject({ ok: false });
	},
);

function after(kind: (typeof kinds)[number], text: string): Buffer {
	return Buffer.concat([source(kind), Buffer.from(text, 'latin1')]);
}
