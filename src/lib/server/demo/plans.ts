import { fill, type SentenceId, stored } from '#lib/languages/sentences.ts';
import { addDays, addMonths, type Day, dayBefore } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Staff } from '../access/access.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Agreement, PipContent } from '../pip/content.ts';
import * as pip from '../pip/pip.ts';
import { helpIn, policyFor } from '../tenants/tenants.ts';
import { morningOf } from './seed.ts';

/** What schools usually plan, in whole hours; no norm, the plan of each person says its own. */
const usualHours = { B: 600, O: 1500, Z: 800 } as const satisfies Record<Leerroute, number>;

/** Publishes the plan of a demo person on the day of the story, as a klantmanager does: draft, check, publish. */
export async function publishPlan(
	manager: Staff,
	person: Person,
	{ leerroute, on }: { leerroute: Leerroute; on: Day },
) {
	const moment = { now: morningOf(on), today: on };
	const policy = policyFor(manager.portal.tenant, person.gemeentecode);
	const suggestion = pip.suggestion(person, leerroute, policy, on);
	const numbers: PipContent = {
		...suggestion,
		courseHours: suggestion.courseHours ?? (isAsiel(person) ? usualHours[leerroute] : null),
		voortgangsgesprekken: Math.max(2, suggestion.voortgangsgesprekken),
	};
	const talks = fixTalks(suggestion.agreements, numbers.voortgangsgesprekken);
	const content = { ...numbers, agreements: [...talks, ...further(manager, person, numbers, on)] };
	const { revision } = await pip.draft(manager, person.id, on);
	const saved = await pip.saveDraft(manager, person.id, content, revision, moment);
	if (!saved.ok) throw new Error(`${person.id}: ${JSON.stringify(saved.problems)}`);
	const publication = { revision: saved.value.revision, dagtekeningOn: on };
	const published = await pip.publish(manager, person.id, publication, moment);
	if (!published.ok) throw new Error(`${person.id}: ${JSON.stringify(published.problems)}`);
}

function isAsiel(person: Person): boolean {
	return person.groepDetail === 'asielstatushouder' || person.groepDetail === 'nareiziger';
}

/** The talks of the plan and the sentence about them must say the same number. */
function fixTalks(agreements: readonly Agreement[], talks: number): Agreement[] {
	const rest = agreements.filter(
		(each) => !('sentence' in each && each.sentence === 'voortgangsgesprek'),
	);
	return [...rest, ...said('voortgangsgesprek', { count: talks })];
}

/** What a real plan says beyond the numbers of the law: which school, which help, until when. */
function further(manager: Staff, person: Person, content: PipContent, on: Day): Agreement[] {
	const help = helpIn(manager.portal.tenant, person.gemeentecode);
	const partner = help.find(({ component }) => component === 'maatschappelijkeBegeleiding')?.first;
	const buddy = help.find(({ component }) => component === 'taalmaatje')?.first;
	const school = 'Taalschool De Brug';
	const firstOn = addDays(on, 28);
	const agreements = isAsiel(person)
		? content.leerroute === 'O'
			? said('taalschakeltraject', { school, firstOn })
			: said('lessons', { school, hours: 12, firstOn })
		: said('lessonsSelf', { school });
	if (isAsiel(person) && partner) {
		const lastOn = dayBefore(addMonths(on, 18));
		agreements.push(...said('begeleiding', { partner: partner.name, lastOn }));
	}
	if (person.groepDetail === 'asielstatushouder' && person.hasParticipatiewetBenefit) {
		agreements.push(...said('ontzorgen', { lastOn: dayBefore(addMonths(on, 6)) }));
	}
	if (buddy) agreements.push(...said('taalmaatje', { partner: buddy.name }));
	return agreements;
}

function said(sentence: SentenceId, values: Record<string, string | number>): Agreement[] {
	const filled = fill(sentence, values);
	if (!filled?.ok) throw new Error(`${sentence} does not take ${JSON.stringify(values)}`);
	return [{ id: newId(), sentence, slots: stored(filled.slots) }];
}
