/**
 * What is planned for people, alone and in cohorts: lessons, meetings, exams, talks and appointments, once or in
 * series; what differs from a series; and who comes. A day and a time are those on the clock of the Netherlands.
 */
export { type Attended, attended, type Mark, record } from './attendance.ts';
export { of, one, type OwnOccurrence } from './answered.ts';
export { type Answer, answer, type SaidAnswer } from './answers.ts';
export { change, type Change, type SeenOccurrence } from './change.ts';
export * as cohorts from './cohorts.ts';
export type { Cohort, CohortView, NewCohort } from './cohorts.ts';
export { clashes, clashesAt, takenMinutes } from './conflicts.ts';
export * from './kinds.ts';
export { type Interpreting, sayInterpreter } from './interpreter.ts';
export {
	type Attendee,
	desk,
	type DeskFilter,
	type DeskLine,
	deskView,
	type DeskView,
} from './desk.ts';
export { changeFrom } from './onwards.ts';
export { type Lesson, lesson, lessonsOf, type Pupil } from './school.ts';
export type { ItemRow, Occurrence, Wall } from './occurrences.ts';
export { once, onceFor } from './once.ts';
export { cancel, type ForWhom, plan, planOnce, type Planned } from './planning.ts';
export { daysOf, firstDay, readRule, weekly, type Window } from './recurrence.ts';
export { remind } from './reminders.ts';
export { byDay, type DayShown, shown, type Shown, shownOne, soon, type Soon } from './shown.ts';
export { instantOf, isTime, wallOf } from './wall-clock.ts';
export { mondayOf, readWeek, type Week, weekOf } from './weeks.ts';

// For nouns that plan in a transaction of their own.
export { write as writeChange } from './change.ts';
export { occurrenceOf } from './occurrences.ts';
export { add, ownerOf, rowOf } from './planning.ts';
export { belongs, exceptionsOf, membersOf, occurrencesWhere } from './rows.ts';
