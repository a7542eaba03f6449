import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { type Actor, permitted, type Resident } from '../access/access.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';

/** The person whose hours these are, with what the law asks about them. */
export interface Standing {
	readonly person: people.Person;
	readonly facts: Facts;
}

/** Who somebody is to the law, for reading or declaring hours. */
export async function standingOf(
	actor: Actor,
	personId: string,
	action: 'hours.read' | 'hours.declare',
): Promise<Standing> {
	const person = permitted(actor, action, await people.find(actor, personId));
	return { person, facts: pip.factsOf(person, await pip.of(actor, personId)) };
}

/**
 * The day from which hours can be declared, that of the first plan in whichever gemeente (W 11(3)); refused under the
 * law of 2013 and before there is a plan here.
 */
export function firstPlanDay({ facts }: Standing): Outcome<Day> {
	if (facts.stelsel === 'wi2013') return refused({ form: 'wi2013' });
	// Before this gemeente has its own plan the leerroute, and so the norm, is not known here.
	if (facts.dagtekeningOn === undefined || facts.firstDagtekeningOn === undefined) {
		return refused({ form: 'noPlan' });
	}
	return done(facts.firstDagtekeningOn);
}

/** The first day that can be declared, or null when declaring is closed. */
export async function declarableSince(actor: Resident): Promise<Day | null> {
	const first = firstPlanDay(await standingOf(actor, actor.personId, 'hours.declare'));
	return first.ok ? first.value : null;
}
