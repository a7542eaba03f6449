import { compareDays, type Day, dayBefore, isBefore, isOnOrAfter } from '#lib/law/day.ts';
import { type Quarter, quartersOf } from '#lib/law/quarter.ts';
import type { Inburgeringstermijn } from '#lib/law/termijn.ts';
import type { Entry } from './entries.ts';

/** What lies before the plan, each quarter of the term, and what comes after it; where it is empty too. */
export interface Block {
	readonly id: string;
	readonly name:
		| { readonly kind: 'before' | 'after' }
		| { readonly kind: 'quarter'; readonly year: number; readonly quarter: number };
	/** Null for what lies before the first and after the last day of the term. */
	readonly from: Day | null;
	readonly lastOn: Day | null;
	readonly time: 'past' | 'now' | 'ahead';
	/** In order of their day; a thing without one last. */
	readonly entries: readonly Entry[];
}

/** Lays the entries into the quarters of the term; all of them into one block as long as there is none. */
export function blocksOf(
	entries: readonly Entry[],
	termijn: Inburgeringstermijn | undefined,
	today: Day,
): readonly Block[] {
	const sorted = entries.toSorted(byDay);
	if (termijn === undefined) return [outside('before', sorted, 'now')];
	const { from, until } = termijn;
	const before = sorted.filter(({ placeOn }) => placeOn !== null && isBefore(placeOn, from));
	const after = sorted.filter(({ placeOn }) => placeOn === null || isOnOrAfter(placeOn, until));
	const isAfter = isOnOrAfter(today, until);
	return [
		outside('before', before, isBefore(today, from) ? 'now' : 'past'),
		...quartersOf(termijn).map((quarter) => inQuarter(quarter, sorted, today)),
		...(after.length > 0 || isAfter ? [outside('after', after, isAfter ? 'now' : 'ahead')] : []),
	];
}

function outside(kind: 'before' | 'after', entries: readonly Entry[], time: Block['time']): Block {
	return { id: kind, name: { kind }, from: null, lastOn: null, time, entries };
}

function inQuarter({ from, quarter, until, year }: Quarter, all: readonly Entry[], today: Day) {
	const name = { kind: 'quarter', year, quarter } as const;
	const entries = all.filter(
		({ placeOn }) => placeOn !== null && isOnOrAfter(placeOn, from) && isBefore(placeOn, until),
	);
	const isBegun = isOnOrAfter(today, from);
	const time = !isBegun ? 'ahead' : isBefore(today, until) ? 'now' : 'past';
	const days = { from, lastOn: dayBefore(until) };
	return { id: `${year}-${quarter}`, name, ...days, time, entries } satisfies Block;
}

export function byDay(a: Entry, b: Entry): number {
	if (a.placeOn === null || b.placeOn === null) {
		return Number(a.placeOn === null) - Number(b.placeOn === null);
	}
	return compareDays(a.placeOn, b.placeOn);
}
