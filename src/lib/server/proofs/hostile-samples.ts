/** Photos and files that look like photos, made for the tests. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export const canary = 'CANARY-52.9601N-5.9209E';

/** A picture with noise in it, so that its content takes room and a cut is a real cut; the same noise each time. */
export function picture(width = 640, height = 480) {
	const pixels = Buffer.alloc(width * height * 3);
	let state = 20_261_122;
	for (let at = 0; at < pixels.length; at++) {
		// The constants of Numerical Recipes; the low bits of such a sequence repeat soon, so the high ones are taken.
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		pixels[at] = 76 + (state >>> 24) * 0.4;
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** As a phone makes it: lying on its side, with place, device, colour profile, comments and a second thumbnail. */
export async function phonePhoto(): Promise<Buffer> {
	const jpeg = await picture()
		.withExif({
			IFD0: { Make: canary, ImageDescription: canary },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 57/1 36/1', GPSMapDatum: canary },
		})
		.withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>${canary}</d></x:xmpmeta>`)
		.withIccProfile('p3')
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
	const extra = [0xe2, 0xed, 0xfe].map((marker) => segment(marker, `MPF\0${canary}`));
	return Buffer.concat([jpeg.subarray(0, 2), ...extra, jpeg.subarray(2)]);
}

/** A JPEG that says another size in its header than it has. */
export function withJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
	const other = Buffer.from(jpeg);
	const frame = other.indexOf(Buffer.from([0xff, 0xc0]));
	other.writeUInt16BE(height, frame + 5);
	other.writeUInt16BE(width, frame + 7);
	return other;
}

/** A black-and-white PNG whose content really has `rows` rows: a square of 16,000 takes 32 kB. */
export function png(width: number, height: number, rows = height, ...extra: Buffer[]): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 1;
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		...extra,
		chunk('IDAT', deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))), { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

export function chunk(type: string, content: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
	const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(content.length);
	checksum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, checksum]);
}

/** A WebP header that claims the largest size there is, with nothing behind it. */
export function hugeWebp(): Buffer {
	const vp8x = Buffer.from('VP8X\x0a\0\0\0\0\0\0\0\xfe\x3f\0\xfe\x3f\0', 'latin1');
	const vp8 = Buffer.from('VP8 \x0a\0\0\0\x10\0\0\x9d\x01\x2a\xff\x3f\xff\x3f', 'latin1');
	return riff(Buffer.concat([vp8x, vp8]));
}

/** A real WebP of one colour. */
export function largeWebp(): Promise<Buffer> {
	const create = { width: 8000, height: 8000, channels: 3, background: '#ffffff' } as const;
	return sharp({ create }).webp({ lossless: true, effort: 0 }).toBuffer();
}

function riff(content: Buffer): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(content.length + 4);
	return Buffer.concat([Buffer.from('RIFF'), length, Buffer.from('WEBP'), content]);
}

function segment(marker: number, text: string): Buffer {
	const length = Buffer.alloc(2);
	length.writeUInt16BE(text.length + 2);
	return Buffer.concat([Buffer.from([0xff, marker]), length, Buffer.from(text, 'latin1')]);
}
