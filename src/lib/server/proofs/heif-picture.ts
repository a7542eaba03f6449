import libheif from 'libheif-js/wasm-bundle.js';

/** The pixels of a picture: red, green and blue, a byte each, row after row. */
export interface Pixels {
	readonly data: Buffer;
	readonly width: number;
	readonly height: number;
}

/**
 * Decodes the main picture of a HEIF file. It is upright: the turning that the file asks for (`irot`, `imir`) is done
 * by the decoder, and what Exif says of it does not count (ISO/IEC 23008-12, 6.5.1 and A.2.1). Null when it cannot be
 * decoded, or when it is larger than `maxPixels` after all.
 */
export async function pixelsOf(bytes: Buffer, maxPixels: number): Promise<Pixels | null> {
	const context = libheif.heif_context_alloc();
	libheif.heif_context_read_from_memory(context, bytes);
	const handle = libheif.heif_js_context_get_primary_image_handle(context);
	if ('code' in handle) return null;
	const claimed =
		libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle);
	if (claimed > maxPixels) return null;
	const picture = await libheif.heif_js_decode_image2(
		handle,
		libheif.heif_colorspace.heif_colorspace_RGB,
		libheif.heif_chroma.heif_chroma_interleaved_RGB,
	);
	const plane = picture.channels?.[0];
	if (!plane || plane.bits_per_pixel !== 8 || plane.width * plane.height > maxPixels) return null;
	return { data: withoutPadding(plane), width: plane.width, height: plane.height };
}

/** The decoder may let each row end on a round number of bytes. What it gives stands in its own memory, uncopied. */
function withoutPadding({ data, stride, width, height }: libheif.Plane): Buffer {
	const all = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	const row = width * 3;
	if (stride === row) return all.subarray(0, row * height);
	const rows = Array.from({ length: height }, (_, at) =>
		all.subarray(at * stride, at * stride + row),
	);
	return Buffer.concat(rows);
}
