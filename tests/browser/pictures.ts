import sharp from 'sharp';

const width = 2560;
const height = 1920;

/** A written page on a table, as somebody photographs it. */
export const page = drawing(
	`<rect width="100%" height="100%" fill="#6b5a4a"/>${sheet(350, 200, 1860, 1560)}${lines(420, 300, 1700)}`,
);

/** A page held too near: the writing runs on over this side of the picture; `none` shows all of it. */
export function cutPage(side: 'left' | 'right' | 'top' | 'bottom' | 'none'): string {
	const shift = {
		left: [-500, 0],
		right: [900, 0],
		top: [0, -325],
		bottom: [0, 300],
		none: [0, 0],
	}[side];
	const [x = 0, y = 0] = shift;
	return drawing(
		`${sheet(0, 0, width, height)}<g transform="translate(${x} ${y})">${lines(420, 300, 1700)}</g>`,
	);
}

/** Many round things in all colours: no writing, and edges everywhere. */
export function scene(seed: number): string {
	const random = randomFrom(seed);
	const thing = () => {
		const [red, green, blue] = [random(255), random(255), random(255)];
		return `<ellipse cx="${random(width)}" cy="${random(height)}" rx="${30 + random(300)}" ry="${30 + random(300)}" fill="rgb(${red},${green},${blue})"/>`;
	};
	const ground = '<rect width="100%" height="100%" fill="#88aacc"/>';
	return drawing(ground + Array.from({ length: 120 }, thing).join(''));
}

/** A wall in falling light with one thing on it. */
export const wall = drawing(
	'<defs><linearGradient id="light"><stop offset="0" stop-color="#ccc"/><stop offset="1" stop-color="#999"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#light)"/><rect x="1000" y="600" width="400" height="700" fill="#333355"/>',
);

interface Changed {
	/** The radius of the blur, in pixels of the photo. */
	readonly blur?: number;
	/** How much of the light is left. */
	readonly gain?: number;
	/** How much a pixel of the grey copy may be off. */
	readonly noise?: number;
}

/** A drawing as a JPEG of a phone, blurred or darkened. */
export async function jpegOf(svg: string, { blur = 0, gain = 1 }: Changed = {}): Promise<Buffer> {
	const drawn = sharp(Buffer.from(svg)).removeAlpha();
	const seen = blur > 0 ? drawn.blur(blur) : drawn;
	return seen.linear(gain, 0).jpeg({ quality: 85 }).toBuffer();
}

/** The grey copy that the page would look at. */
export async function grey(svg: string, changed: Changed = {}) {
	const { data, info } = await sharp(await jpegOf(svg, changed))
		.resize(1024, 1024, { fit: 'inside' })
		.greyscale()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const random = randomFrom(7);
	const off = () => (random(1000) + random(1000) + random(1000) + random(1000) - 2000) / 1000;
	const { noise = 0 } = changed;
	const pixels = Uint8Array.from(data, (each) => Math.max(0, Math.min(255, each + noise * off())));
	return { pixels, width: info.width, height: info.height };
}

function drawing(inside: string): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`;
}

function sheet(x: number, y: number, wide: number, high: number): string {
	return `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="#f2f0ea"/>`;
}

function lines(x: number, from: number, until: number): string {
	let all = '';
	for (let y = from; y < until; y += 70) {
		all += `<text x="${x}" y="${y}" font-size="44" font-family="sans-serif">Vandaag heeft mevrouw drie uur geholpen in de winkel bij ons ${y}</text>`;
	}
	return all;
}

function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
