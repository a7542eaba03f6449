/**
 * Rules and rights as one person may read them: duties, fines, more time, exemptions and objecting, and what a letter
 * can be. Only what holds for the own groep, leerroute and law, with the own days; nothing is decided here and nothing
 * of it is kept.
 */
import type { Day } from '#lib/law/day.ts';
import type { Sender } from '../../../params/sender.ts';
import type { Topic } from '../../../params/topic.ts';
import type { Resident } from '../access/access.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { helpIn } from '../tenants/tenants.ts';
import { bezwaar } from './bezwaar.ts';
import { boete } from './boete.ts';
import { type Letter, lettersOf } from './letters.ts';
import { oldLaw } from './old-law.ts';
import { ontheffing } from './ontheffing.ts';
import type { Known, Page } from './page.ts';
import { plichten } from './plichten.ts';
import { verlenging } from './verlenging.ts';
import { vrijstelling } from './vrijstelling.ts';

export type { Letter, Until } from './letters.ts';
export type { Known, Line, Page, Part } from './page.ts';

/** Who helps for nothing besides the klantmanager, as far as the gemeente says it. */
export type Helpers = readonly string[];

/** A page, with who helps. */
export async function read(
	actor: Resident,
	topic: Topic,
	today: Day,
): Promise<{ page: Page; helpers: Helpers }> {
	const known = await knownOf(actor, today);
	return { page: pageAbout(topic, known), helpers: await helpersOf(actor, known) };
}

/** What a letter of this sender can be, with who helps. */
export async function letters(
	actor: Resident,
	sender: Sender,
	today: Day,
): Promise<{ letters: readonly Letter[]; helpers: Helpers }> {
	const known = await knownOf(actor, today);
	return { letters: lettersOf(sender, known), helpers: await helpersOf(actor, known) };
}

/** The page about a topic for somebody of whom this is known. */
export function pageAbout(topic: Topic, known: Known): Page {
	return known.facts.stelsel === 'wi2013' ? oldLaw(topic, known) : PAGES[topic](known);
}

const PAGES = {
	plichten,
	boete,
	verlenging,
	ontheffing,
	vrijstelling,
	bezwaar,
} satisfies Record<Topic, (known: Known) => Page>;

async function knownOf(actor: Resident, today: Day): Promise<Known> {
	const person = await people.own(actor);
	const pips = await pip.of(actor, person.id);
	const steps = await modules.steps(actor, person.id);
	const { current } = pips;
	return {
		facts: pip.factsOf(person, pips, modules.factsIn(steps)),
		plan: current && pip.shown(person, pips, current, 'nl', today),
		today,
	};
}

/** Practical help is for an asielstatushouder (W 13(1)); somebody of the gemeente is the klantmanager already. */
async function helpersOf(actor: Resident, { facts }: Known): Promise<Helpers> {
	if (facts.stelsel === 'wi2013' || facts.groep !== 'asielstatushouder') return [];
	const { gemeentecode } = await people.own(actor);
	const help = helpIn(actor.portal.tenant, gemeentecode).find(
		({ component }) => component === 'maatschappelijkeBegeleiding',
	);
	return [help?.first ?? null, ...(help?.alongside ?? [])].flatMap((partner) =>
		partner && partner.kind !== 'gemeente' ? [partner.name] : [],
	);
}
