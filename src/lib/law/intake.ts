import { type Day, isBefore } from '#lib/law/day.ts';
import type { Leerroute, Ruling } from '#lib/law/leerroute.ts';
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

/** What the leerbaarheidstoets says about the B1-route (W 14(3), R 5.1); DUO's words. */
export const TOETS_RESULTS = ['haalbaar', 'nietHaalbaar', 'onbekend'] as const;
export type ToetsResult = (typeof TOETS_RESULTS)[number];

/**
 * Whether a leerroute departs from the test, so that the college owes its reasons (W 14(3), Awb 3:46): the Z-route where
 * B1 is within reach, another one where it is not. A test that does not know binds nobody, nor does no test.
 */
export function departsFromToets(result: ToetsResult | null, leerroute: Leerroute | null): boolean {
	if (leerroute === null || result === null || result === 'onbekend') return false;
	return (result === 'haalbaar') === (leerroute === 'Z');
}
