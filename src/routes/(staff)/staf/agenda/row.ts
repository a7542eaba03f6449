import * as agenda from '#lib/server/agenda/agenda.ts';

/** One line of the agenda as a table shows it. */
export function rowOf({ cannot, cohort, coming, occurrence, person, size }: agenda.DeskLine) {
	const { at, endsAt, isCancelled, key, kind, on, place, subject, was, withWhom } = occurrence;
	const until = agenda.wallOf(endsAt).at;
	const what = { key, kind, on, at, until, place, subject, withWhom, isCancelled };
	return { ...what, isMoved: was !== null, person, cohort, size, coming, cannot };
}

export type Row = ReturnType<typeof rowOf>;
