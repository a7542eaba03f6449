/** What a photo may be and what it becomes. The server and the process that decodes both hold to it. */
export const maxBytes = 12 * 1024 * 1024;
export const maxPixels = 50_000_000;
export const longestSide = 2560;
export const jpegQuality = 80;

/** `heif` is HEIC as phones make it. */
export type ImageType = 'jpeg' | 'png' | 'webp' | 'heif';

/** The first line of the decoding process's answer; after a `Decoded` the bytes of the new JPEG follow. */
export type Decoded = { readonly ok: true; readonly width: number; readonly height: number };
export type Undecoded = { readonly ok: false; readonly reason: 'damaged' | 'too-many-pixels' };
