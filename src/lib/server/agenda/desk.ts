import { inArray } from 'drizzle-orm';
import { may, mayLead, type Staff } from '../access/access.ts';
import * as people from '../people/people.ts';
import { type Answer, answerKey, answerOf, lastAnswers } from './answers.ts';
import type { AttendanceRow } from './attendance-rows.ts';
import { type Cohort, list } from './cohorts.ts';
import type { AgendaKind, Presence } from './kinds.ts';
import type { Occurrence } from './occurrences.ts';
import type { Window } from './recurrence.ts';
import { clashesOf } from './roster-clashes.ts';
import { rosterOf, visible } from './roster.ts';
import {
	belongs,
	type Membership,
	membersOf,
	occurrencesOfCohorts,
	occurrencesWhere,
} from './rows.ts';

/** One line of the agenda of a member of staff. */
export interface DeskLine {
	readonly occurrence: Occurrence;
	/** Whose it is, when it is of one person. */
	readonly person: Named | null;
	readonly cohort: Pick<Cohort, 'id' | 'name'> | null;
	/** How many are expected, and how many of them said that they come or cannot; of those whom the actor may see. */
	readonly size: number;
	readonly coming: number;
	readonly cannot: number;
}

export interface Named {
	readonly id: string;
	readonly name: string;
}

/** What a list is narrowed to. */
export interface DeskFilter {
	readonly cohortId?: string | undefined;
	readonly kind?: AgendaKind | undefined;
}

/**
 * What is planned inside a window for the own people alone, for the cohorts that the actor leads, and for cohorts of
 * colleagues in which own people are; in order of time.
 */
export async function desk(
	actor: Staff,
	window: Window,
	{ cohortId, kind }: DeskFilter = {},
): Promise<DeskLine[]> {
	const { portal } = actor;
	const { read, t } = portal.store;
	const mine = await read.select().from(t.people).where(people.inCaseload(actor));
	const own = new Map(mine.map((person) => [person.id, person]));
	const cohorts = (await list(actor)).filter(({ id }) => !cohortId || id === cohortId);
	const all = await membersOf(
		t,
		read,
		cohorts.map(({ id }) => id),
	);
	const byCohort = Map.groupBy(all, (one) => one.cohortId);
	const shown = cohorts.filter(
		(cohort) =>
			mayLead(actor, cohort) || byCohort.get(cohort.id)?.some(({ personId }) => own.has(personId)),
	);
	const ofMine = read.select({ id: t.people.id }).from(t.people).where(people.inCaseload(actor));
	const alone = cohortId
		? []
		: await occurrencesWhere(t, read, inArray(t.agendaItems.personId, ofMine), window);
	const together = await occurrencesOfCohorts(
		t,
		read,
		shown.map(({ id }) => id),
		window,
	);
	const found = [...alone, ...together]
		.filter((one) => kind === undefined || one.kind === kind)
		.sort((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1));
	const ids = (occurrence: Occurrence) => {
		if (occurrence.personId !== null) return [occurrence.personId];
		const cohort = cohorts.find(({ id }) => id === occurrence.cohortId);
		const isLed = cohort !== undefined && mayLead(actor, cohort);
		return (byCohort.get(occurrence.cohortId ?? '') ?? [])
			.filter((one: Membership) => belongs(one, occurrence.on))
			.map(({ personId }) => personId)
			.filter((id) => isLed || own.has(id));
	};
	const answers = await lastAnswers(portal, [...new Set(found.flatMap(ids))], found);
	return found.map((occurrence) => {
		const expected = ids(occurrence);
		const said = expected.flatMap((id) => {
			const row = answers.get(answerKey(id, occurrence));
			return row?.answeredFor === `${occurrence.on}T${occurrence.at}` ? [row] : [];
		});
		const person = own.get(occurrence.personId ?? '');
		const cohort = cohorts.find(({ id }) => id === occurrence.cohortId);
		return {
			occurrence,
			person: person ? named(person) : null,
			cohort: cohort ? { id: cohort.id, name: cohort.name } : null,
			size: expected.length,
			coming: said.filter(({ isComing }) => isComing).length,
			cannot: said.filter(({ isComing }) => !isComing).length,
		};
	});
}

/** Somebody on the list of one occurrence. */
export interface Attendee extends Named {
	/** Whether the person is in the actor's caseload: only then the reason of an absence is shown. */
	readonly isMine: boolean;
	readonly answer: Pick<Answer, 'isComing' | 'reason' | 'holds' | 'saidAt'> | null;
	readonly attendance: Recorded | null;
	/** What else somebody of the own caseload has at that time. */
	readonly clashes: readonly Occurrence[];
}

/** What was written down last of somebody. */
export interface Recorded {
	readonly number: number;
	readonly presence: Presence;
	readonly minutes: number;
	readonly recordedAt: number;
	readonly recordedBy: string;
}

/** One occurrence as a member of staff sees it. */
export interface DeskView {
	readonly occurrence: Occurrence;
	readonly cohort: Cohort | null;
	/** Of a series its rule and the day after its last; null for what is once. */
	readonly series: { readonly rule: string; readonly until: string } | null;
	/** Whether it is off by itself, and can go on after all. */
	readonly canRestore: boolean;
	/** Whether the actor may change it and write down who was there. */
	readonly isLed: boolean;
	/** Those whom the actor may see: all of an own cohort, of another only the own caseload. */
	readonly attendees: readonly Attendee[];
}

/** One occurrence with who comes, who cannot and who was there; not found in another gemeente or caseload. */
export async function deskView(actor: Staff, key: string): Promise<DeskView> {
	const found = await visible(actor, key);
	const { cohort, occurrence } = found;
	const isLed = cohort === null || mayLead(actor, cohort);
	const rows = await rosterOf(actor.portal, found, isLed ? undefined : people.inCaseload(actor));
	const mine = rows.filter(({ person }) => may(actor, 'agenda.read', person));
	const ids = mine.map(({ person }) => person.id);
	const clashes = await clashesOf(actor.portal, ids, occurrence);
	const attendees = rows.map(({ answer, attendance, person }) => {
		const isMine = ids.includes(person.id);
		return {
			...named(person),
			isMine,
			answer: answer && shownTo(isMine, answerOf(actor.portal, answer, occurrence)),
			attendance: attendance && recorded(attendance),
			clashes: clashes.get(person.id) ?? [],
		};
	});
	const { cancelledAt, rule, until } = found.item;
	const isOver = cancelledAt !== null && occurrence.startsAt >= cancelledAt;
	const canRestore = occurrence.isCancelled && !isOver;
	const series = rule === null ? null : { rule, until };
	return { occurrence, cohort, series, canRestore, isLed, attendees };
}

function shownTo(isMine: boolean, { holds, isComing, reason, saidAt }: Answer) {
	return { isComing, holds, saidAt, reason: isMine ? reason : null };
}

/** What a list shows of a line of attendance. */
export function recorded(row: AttendanceRow): Recorded {
	const { minutes, number, presence, recordedAt, recordedBy } = row;
	return { number, presence, minutes, recordedAt, recordedBy };
}

function named({ familyName, givenName, id }: people.Person): Named {
	return { id, name: `${givenName} ${familyName}` };
}
