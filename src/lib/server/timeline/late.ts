import { contradictions } from '#lib/law/contradiction.ts';
import { compareDays, type Day, dayBefore } from '#lib/law/day.ts';
import { isOverdue, type StepKey } from '#lib/law/step.ts';
import { timeline } from '#lib/law/timeline.ts';
import { isWorkOfGemeente } from '#lib/law/ball.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { policyIn } from './policy.ts';

/** Something that the gemeente had to do for somebody, and of which no day was written down. */
export interface LateRow {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly key: StepKey;
	readonly nth: number | null;
	/** The last day on which it was in time. */
	readonly lastOn: Day;
	readonly isLegal: boolean;
}

const shown = 50;

/**
 * The gemeente's own work in the caseload of which the last day has passed, the longest first. Plans and
 * talks have lists of their own. It is asked in three queries, however many people there are.
 */
export async function late(
	actor: Staff,
	{ today }: Moment,
): Promise<{ readonly total: number; readonly rows: readonly LateRow[] }> {
	const mine = await people.caseload(actor);
	const ids = mine.map(({ id }) => id);
	const [plans, held] = await Promise.all([
		pip.ofMany(actor, ids),
		modules.stepsOfMany(actor, ids),
	]);
	const rows = mine.flatMap((person) => {
		const pips = plans.get(person.id) ?? { first: null, current: null };
		const facts = pip.factsOf(person, pips, modules.factsIn(held.get(person.id) ?? []));
		if (contradictions(facts).length > 0) return [];
		return timeline(facts, policyIn(actor, person, pips), today)
			.filter((step) => isOverdue(step, today) && !OWN_LIST.includes(step.key))
			.filter(({ key }) => isWorkOfGemeente(key, facts.leerroute))
			.map(({ key, kind, nth = null, until }): LateRow => {
				const { id: personId, givenName, familyName } = person;
				const lastOn = dayBefore(until ?? today);
				return { personId, givenName, familyName, key, nth, lastOn, isLegal: kind === 'legal' };
			});
	});
	const sorted = rows.toSorted((a, b) => compareDays(a.lastOn, b.lastOn));
	return { total: rows.length, rows: sorted.slice(0, shown) };
}

/** Plans, with the brede intake that is due when they are, and voortgangsgesprekken have lists of their own. */
const OWN_LIST: readonly StepKey[] = [
	'pip',
	'pipAfterMove',
	'bredeIntake',
	'leerbaarheidstoets',
	'intakeTalk',
	'voortgangsgesprek',
];
