import { addDays, addMonths, type Day, isBefore } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { instantOf, mondayOf } from '../agenda/agenda.ts';
import type { Outcome } from '../errors.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import * as talks from '../talks/talks.ts';
import type { Laid } from './agenda.ts';

/** Who of the named people read a report: for each language one. */
const reported = ['amina', 'selam', 'elif', 'joy', 'karim', 'zahra', 'ayaan', 'shirin'];

/** As many months lie between two talks: twice a year, as the plans say. */
const monthsBetween = 6;

/** Of the crowd, one in so many waits for the last talk. */
const lateOneIn = 8;

/**
 * The voortgangsgesprekken of the demo that were held: of the crowd nearly all that were due, of some named people one
 * three weeks ago; and what somebody answered before the next.
 */
export async function holdTalks(portal: Portal, everybody: readonly Laid[], today: Day) {
	const crowd = everybody.filter(({ key }) => key.startsWith('crowd-'));
	for (const [nth, { manager, person, since }] of crowd.entries()) {
		const due = since === null ? [] : heldOn(since, today);
		const held = nth % lateOneIn === 0 ? due.slice(0, -1) : due;
		for (const on of held) await report(manager, person, on, ofTheCrowd);
	}
	for (const { key, manager, person } of everybody) {
		const on = mondayOf(addDays(today, -21));
		if (reported.includes(key)) await report(manager, person, on, inFull);
		if (key === 'selam') await prepare(portal, person, today);
	}
}

/** The Mondays two weeks before each talk is due. */
function heldOn(since: Day, today: Day): Day[] {
	const all = Array.from({ length: 6 }, (_, nth) =>
		mondayOf(addDays(addMonths(since, (nth + 1) * monthsBetween), -14)),
	);
	return all.filter((on) => isBefore(on, today));
}

type Step = (content: talks.ReportContent) => Outcome<talks.ReportContent>;

const { withAgreement, withRemark } = talks.editing;
const nowhere = { goal: null, lastOn: null };

const ofTheCrowd: readonly Step[] = [(its) => withRemark(its, 'goodLessons', {})];

const inFull: readonly Step[] = [
	(its) => withRemark(its, 'goodDutch', {}),
	(its) => withRemark(its, 'goodPlace', { partner: 'Buurthuis De Spil' }),
	(its) => withRemark(its, 'hardChildcare', {}),
	(its) => withAgreement(its, 'practise', { hours: '2' }, nowhere),
	(its) => withAgreement(its, 'childcare', {}, nowhere),
];

/** A talk that was planned, held and reported on the same day. */
async function report(manager: Staff, person: Person, on: Day, steps: readonly Step[]) {
	const before = { now: instantOf(addDays(on, -14), '10:00'), today: addDays(on, -14) };
	const after = { now: instantOf(on, '15:00'), today: on };
	const planned: talks.PlannedTalk = {
		kind: 'voortgangsgesprek',
		...{ on, at: '13:30', minutes: 60, place: 'Gemeentehuis', address: null, withWhom: null },
		interpreter: person.interpreter ? 'booked' : 'none',
		interpreterLanguage: person.interpreter ? person.language : null,
	};
	const itemId = await kept(talks.plan(manager, person.id, planned, before));
	const { content, revision } = await talks.draft(manager, person.id, itemId);
	const whole = steps.reduce((its, step) => valueOf(step(its)), content);
	const seen = await kept(talks.saveDraft(manager, person.id, itemId, whole, revision, after));
	await kept(talks.sign(manager, person.id, { itemId, revision: seen, heldOn: on }, after));
}

/** What the person answered before the next talk that is planned, where there is one. */
async function prepare(portal: Portal, { id: personId }: Person, today: Day) {
	const actor: Resident = { kind: 'resident', id: personId, personId, portal };
	const moment = { now: instantOf(today, '08:00'), today };
	const next = (await talks.of(actor, personId)).find(({ startsAt }) => startsAt > moment.now);
	if (!next) return;
	const said = { itemId: next.itemId, language: 'ti' };
	const good = { topics: ['language', 'people'], words: null } as const;
	const hard = { topics: ['home'], words: 'ገዛና ንእሽቶ እያ።' } as const;
	await kept(talks.answer(actor, { ...said, ...good, question: 'goesWell', key: newId() }, moment));
	await kept(talks.answer(actor, { ...said, ...hard, question: 'isHard', key: newId() }, moment));
}

async function kept<T>(outcome: Promise<Outcome<T>>): Promise<T> {
	return valueOf(await outcome);
}

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
