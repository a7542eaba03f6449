import type { Day } from '#lib/law/day.ts';
import type { Actor } from '../access/access.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';

/** One thing to arrange after arrival, and the day on which it was. */
export interface ArrivalItem {
	readonly what: modules.StepKind | 'registration';
	readonly doneOn: Day | null;
}

const ITEMS = [
	'regeldag',
	'tenancySigned',
	'registration',
	'benefitAsked',
	'begeleidingBegan',
] as const;

/** What is arranged after an asielstatushouder got a home, in order; null for who comes otherwise. */
export async function arrival(
	actor: Actor,
	personId: string,
): Promise<readonly ArrivalItem[] | null> {
	const { brpRegisteredOn, groep } = people.factsKnown(await people.find(actor, personId));
	if (groep !== 'asielstatushouder') return null;
	const held = await modules.steps(actor, personId);
	return ITEMS.map((what) => ({
		what,
		doneOn: what === 'registration' ? (brpRegisteredOn ?? null) : modules.dayOfStep(held, what),
	}));
}
