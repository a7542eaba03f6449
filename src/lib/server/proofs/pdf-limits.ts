/** What a paper (PDF) may be. The server and the process that rebuilds it both hold to it. */
export const mostPages = 10;
/** Pages, fonts, pictures and what hangs on them. */
export const mostObjects = 20_000;
/** What one stream, and all of them together, may take when unpacked. */
export const longestStream = 64 * 1024 * 1024;
export const longestStreams = 256 * 1024 * 1024;

/** The first line of the rebuilding process's answer; after a `Rebuilt` the bytes of the new PDF follow. */
export type Rebuilt = { readonly ok: true; readonly pageCount: number };
export type NotRebuilt = { readonly ok: false; readonly reason: NotRebuiltReason };
export type NotRebuiltReason = (typeof notRebuiltReasons)[number];
export const notRebuiltReasons = [
	'damaged',
	'locked',
	'too-many-pages',
	'too-many-pixels',
	'too-large',
	'unsupported-type',
] as const;
