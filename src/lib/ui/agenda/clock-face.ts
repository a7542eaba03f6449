/** Where the hands of a clock point and which part of the face is taken, in a square of 100 by 100. */
export interface Face {
	readonly hour: Point;
	readonly minute: Point;
	/** The path of the part from begin to end; null for half a day and longer, which a face of twelve hours cannot show. */
	readonly taken: string | null;
	/** Before six and from six in the evening on the face is dark, since a face shows each hour twice. */
	readonly isDark: boolean;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

const centre = 50;
const halfDay = 720;

/** The face at a time HH:MM, with the part that `minutes` from then on take. */
export function faceOf(time: string, minutes: number): Face {
	const [hours = 0, past = 0] = time.split(':').map(Number);
	const begin = (hours * 60 + past) % halfDay;
	return {
		hour: pointAt(begin / halfDay, 22),
		minute: pointAt(past / 60, 34),
		taken: minutes < halfDay ? slice(begin, begin + minutes) : null,
		isDark: hours < 6 || hours >= 18,
	};
}

function slice(begin: number, end: number): string {
	const radius = 44;
	const [from, to] = [pointAt(begin / halfDay, radius), pointAt(end / halfDay, radius)];
	const isLarge = end - begin > halfDay / 2 ? 1 : 0;
	return `M50 50L${from.x} ${from.y}A${radius} ${radius} 0 ${isLarge} 1 ${to.x} ${to.y}Z`;
}

/** A point at a part of the way around, from twelve o'clock on. */
function pointAt(part: number, radius: number): Point {
	const angle = 2 * Math.PI * part;
	const round = (value: number) => Math.round(value * 10) / 10;
	return {
		x: round(centre + radius * Math.sin(angle)),
		y: round(centre - radius * Math.cos(angle)),
	};
}
