import { and, eq, inArray, isNull } from 'drizzle-orm';
import { mayHold, type Partner } from '../access/access.ts';
import type { AgendaKind, Presence } from './kinds.ts';
import type { Occurrence } from './occurrences.ts';
import type { Window } from './recurrence.ts';
import { type Held, held, type RosterRow, rosterOf } from './roster.ts';
import { occurrencesOfCohorts } from './rows.ts';

/** What a partner sees of one lesson: nothing about why anything is so. */
export interface Lesson {
	readonly key: string;
	readonly cohortName: string;
	readonly kind: AgendaKind;
	readonly on: Occurrence['on'];
	readonly at: string;
	readonly minutes: number;
	readonly place: string | null;
	readonly isCancelled: boolean;
	readonly startsAt: number;
}

/** Somebody on the list of a partner: the given name and the first letter of the family name. */
export interface Pupil {
	readonly personId: string;
	readonly name: string;
	/** Whether the person reported to be absent at the time at which it stands now. */
	readonly isReported: boolean;
	readonly attendance: {
		readonly number: number;
		readonly presence: Presence;
		readonly minutes: number;
	} | null;
}

/** The lessons inside a window of days of the cohorts that the partner gives, in order of time. */
export async function lessonsOf(actor: Partner, window: Window): Promise<Lesson[]> {
	const { read, t } = actor.portal.store;
	const { agendaCohorts: c } = t;
	const codes = [...actor.gemeentecodes];
	if (codes.length === 0) return [];
	const given = and(eq(c.partnerId, actor.partnerId), inArray(c.gemeentecode, codes));
	const rows = await read
		.select()
		.from(c)
		.where(and(given, isNull(c.endedAt)));
	const cohorts = rows.filter((cohort) => mayHold(actor, cohort));
	const ids = cohorts.map(({ id }) => id);
	const found = await occurrencesOfCohorts(t, read, ids, window);
	return found.map((occurrence) => {
		const cohort = cohorts.find(({ id }) => id === occurrence.cohortId) ?? null;
		return lessonOf({ occurrence, cohort });
	});
}

/** One lesson of the partner's own with who is expected; not found when it is another's. */
export async function lesson(
	actor: Partner,
	key: string,
): Promise<{ readonly lesson: Lesson; readonly pupils: readonly Pupil[] }> {
	const found = await held(actor, key);
	const rows = await rosterOf(actor.portal, found);
	return { lesson: lessonOf(found), pupils: pupilsOf(found.occurrence, rows) };
}

function lessonOf({ cohort, occurrence }: Pick<Held, 'cohort' | 'occurrence'>): Lesson {
	const { at, isCancelled, key, kind, minutes, on, place, startsAt } = occurrence;
	const cohortName = cohort?.name ?? '';
	return { key, cohortName, kind, on, at, minutes, place, isCancelled, startsAt };
}

/** The reason stays sealed here: it is never opened for a partner. */
function pupilsOf({ at, on }: Occurrence, rows: readonly RosterRow[]): Pupil[] {
	return rows.map(({ answer, attendance, person }) => ({
		personId: person.id,
		name: `${person.givenName} ${[...person.familyName][0] ?? ''}.`,
		isReported: answer !== null && !answer.isComing && answer.answeredFor === `${on}T${at}`,
		attendance: attendance && {
			number: attendance.number,
			presence: attendance.presence,
			minutes: attendance.minutes,
		},
	}));
}
