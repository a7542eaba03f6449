/**
 * Files in HEIF (ISO/IEC 23008-12), made for the tests box by box. The one picture in all of them is 512 by 384 pixels:
 * a red, a green, a blue and a light grey quarter, drawn by sharp and coded once with `heif-enc -q 50` (libheif 1.15,
 * x265). Here are its `hvcC` and its coded picture.
 */
const configuration = base64([
	'AQNwAAAAAAAAAAAAP/AA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAP7oCQCEAAQAsQgEBA3AAAAMAkAAA',
	'AwAAAwA/oAQCAYFlupJKa5uBAQMCAAADAAIAAAMAAhAiAAEAB0QBwXKwYkA=',
]);
const coded = base64([
	'AAABjCgBrxMx3MSCykzlM8Cf/+5yj/95HPD8WNq1Q9FXd0m7vxyPBuKgAAR2H9W9Msv+T6P/1HviJcn4q6LgAFKAAAAD',
	'APWAouR4NxUAACEAADITDoEZLWzwv0PowAMCQCV7P6SLc/4SnJJOmL9tFhnypJdMPenV/E7HiFwNMgAvg9P6B1yAG+AU',
	'wDKgkwAAtgAEWAAFCgN6umLnC/Q+jACLlaO/CsqD+EpySTpi/bcqO4e2SEJOrmlF9HnhcLebbXQ3p/QOAAADAAADAANq',
	'jNnlFf/7Ui0fzg+P/y7BLQARMAJe4PyTfzp/+ifuL5b+fMt+6oJw651+P12VkF1EbmZEAAADAAADAAADAtRUFZMQ6Fxk',
	'UyX8HOYSjCNAE9QbvHgdvohrIBJWmdTb6Skd9/Q5sw4KR7JQDZKY8niPj7/+3IAAAAMAAAMAVEAAAAMAAAMAAE0vtAi9',
	'EEHwxUgACCcbpdq4AsSvVvnLs8WZ0gKj1oFXB3+gifzd4SeDNJGq+4LjB+iflYjAAAADAAA5oA==',
]);
const [tileWidth, tileHeight] = [512, 384];

interface Sample {
	readonly brand?: string;
	/** The size that the file claims for its picture; the real one when left out. */
	readonly claims?: readonly [width: number, height: number];
	/** Quarter turns against the clock. */
	readonly turned?: number;
	readonly mirrored?: boolean;
	/** The picture again and again, side by side, as phones lay out theirs. */
	readonly grid?: { readonly columns: number; readonly rows: number };
	/** The size that the grid itself claims. */
	readonly gridClaims?: readonly [width: number, height: number];
	readonly exif?: Buffer;
	readonly coded?: Buffer;
}

/** A HEIC as a phone makes it, but for what is asked to be otherwise. */
export function heic(sample: Sample = {}): Buffer {
	const { grid, exif } = sample;
	const whole = grid
		? ([grid.columns * tileWidth, grid.rows * tileHeight] as const)
		: ([tileWidth, tileHeight] as const);
	const claims = sample.claims ?? whole;
	const transforms = [
		...(sample.turned ? [box('irot', Buffer.from([sample.turned]))] : []),
		...(sample.mirrored ? [box('imir', Buffer.from([0]))] : []),
	];
	const properties = [
		box('hvcC', configuration),
		ispe(grid ? [tileWidth, tileHeight] : claims),
		ispe(claims),
		...transforms,
	];
	const picture = sample.coded ?? coded;
	const shown = transforms.map((_, at) => 4 + at);
	const tiles = grid ? grid.columns * grid.rows : 0;
	const tile: Item = { type: 'hvc1', content: picture, properties: [1, 2] };
	const items: Item[] = [
		grid
			? {
					type: 'grid',
					content: gridOf(grid, sample.gridClaims ?? whole),
					properties: [3, ...shown],
				}
			: { type: 'hvc1', content: picture, properties: [1, 2, ...shown] },
		...Array<Item>(tiles).fill(tile),
		...(exif ? [{ type: 'Exif', content: Buffer.concat([bits32(0), exif]), properties: [] }] : []),
	];
	const references = [
		...(grid
			? [
					reference(
						'dimg',
						1,
						items.slice(1, 1 + tiles).map((_, at) => 2 + at),
					),
				]
			: []),
		...(exif ? [reference('cdsc', items.length, [1])] : []),
	];
	return file(sample.brand ?? 'heic', items, properties, references);
}

interface Item {
	readonly type: string;
	readonly content: Buffer;
	readonly properties: readonly number[];
}

function file(
	brand: string,
	items: readonly Item[],
	properties: readonly Buffer[],
	references: readonly Buffer[],
): Buffer {
	const start = box('ftyp', Buffer.from(brand), bits32(0), Buffer.from('mif1'));
	const meta = (offset: number) =>
		full(
			'meta',
			full('hdlr', bits32(0), Buffer.from('pict'), Buffer.alloc(13)),
			full('pitm', bits16(1)),
			places(items, offset),
			full('iinf', bits16(items.length), ...items.map(entry)),
			box('iprp', box('ipco', ...properties), uses(items)),
			...(references.length > 0 ? [full('iref', ...references)] : []),
		);
	const contentAt = start.length + meta(0).length + 8;
	const content = new Set(items.map((item) => item.content));
	return Buffer.concat([start, meta(contentAt), box('mdat', ...content)]);
}

/** Where each item's content stands; the tiles of a grid share one. */
function places(items: readonly Item[], from: number): Buffer {
	const starts = new Map<Buffer, number>();
	let at = from;
	for (const { content } of items) {
		if (starts.has(content)) continue;
		starts.set(content, at);
		at += content.length;
	}
	const lines = items.map(({ content }, index) => {
		const start = bits32(starts.get(content) ?? 0);
		return Buffer.concat([bits16(index + 1), bits16(0), bits16(1), start, bits32(content.length)]);
	});
	return full('iloc', Buffer.from([0x44, 0]), bits16(items.length), ...lines);
}

function entry({ type }: Item, index: number): Buffer {
	const body = box('infe', bits32(0), bits16(index + 1), bits16(0), Buffer.from(`${type}\0`));
	body[8] = 2;
	return body;
}

function uses(items: readonly Item[]): Buffer {
	const lines = items.flatMap(({ properties }, index) => [
		bits16(index + 1),
		Buffer.from([properties.length, ...properties]),
	]);
	return full('ipma', bits32(items.length), ...lines);
}

function gridOf(
	{ columns, rows }: { readonly columns: number; readonly rows: number },
	[width, height]: readonly [number, number],
): Buffer {
	return Buffer.concat([Buffer.from([0, 1, rows - 1, columns - 1]), bits32(width), bits32(height)]);
}

function ispe([width, height]: readonly [number, number]): Buffer {
	return full('ispe', bits32(width), bits32(height));
}

function reference(type: string, from: number, to: readonly number[]): Buffer {
	return box(type, bits16(from), bits16(to.length), ...to.map(bits16));
}

function full(type: string, ...content: Buffer[]): Buffer {
	return box(type, bits32(0), ...content);
}

export function box(type: string, ...content: Buffer[]): Buffer {
	const body = Buffer.concat(content);
	return Buffer.concat([bits32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

function bits16(value: number): Buffer {
	return Buffer.from([value >> 8, value & 0xff]);
}

function bits32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

function base64(lines: readonly string[]): Buffer {
	return Buffer.from(lines.join(''), 'base64');
}
