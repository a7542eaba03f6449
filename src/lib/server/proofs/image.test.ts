import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import * as image from '#lib/server/proofs/image.ts';
import { isBareJpeg } from '#lib/server/proofs/bare-jpeg.ts';
import { box, heic } from '#lib/server/proofs/heic-samples.ts';
import {
	canary,
	chunk,
	hugeWebp,
	largeWebp,
	phonePhoto,
	picture,
	png,
	withJpegSize,
} from '#lib/server/proofs/hostile-samples.ts';

/** Some 8,192 by 8,064 pixels. */
const large = { grid: { columns: 16, rows: 21 } };
let jpeg: Buffer;
/** A machine that is busy with other tests fails none. */
const patient = { longestMs: 60_000 };

beforeAll(async () => {
	jpeg = await picture().jpeg().toBuffer();
});

test('a phone photo stands upright afterwards and tells nothing but the picture', async () => {
	const photo = await phonePhoto();
	expect(await sharp(photo).metadata()).toMatchObject({ orientation: 6, hasProfile: true });
	expect(photo.includes(canary)).toBe(true);

	const safe = await taken(photo);
	expect(safe).toMatchObject({ width: 480, height: 640, contentType: 'image/jpeg' });
	const left = await sharp(safe.bytes).metadata();
	expect(left).toMatchObject({ format: 'jpeg', width: 480, height: 640, space: 'srgb' });
	for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const) {
		expect(left[kind]).toBeUndefined();
	}
	for (const text of [canary, 'Exif', 'GPS', 'http', 'ICC_PROFILE', 'MPF', 'sRGB']) {
		expect(safe.bytes.includes(text)).toBe(false);
	}
});

test('PNG and WebP become JPEG; what is transparent becomes white; the largest is made smaller', async () => {
	const clear = sharp({ create: { width: 1, height: 1, channels: 4, background: '#0000' } });
	const dot = await taken(await clear.png().toBuffer());
	expect([dot.width, dot.height]).toEqual([1, 1]);
	expect([...(await sharp(dot.bytes).raw().toBuffer())]).toEqual([255, 255, 255]);

	const large = await picture(3200, 1000).webp().toBuffer();
	expect(await taken(large)).toMatchObject({ width: 2560, height: 800 });
	expect(await taken(await picture(1, 4000).png().toBuffer())).toMatchObject({ height: 2560 });
	expect(await taken(await picture().toColourspace('cmyk').jpeg().toBuffer())).toBeDefined();
	expect(await taken(await picture().jpeg({ progressive: true }).toBuffer())).toBeDefined();
	expect(await taken(await picture().toColourspace('rgb16').png().toBuffer())).toBeDefined();
});

test('a file that is also a ZIP, a page or a script is only a photo afterwards', async () => {
	for (const tail of [`PK\x03\x04${canary}`, `<script>alert('${canary}')</script>`]) {
		const safe = await taken(Buffer.concat([jpeg, Buffer.from(tail, 'latin1')]));
		expect(safe.bytes.includes(canary)).toBe(false);
		expect(safe.bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
	}
	const note = chunk('tEXt', Buffer.from(`Comment\0<script>${canary}</script>`));
	const withNote = Buffer.concat([png(8, 8, 8, note), Buffer.from(`<html>${canary}`)]);
	expect((await taken(withNote)).bytes.includes(canary)).toBe(false);
});

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
	['an empty file', () => new Uint8Array(), 'empty'],
	['13 MB that begin as a JPEG', () => Buffer.concat([jpeg, Buffer.alloc(13e6)]), 'too-large'],
	['one byte too many', () => Buffer.concat([jpeg], 12 * 1024 * 1024 + 1), 'too-large'],
	['text', () => Buffer.from('a photo, honestly'), 'not-an-image'],
	['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-an-image'],
	['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported-type'],
	['an SVG with a prologue', () => Buffer.from('<?xml version="1.0"?><svg/>'), 'unsupported-type'],
	['a GIF that is a script', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 'unsupported-type'],
	['an AVIF', () => heic({ brand: 'avif' }), 'unsupported-type'],
	['the start of a HEIC', () => heic().subarray(0, 24), 'damaged'],
	['a HEIC with a page behind its start', () => heicStart('<html>'), 'damaged'],
	['a HEIC cut in its picture', () => heic().subarray(0, -40), 'damaged'],
	['a HEIC without sizes', () => without(heic(), 'ispe'), 'damaged'],
	['a HEIC with a box of no size', () => heicStart('\0\0\0\x04meta'), 'damaged'],
	[
		'a HEIC with an endless box',
		() => heicStart('\0\0\0\x01meta\xff\xff\xff\xff\xff\xff\xff\xff'),
		'damaged',
	],
	['a HEIC of 100,000 boxes in one another', () => heicWith(nested(100_000)), 'damaged'],
	['a HEIC of 400,000 sizes', () => heicWith(sizes(400_000)), 'damaged'],
	['a HEIC of 66 million pixels in 15 kB', () => heic(large), 'too-many-pixels'],
	['a HEIC that claims as many', () => heic({ claims: [8200, 8200] }), 'too-many-pixels'],
	[
		'a HEIC that claims more than a number holds',
		() => heic({ claims: [2 ** 32 - 1, 2 ** 32 - 1] }),
		'too-many-pixels',
	],
	['a HEIC that claims more than it has', () => heic({ claims: [7000, 7000] }), 'damaged'],
	['a HEIC that claims less than it has', () => heic({ ...large, claims: [512, 384] }), 'damaged'],
	[
		'a HEIC whose grid claims more',
		() => heic({ ...large, claims: [512, 384], gridClaims: [30_000, 30_000] }),
		'damaged',
	],
	['a PDF', () => Buffer.from('%PDF-1.7\n'), 'not-an-image'],
	['a TIFF', () => picture().tiff().toBuffer(), 'unsupported-type'],
	['the start of a JPEG with a page', () => begins('\xff\xd8\xff<html>'), 'damaged'],
	['the start of a PNG with an SVG', () => begins('\x89PNG\r\n\x1a\n<svg/>'), 'damaged'],
	['the start of a WebP with a page', () => begins('RIFF\x20\0\0\0WEBP<html>'), 'damaged'],
	['a JPEG cut at the half', () => jpeg.subarray(0, jpeg.length / 2), 'damaged'],
	['a JPEG cut at its header', () => jpeg.subarray(0, 300), 'damaged'],
	['a JPEG without its last 50 bytes', () => jpeg.subarray(0, -50), 'damaged'],
	['a PNG that lacks rows', () => png(500, 500, 100), 'damaged'],
	['a PNG of 256 million pixels in 32 kB', () => png(16_000, 16_000), 'too-many-pixels'],
	['a PNG just over the limit', () => png(10_000, 5_001), 'too-many-pixels'],
	['a JPEG of 4,290 million pixels', () => withJpegSize(jpeg, 65_500, 65_500), 'too-many-pixels'],
	['a WebP header of 268 million pixels', hugeWebp, 'damaged'],
	['a WebP of 64 million pixels in 1 kB', largeWebp, 'too-many-pixels'],
])('%s is refused', async (_, make, reason) => {
	const outcome = await image.reencode(await make(), patient);
	expect(outcome.ok ? 'taken' : outcome.reason).toBe(reason);
});

test('a HEIC stands as its file says, turned once, and tells nothing but the picture', async () => {
	const [red, green, blue, grey] = [
		[208, 32, 32],
		[32, 160, 32],
		[32, 64, 208],
		[240, 240, 240],
	];
	const exif = Buffer.from(
		`\0\0\0\0Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0${canary}`,
		'latin1',
	);
	const plain = heic({ exif });
	expect(plain.includes(canary)).toBe(true);
	const safe = await taken(plain);
	expect(safe).toMatchObject({ width: 512, height: 384, contentType: 'image/jpeg' });
	expect(safe.bytes.includes(canary)).toBe(false);
	expect(await quarters(safe)).toEqual([red, green, blue, grey]);

	const turned = await taken(heic({ turned: 1, exif }));
	expect(turned).toMatchObject({ width: 384, height: 512 });
	expect(await quarters(turned)).toEqual([green, grey, red, blue]);
	expect(await quarters(await taken(heic({ mirrored: true })))).toEqual([blue, grey, red, green]);
	for (const brand of ['mif1', 'heix', 'msf1', 'heim']) {
		expect(await taken(heic({ brand }))).toMatchObject({ width: 512 });
	}
});

test('a HEIC of tiles, as phones make them, is taken up to the limit', async () => {
	const grid = { columns: 3, rows: 2 };
	expect(await taken(heic({ grid }))).toMatchObject({ width: 1536, height: 768 });
	const most = { grid: { columns: 16, rows: 15 }, turned: 3 };
	expect(await taken(heic(most))).toMatchObject({ width: 1800, height: 2560 });
});

test('a PNG at the limit is taken', async () => {
	expect(await taken(png(10_000, 5_000))).toMatchObject({ width: 2560, height: 1280 });
});

test('content that is far more or far less than its header says does no harm', async () => {
	const bomb = deflateSync(Buffer.alloc(200e6), { level: 9 });
	const hidden = [png(8, 8, 8_000_000), png(8, 8, 8, chunk('zTXt', zipped('Comment', bomb)))];
	hidden.push(png(8, 8, 8, chunk('iCCP', zipped('profile', bomb))));
	for (const file of [...hidden, withJpegSize(jpeg, 7000, 7000)]) {
		const outcome = await image.reencode(file);
		expect(outcome.ok ? isBareJpeg(outcome.bytes) : outcome.reason).toBeOneOf([true, 'damaged']);
	}
});

test('forty damaged photos are each refused or drawn anew', async () => {
	const sources = [jpeg, await picture().png().toBuffer(), await picture().webp().toBuffer()];
	const random = randomFrom(20_261_122);
	const damaged = Array.from({ length: 40 }, (_, count) => {
		const file = Buffer.from(sources[count % 3] ?? jpeg);
		for (let bytes = 0; bytes < 1 + (count % 20); bytes += 1) {
			file[12 + random(count % 2 ? 400 : file.length - 12)] = random(256);
		}
		return file;
	});
	const outcomes = await Promise.all(damaged.map((file) => image.reencode(file)));
	for (const outcome of outcomes) if (outcome.ok) expect(isBareJpeg(outcome.bytes)).toBe(true);
	expect(outcomes.some(({ ok }) => ok)).toBe(true);
	expect(outcomes.some(({ ok }) => !ok)).toBe(true);
});

async function taken(bytes: Uint8Array): Promise<image.SafeImage> {
	const outcome = await image.reencode(bytes, patient);
	if (!outcome.ok) return expect.fail(outcome.reason);
	expect(isBareJpeg(outcome.bytes)).toBe(true);
	return outcome;
}

/** The colour in the middle of each quarter, rounded to what coding twice leaves of it. */
async function quarters({ bytes, width, height }: image.SafeImage) {
	const pixels = await sharp(bytes).raw().toBuffer();
	const at = (x: number, y: number) => {
		const start = (Math.round(y * height) * width + Math.round(x * width)) * 3;
		return [...pixels.subarray(start, start + 3)].map((value) => Math.round(value / 16) * 16);
	};
	return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

function heicStart(rest: string): Buffer {
	return Buffer.concat([heic().subarray(0, 20), begins(rest)]);
}

function heicWith(boxes: Buffer): Buffer {
	return Buffer.concat([heic().subarray(0, heic().readUInt32BE(0)), boxes]);
}

function nested(depth: number): Buffer {
	const boxes = Buffer.alloc(depth * 8);
	for (let at = 0; at < boxes.length; at += 8) {
		boxes.writeUInt32BE(boxes.length - at, at);
		boxes.write('iprp', at + 4, 'latin1');
	}
	return boxes;
}

function sizes(count: number): Buffer {
	return Buffer.alloc(count * 20, box('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1])));
}

function without(file: Buffer, box: string): Buffer {
	return Buffer.from(file.toString('latin1').replaceAll(box, 'free'), 'latin1');
}

function begins(start: string): Buffer {
	return Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(500, ' ')]);
}

function zipped(name: string, content: Buffer): Buffer {
	return Buffer.concat([Buffer.from(`${name}\0\0`), content]);
}

function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
