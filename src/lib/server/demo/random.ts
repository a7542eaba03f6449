/** Numbers that look random and are the same each time: a demo that changes by itself cannot be shown twice. */
export interface Random {
	/** A whole number from `least` up to and including `most`. */
	whole(least: number, most: number): number;
	pick<T>(list: readonly T[]): T;
	/** True in `share` of the cases, from 0 to 1. */
	chance(share: number): boolean;
}

/** mulberry32, from a fixed start. */
export function randomFrom(start: number): Random {
	let state = start >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}
	const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		whole,
		chance: (share) => next() < share,
		pick(list) {
			const chosen = list[whole(0, list.length - 1)];
			if (chosen === undefined) throw new RangeError('nothing to pick from');
			return chosen;
		},
	};
}
