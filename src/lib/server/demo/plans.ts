import { isLanguage } from '#lib/languages/languages.ts';
import { fill, type SentenceId, stored } from '#lib/languages/sentences.ts';
import { addDays, addMonths, type Day, dayBefore } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Staff } from '../access/access.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Agreement, PipContent } from '../pip/content.ts';
import * as pip from '../pip/pip.ts';
import * as sending from '../sending/sending.ts';
import { helpIn } from '../tenants/tenants.ts';
import { decidedFor } from './decisions.ts';
import { morningOf } from './seed.ts';

/** What schools usually plan, in whole hours; no norm, the plan of each person says its own. */
const usualHours = { B: 600, O: 1500, Z: 800 } as const satisfies Record<Leerroute, number>;

/** Publishes the plan of a demo person on the day of the story, as a klantmanager does: draft, check, publish. */
export async function publishPlan(
	manager: Staff,
	person: Person,
	{ leerroute, on }: { leerroute: Leerroute; on: Day },
	ownWords?: string,
) {
	const moment = { now: morningOf(on), today: on };
	const ready = await draftPlan(manager, person, { leerroute, on }, ownWords);
	const publication = { revision: ready, dagtekeningOn: on, letterGoesToday: true };
	const published = await pip.publish(manager, person.id, publication, moment);
	if (!published.ok) throw new Error(`${person.id}: ${JSON.stringify(published.problems)}`);
	const { id, sending: sent } = published.value;
	if (sent?.way === 'paper') await sending.confirm(manager, id, on, moment);
}

/** Drafts a plan and plans the talk about it, as a klantmanager does. */
export async function planTalk(
	manager: Staff,
	person: Person,
	{ leerroute, on, heldOn }: { leerroute: Leerroute; on: Day; heldOn: Day },
) {
	const revision = await draftPlan(manager, person, { leerroute, on });
	const interpreterLanguage = isLanguage(person.language) ? person.language : null;
	const interpreter = interpreterLanguage === null ? 'none' : 'booked';
	const about = {
		heldOn,
		startsAt: '10:30',
		place: 'Gemeentehuis',
		interpreter,
		revision,
	} as const;
	const asked = {
		...about,
		interpreterLanguage,
		lateReason: 'De tolk kon niet eerder.',
		planning: 0,
	};
	const planned = await pip.planTalk(manager, person.id, asked, { now: morningOf(on), today: on });
	if (!planned.ok) throw new Error(`${person.id}: ${JSON.stringify(planned.problems)}`);
}

/** Saves a draft with which nothing is wrong; gives its revision. */
async function draftPlan(
	manager: Staff,
	person: Person,
	{ leerroute, on }: { leerroute: Leerroute; on: Day },
	ownWords?: string,
): Promise<number> {
	const moment = { now: morningOf(on), today: on };
	const suggestion = pip.suggestion(person, leerroute, manager.portal.tenant, on);
	const numbers: PipContent = {
		...suggestion,
		courseHours: suggestion.courseHours ?? (isAsiel(person) ? usualHours[leerroute] : null),
		voortgangsgesprekken: Math.max(2, suggestion.voortgangsgesprekken),
	};
	const talks = fixTalks(suggestion.agreements, numbers.voortgangsgesprekken);
	const agreements = [...talks, ...further(manager, person, numbers, on)];
	const planned = { ...numbers, agreements };
	const whole = ownWords ? pip.withOwnWords(planned, 'you', ownWords) : planned;
	const content = await decidedFor(manager, person, whole, on);
	const { revision } = await pip.draft(manager, person.id, on);
	const saved = await pip.saveDraft(manager, person.id, content, revision, moment);
	if (!saved.ok) throw new Error(`${person.id}: ${JSON.stringify(saved.problems)}`);
	return saved.value.revision;
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
	const buddy = help.find(({ component }) => component === 'taalmaatje')?.first;
	const school = 'Taalschool De Brug';
	const firstOn = addDays(on, 28);
	const agreements = isAsiel(person)
		? content.leerroute === 'O'
			? said('taalschakeltraject', { school, firstOn })
			: said('lessons', { school, hours: 12, firstOn })
		: said('lessonsSelf', { school });
	if (buddy) agreements.push(...said('taalmaatje', { partner: buddy.name }));
	return [...agreements, ...ofRoute(content.leerroute, on)];
}

/** What both sides do for the goals of a route. */
function ofRoute(leerroute: Leerroute, on: Day): Agreement[] {
	const practise = said('practise', { hours: 3 });
	if (leerroute === 'Z') {
		const firstOn = addDays(on, 40);
		return [
			...practise,
			...said('join', { partner: 'Buurthuis De Linde' }),
			...said('digid', { lastOn: addDays(on, 21) }),
			...said('bikeLessons', { partner: 'Buurthuis De Linde', firstOn }),
		];
	}
	if (leerroute === 'O') {
		const lastOn = dayBefore(addMonths(on, 3));
		return [...practise, ...said('diploma', { lastOn }), ...said('diplomaHelp', {})];
	}
	return [
		...practise,
		...said('travelCosts', { amount: 60 }),
		...said('workTalk', { partner: 'het werkplein', lastOn: dayBefore(addMonths(on, 6)) }),
		...said('workHelp', {}),
	];
}

function said(sentence: SentenceId, values: Record<string, string | number>): Agreement[] {
	const filled = fill(sentence, values);
	if (!filled?.ok) throw new Error(`${sentence} does not take ${JSON.stringify(values)}`);
	return [{ id: newId(), sentence, slots: stored(filled.slots) }];
}
