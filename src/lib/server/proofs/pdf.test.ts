import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isBarePdf } from '#lib/server/proofs/bare-pdf.ts';
import { fileIn } from '#lib/server/proofs/pdf-file.ts';
import { canary, phonePhoto, picture } from '#lib/server/proofs/hostile-samples.ts';
import { rebuild } from '#lib/server/proofs/pdf.ts';
import { rebuilt } from '#lib/server/proofs/pdf-rebuilding.ts';
import { entryOf } from '#lib/server/proofs/pdf-syntax.ts';
import { active, file, packed, pdf, stream, withPicture } from '#lib/server/proofs/pdf-samples.ts';

const patient = { longestMs: 60_000 };
const gray = '/Width 640 /Height 480 /BitsPerComponent 8';

test('a paper keeps its pages, in order and with what is on them', async () => {
	const safe = await taken(pdf({ pages: 3 }));
	expect(safe.pageCount).toBe(3);
	expect(contents(safe.bytes)).toContain('(Bewijs van aanwezigheid) Tj');
	const read = await PDFDocument.load(safe.bytes);
	expect(read.getPageCount()).toBe(3);
	expect(read.getPage(0).getSize()).toEqual({ width: 595, height: 842 });
	const fonts = read.getPage(2).node.Resources()?.lookup(PDFName.of('Font'));
	expect(String(fonts)).toMatch(/F1/);
	expect((await taken(safe.bytes)).pageCount).toBe(3);
});

test('a paper is rebuilt and refused in a process of its own', async () => {
	const safe = await rebuild(pdf({ pages: 2 }), patient);
	expect(safe).toMatchObject({ ok: true, pageCount: 2, contentType: 'application/pdf' });
	expect(await rebuild(pdf({ pages: 11 }), patient)).toEqual({
		ok: false,
		reason: 'too-many-pages',
	});
});

test('what a rebuilding gives back is not believed', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'rebuilding-'));
	const path = join(folder, 'rebuilder.mjs');
	const says = `process.stdout.write(JSON.stringify({ ok: true, pageCount: 1 }) + '\\n');`;
	writeFileSync(path, `${says} process.stdin.pipe(process.stdout);`);
	await expect(rebuild(pdf(), { ...patient, path })).rejects.toThrow(/bare paper/);
	const bare = (await taken(pdf())).bytes;
	expect(await rebuild(bare, { ...patient, path })).toMatchObject({ ok: true, bytes: bare });
	writeFileSync(path, 'for (;;);');
	const slow = await rebuild(pdf(), { longestMs: 500, path });
	expect(slow).toEqual({ ok: false, reason: 'took-too-long' });
	rmSync(folder, { recursive: true });
});

test('the same paper becomes the same bytes, so that it is one proof', async () => {
	const [one, two] = await Promise.all([taken(pdf()), taken(pdf())]);
	expect(one.bytes.equals(two.bytes)).toBe(true);
});

test.each(Object.entries(active))(
	'of a paper with %s only its pages are left',
	async (name, make) => {
		const paper = make();
		if (!name.includes('packed') && !paper.includes(canary))
			expect(contents(paper)).toContain(canary);
		const safe = await taken(paper);
		expect(safe.pageCount).toBe(1);
		expect(safe.bytes.includes(canary)).toBe(false);
		expect(contents(safe.bytes)).not.toContain(canary);
	},
);

test('what is packed together with everything else is left out too', async () => {
	const made = await PDFDocument.create();
	made.setAuthor(canary);
	made.addJavaScript('start', `app.alert('${canary}')`);
	await made.attach(Buffer.from(canary), 'a.exe', { mimeType: 'text/plain' });
	const page = made.addPage();
	made.getForm().createTextField(canary).addToPage(page);
	page.drawText('Urenlijst', { font: await made.embedFont(StandardFonts.Helvetica) });
	const paper = Buffer.from(await made.save({ useObjectStreams: true }));
	expect(contents(paper)).toContain(canary);
	const safe = await taken(paper);
	expect(contents(safe.bytes)).not.toContain(canary);
	expect(contents(safe.bytes)).toContain('Tj');
});

test('a photo on a page is drawn anew: no place, no device, no profile', async () => {
	const photo = await phonePhoto();
	const safe = await taken(withPicture(`${gray} /ColorSpace /DeviceRGB /Filter /DCTDecode`, photo));
	expect(safe.bytes.includes(canary)).toBe(false);
	expect(safe.bytes.includes('Exif')).toBe(false);
	const jpeg = pictureIn(safe.bytes);
	expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
	const one = await picture().toColourspace('b-w').jpeg().toBuffer();
	const grey = await taken(
		withPicture(`${gray} /ColorSpace /DeviceGray /Filter [/DCTDecode]`, one),
	);
	expect(await sharp(pictureIn(grey.bytes)).metadata()).toMatchObject({ channels: 1 });
});

test('streams come out packed in one way, however they were packed, and say the same', async () => {
	const text = 'BT /F1 9 Tf (zo) Tj ET';
	const hex = Buffer.from(text).toString('hex');
	for (const content of [
		stream('', text),
		packed('', text),
		stream('/Filter [/ASCIIHexDecode]', `${hex}>`),
		stream('/Filter /AHx', `${hex}>`),
	]) {
		const safe = await taken(
			pdf({ page: '/Contents 10 0 R', extra: [content] }).toString('latin1'),
		);
		expect(contents(safe.bytes)).toContain('(zo) Tj');
	}
});

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
	['without an end', () => pdf().subarray(0, -30), 'damaged'],
	[
		'with a password',
		() => pdf({ trailer: '/Encrypt << /Filter /Standard /V 2 /R 3 >>' }),
		'locked',
	],
	['of eleven pages', () => pdf({ pages: 11 }), 'too-many-pages'],
	['without pages', () => pdf({ pages: 0 }), 'damaged'],
	['without a catalog', () => file(new Map([[1, '<< >>']]), '/Root 1 0 R'), 'damaged'],
	['with nothing but its name', () => Buffer.from('%PDF-1.7\n%%EOF'), 'damaged'],
	['that is a page', () => Buffer.from('%PDF-<html><script>alert(1)</script>%%EOF'), 'damaged'],
	[
		'with a fax',
		() => withPicture(`${gray} /Filter /CCITTFaxDecode`, Buffer.from('x')),
		'unsupported-type',
	],
	[
		'with JBIG2',
		() => withPicture(`${gray} /Filter /JBIG2Decode`, Buffer.from('x')),
		'unsupported-type',
	],
	[
		'with JPEG 2000',
		() => withPicture(`${gray} /Filter /JPXDecode`, Buffer.from('x')),
		'unsupported-type',
	],
	[
		'with half a photo',
		async () => withPicture(`${gray} /Filter /DCTDecode`, (await phonePhoto()).subarray(0, 9000)),
		'damaged',
	],
	[
		'with a photo that is a page',
		() => withPicture(`${gray} /Filter /DCTDecode`, Buffer.from('<html>')),
		'damaged',
	],
	[
		'with broken packing',
		() => withPicture(`${gray} /Filter /FlateDecode`, Buffer.from('nonsense')),
		'damaged',
	],
	['with a picture without a size', () => withPicture('', Buffer.from('x')), 'damaged'],
	['with a name of no letters', () => drawn('/ExtGState << /G1 << /BM / >> >>'), 'damaged'],
	['with a key of no letters', () => drawn('/ExtGState << / << /BM /Normal >> >>'), 'damaged'],
	['with a page among its drawings', () => drawn('/Pattern << /P1 10 0 R >>'), 'damaged'],
	[
		'with drawings inside drawings',
		() => drawn(`${'/Resources << '.repeat(100)}${'>> '.repeat(100)}`),
		'damaged',
	],
	[
		'with a place hidden in its text',
		() => pdf({ content: `BI /F /DCT ID Exif\0GPS EI` }),
		'unsupported-type',
	],
])('a paper %s is refused', async (_, make, reason) => {
	const { head } = await rebuilt(await make());
	expect(head.ok ? 'taken' : head.reason).toBe(reason);
});

/** What our own second look would not take must not come out of the rebuilding: that is an error page. */
function drawn(resources: string): Buffer {
	return pdf({ resources, extra: ['<< /Type /Page >>'] });
}

/** In this very process, which is quicker; that it is so in a process of its own too, a test above says. */
async function taken(bytes: Uint8Array | string) {
	const { head, pdf: made } = await rebuilt(
		typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes),
	);
	if (!head.ok) return expect.fail(head.reason);
	const { pageCount } = head;
	const safe = { bytes: Buffer.from(made), pageCount };
	expect(await isBarePdf(safe.bytes, pageCount)).toBe(true);
	return safe;
}

/** Everything a paper holds, its packed streams unpacked, as one text. */
function contents(bytes: Buffer): string {
	const text = bytes.toString('latin1');
	const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(
		([, packedPart = '']) => {
			try {
				return inflateSync(Buffer.from(packedPart, 'latin1'), { finishFlush: 2 }).toString(
					'latin1',
				);
			} catch {
				return '';
			}
		},
	);
	return text + streams.join('\n');
}

function pictureIn(bytes: Buffer): Uint8Array {
	const found = fileIn(bytes).objects.find(
		({ value }) => value.kind === 'dictionary' && entryOf(value, 'Width'),
	);
	return found?.content ?? expect.fail('no picture');
}
