import { type Grey, greySide } from './photo-quality.ts';

const longestSide = 2560;
const jpegQuality = 0.85;
const thumbSide = 320;

/** A photo drawn anew: a JPEG with nothing in it but the picture, and what it is judged by. */
export interface Drawn {
	readonly file: File;
	readonly thumb: HTMLCanvasElement;
	readonly grey: Grey;
	readonly width: number;
	readonly height: number;
}

/** Draws a photo at most 2560 pixels long; null where the phone cannot draw it (a PDF, often a HEIC). */
export async function draw(photo: File): Promise<Drawn | null> {
	const bitmap = await createImageBitmap(photo).catch(() => null);
	if (!bitmap) return null;
	const { width, height } = bitmap;
	const jpeg = await new Promise<Blob | null>((resolve) =>
		scaled(bitmap, longestSide).toBlob(resolve, 'image/jpeg', jpegQuality),
	);
	const [thumb, small] = [scaled(bitmap, thumbSide), scaled(bitmap, greySide)];
	bitmap.close();
	const grey = jpeg && greyOf(small);
	if (!jpeg || !grey) return null;
	return { file: new File([jpeg], 'foto.jpg', { type: 'image/jpeg' }), thumb, grey, width, height };
}

/** On white, as the server does, where a picture is transparent. */
function scaled(bitmap: ImageBitmap, most: number): HTMLCanvasElement {
	const scale = Math.min(1, most / Math.max(bitmap.width, bitmap.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(bitmap.width * scale));
	canvas.height = Math.max(1, Math.round(bitmap.height * scale));
	const context = canvas.getContext('2d');
	if (context) {
		context.fillStyle = '#fff';
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.imageSmoothingQuality = 'high';
		context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	}
	return canvas;
}

function greyOf(canvas: HTMLCanvasElement): Grey | null {
	const { width, height } = canvas;
	const colours = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
	if (!colours) return null;
	const pixels = new Uint8Array(width * height);
	const part = (at: number) => colours[at] ?? 0;
	for (let at = 0; at < pixels.length; at += 1) {
		pixels[at] = 0.299 * part(at * 4) + 0.587 * part(at * 4 + 1) + 0.114 * part(at * 4 + 2);
	}
	return { pixels, width, height };
}
