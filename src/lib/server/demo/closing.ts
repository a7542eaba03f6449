import { addDays, addMonths, type Day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as course from '../course/course.ts';
import * as hours from '../hours/hours.ts';
import { newId } from '../id.ts';
import * as modules from '../modules/modules.ts';
import type { Person } from '../people/people.ts';
import { morningOf } from './seed.ts';

/**
 * Somebody near the end of the Z-route: all lessons and hours are in, the participatieverklaring is signed and the
 * practice of the MAP is done; the talks are still to come.
 */
export async function nearTheEnd(manager: Staff, person: Person, plannedOn: Day) {
	await workDays(manager, person, addMonths(plannedOn, 4));
	await lessons(manager, person, plannedOn);
	const step = (kind: modules.StepKind, on: Day) =>
		record(manager, { ...nothing, personId: person.id, kind, on });
	await step('pvtSigned', addMonths(plannedOn, 6));
	await step('moduleMapPractice', addMonths(plannedOn, 20));
	const exam = { part: 'KNM', outcome: 'geslaagd', source: 'duo' } as const;
	const on = addMonths(plannedOn, 24);
	await record(manager, { ...nothing, ...exam, personId: person.id, kind: 'exam', on });
}

const nothing = {
	part: null,
	outcome: null,
	withWhom: null,
	slot: null,
	seen: 0,
	source: 'gemeente',
} as const;

async function record(manager: Staff, said: modules.Said & { readonly on: Day }) {
	const moment = { now: morningOf(said.on), today: said.on };
	const recorded = await modules.record(manager, said, moment);
	if (!recorded.ok) throw new Error(`${said.kind}: ${JSON.stringify(recorded.problems)}`);
}

/** A hundred days of eight hours, one a week. */
async function workDays(manager: Staff, person: Person, since: Day) {
	const { portal } = manager;
	const resident: Resident = { kind: 'resident', id: person.id, personId: person.id, portal };
	const content = { activity: 'workExperience', organisation: 'Werkplaats De Brug' } as const;
	const always = { minutes: 480, note: null, dutchSpoken: true, together: true };
	for (let week = 0; week < 100; week += 1) {
		const doneOn = addDays(since, 7 * week);
		const moment = { now: morningOf(doneOn) + 3_600_000, today: doneOn };
		const said = { ...content, ...always, doneOn };
		const sent = await hours.declareAs(resident, newId(), said, [], moment);
		if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
		await hours.confirm(manager, sent.value.id, { ...moment, now: moment.now + 60_000 });
	}
}

/** Eight school terms of a hundred hours. */
async function lessons(manager: Staff, person: Person, plannedOn: Day) {
	for (let term = 0; term < 8; term += 1) {
		const fromOn = addMonths(plannedOn, 1 + 3 * term);
		const until = addMonths(plannedOn, 4 + 3 * term);
		const told = {
			kind: term % 4 === 3 ? 'knm' : 'nt2',
			school: 'Taalschool De Brug',
			source: 'schoolStatement',
			sourceText: 'Overzicht van de school',
			attendedMinutes: 6000,
			excusedMinutes: null,
			unexcusedMinutes: null,
		} as const;
		const statement = { ...told, fromOn, until, sourceOn: until };
		const moment = { now: morningOf(until), today: until };
		const recorded = await course.record(manager, person.id, statement, moment);
		if (!recorded.ok) throw new Error(JSON.stringify(recorded.problems));
	}
}
