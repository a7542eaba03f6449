import { isBefore } from '#lib/law/day.ts';
import { normOn } from '#lib/law/norm.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as modules from '../modules/modules.ts';

/** How many summonses have passed, of those that the law asks before the intake can end without the person (W 14(2)). */
export async function oproepen(
	actor: Staff,
	personId: string,
	{ today }: Moment,
): Promise<{ readonly done: number; readonly of: number }> {
	const steps = await modules.steps(actor, personId);
	const passed = steps.filter(({ kind, on }) => kind === 'oproep' && isBefore(on, today));
	const done = new Set(passed.map(({ on }) => on)).size;
	return { done, of: normOn('bredeIntakeOproepen', today).value };
}
