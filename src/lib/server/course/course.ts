/**
 * Course hours: the lessons that a school reported, or a member of staff wrote down with where it comes from (Besluit
 * inburgering 2021, art. 3.14(2)a). They stand apart from what the inburgeraar declared in `hours`: a lesson declared
 * there counts for no norm and goes to no total of DUO, since the school's own attendance is what counts (Regeling
 * inburgering 2021, art. 8.4). A line is never changed; another one takes its place, and both stay in sight.
 */
export { COURSE_KINDS, type CourseKind, type CoursePlace } from '#lib/law/course-hours.ts';
export type { LineProblem, Missing, Preview, WrongLine } from './file/school-file.ts';
export type { Column as SheetColumn } from './file/columns.ts';
export { clearFiles, expectDesk, preview, readIn, takeOver } from './file/school-file.ts';
export { template } from './file/template.ts';
export type { Period } from './lines.ts';
export {
	type CourseForDuo,
	type CourseLine,
	type CourseOverview,
	forDuo,
	overview,
} from './overview.ts';
export { correct, record } from './record.ts';
export { schoolsOf } from './schools.ts';
export { COURSE_SOURCES, type CourseSource } from './sources.ts';
export { longestSchool, longestSourceText, type Statement } from './statement.ts';
export { hoursWritten, minutesWritten } from './written.ts';
