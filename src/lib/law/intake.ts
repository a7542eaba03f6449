import { type Day, isBefore } from '#lib/law/day.ts';
import type { Ruling } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';

/**
 * Whether the college may complete the brede intake without the person on a day: only after three summonses (W 14(2)),
 * of which the last day has passed. Throws `NoNormForDay` before 2022.
 */
export function mayCompleteInAbsence(
	oproepenOn: readonly Day[],
	on: Day,
): Ruling<'tooFewOproepen'> {
	const { article, value } = normOn('bredeIntakeOproepen', on);
	const passed = new Set(oproepenOn.filter((day) => isBefore(day, on))).size;
	return passed >= value
		? { allowed: true, article }
		: { allowed: false, article, reason: 'tooFewOproepen' };
}
