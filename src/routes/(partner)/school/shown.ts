import * as agenda from '#lib/server/agenda/agenda.ts';

/** A lesson as the pages of a partner show it. */
export function shownOf(lesson: agenda.Lesson) {
	const { at, cohortName, isCancelled, key, kind, minutes, on, place, startsAt } = lesson;
	const until = agenda.wallOf(startsAt + minutes * 60_000).at;
	return { key, cohortName, kind, on, at, until, minutes, place, isCancelled };
}
