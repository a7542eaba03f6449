import { m } from '#lib/paraglide/messages.js';
import type {
	CourseKind,
	CoursePlace,
	CourseSource,
	LineProblem,
	SheetColumn,
} from '#lib/server/course/course.ts';
import type { Label, Message } from '#lib/ui/message.ts';
import { problemLabel } from './problems.ts';

/** What is taught, for the inburgeraar. */
export const lessonKindLabel = {
	nt2: m.lessons_kind_nt2,
	knm: m.lessons_kind_knm,
	alfabetisering: m.lessons_kind_alfabetisering,
	deficientieVak: m.lessons_kind_deficientie_vak,
	eerderOnderwijs: m.lessons_kind_eerder_onderwijs,
} satisfies Record<CourseKind, Label>;

type WithDay = Message<{ day: NonNullable<unknown> }>;

/** Where hours come from and of which day that is, for the inburgeraar. */
export const lessonSourceLabel: Record<CourseSource, WithDay> = {
	schoolStatement: m.lessons_source_statement,
	attendanceList: m.lessons_source_list,
	staff: m.lessons_source_staff,
};

/** What is said of a line that is not in the total; null for one that is. */
export const lessonPlaceLabel = {
	course: null,
	deducted: null,
	intake: m.lessons_before_plan,
	across: m.lessons_not_counted,
	none: m.lessons_not_counted,
} satisfies Record<CoursePlace, Label | null>;

/** The same, told to staff. */
export const coursePlaceLabel = {
	course: null,
	deducted: null,
	intake: m.course_apart,
	across: m.course_part_across,
	none: m.course_not_counted,
} satisfies Record<CoursePlace, Label | null>;

/** The words of the law and of the schools, for staff. */
export const courseKindLabel = {
	nt2: m.course_kind_nt2,
	knm: m.course_kind_knm,
	alfabetisering: m.course_kind_alfabetisering,
	deficientieVak: m.course_kind_deficientie_vak,
	eerderOnderwijs: m.course_kind_eerder_onderwijs,
} satisfies Record<CourseKind, Label>;

export const courseSourceLabel = {
	schoolStatement: m.course_source_statement,
	attendanceList: m.course_source_list,
	staff: m.course_source_staff,
} satisfies Record<CourseSource, Label>;

/** A column of a school's file, by the title of the template. */
export const columnLabel = {
	kenmerk: m.course_cell_kenmerk,
	familyName: m.course_cell_family_name,
	bornOn: m.course_cell_born,
	kind: m.course_kind,
	fromOn: m.course_cell_from,
	lastOn: m.course_cell_last,
	attended: m.course_cell_attended,
	excused: m.course_cell_excused,
	unexcused: m.course_cell_unexcused,
} satisfies Record<SheetColumn, Label>;

/** Why a line of a file is left out. */
export function lineProblemText({ column, otherLine, why }: LineProblem): string {
	switch (why) {
		case 'notAChoice':
			return column === 'kind' ? m.course_wrong_kind() : problemLabel[why]();
		case 'notADay':
			return m.course_wrong_day();
		case 'missing':
			return m.course_wrong_empty();
		case 'nobody':
			return m.course_wrong_nobody();
		case 'several':
			return m.course_wrong_several();
		case 'otherPerson':
			return m.course_wrong_other_person();
		case 'formula':
			return m.sheet_formula();
		case 'doubleInFile':
			return m.course_wrong_double({ line: String(otherLine) });
		default:
			return problemLabel[why]();
	}
}
