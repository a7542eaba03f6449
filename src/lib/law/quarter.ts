import { addMonths, type Day, dayAfter, isBefore } from '#lib/law/day.ts';
import type { Inburgeringstermijn } from '#lib/law/termijn.ts';

/** Three months of a term, counted from its first day; `until` is exclusive. */
export interface Quarter {
	/** From 1. */
	readonly year: number;
	/** From 1 to 4, in its year. */
	readonly quarter: number;
	readonly from: Day;
	readonly until: Day;
}

/** The term by quarter (W 11): twelve of three years, more when DUO gave more time; the last may be shorter. */
export function quartersOf({ from, until }: Inburgeringstermijn): readonly Quarter[] {
	const quarters: Quarter[] = [];
	let begin = from;
	for (let nth = 0; isBefore(begin, until); nth += 1) {
		const next = addMonths(from, 3 * (nth + 1));
		// From 29 February the last quarter ends on 1 March: one day more is no quarter of its own.
		const end = isBefore(dayAfter(next), until) ? next : until;
		const place = { year: Math.floor(nth / 4) + 1, quarter: (nth % 4) + 1 };
		quarters.push({ ...place, from: begin, until: end });
		begin = end;
	}
	return quarters;
}
