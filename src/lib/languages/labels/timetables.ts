import { m } from '#lib/paraglide/messages.js';
import type { Column, LineProblem, LineWhy } from '#lib/server/timetables/timetables.ts';
import type { ProblemKey } from '#lib/server/errors.ts';
import type { Label } from '#lib/ui/message.ts';
import { problemLabel } from './problems.ts';

/** The columns of a timetable as a sheet, by the titles of the template. */
export const timetableColumnLabel = {
	number: m.timetable_cell_number,
	on: m.timetable_cell_on,
	begin: m.timetable_cell_begin,
	end: m.timetable_cell_end,
	minutes: m.timetable_cell_minutes,
	subject: m.timetable_cell_subject,
	place: m.timetable_cell_place,
	address: m.timetable_cell_address,
	withWhom: m.timetable_cell_with_whom,
	off: m.timetable_cell_off,
} satisfies Record<Column, Label>;

/** What only a line of a timetable can have wrong. */
const own = {
	formula: m.sheet_formula,
	allDay: m.timetable_why_all_day,
	noBegin: m.timetable_why_no_begin,
	noEnd: m.timetable_why_no_end,
	unknownZone: m.timetable_why_unknown_zone,
	ruleUnread: m.timetable_why_rule,
	fromThenOn: m.timetable_why_from_then_on,
	eventDamaged: m.timetable_why_damaged,
} satisfies Record<Exclude<LineWhy, ProblemKey | 'doubleInFile'>, Label>;

/** Why a line was left out, in Dutch. */
export function timetableProblemText({ column, otherLine, why }: LineProblem): string {
	const reason = reasonText(why, otherLine);
	if (column === null) return reason;
	return m.sheet_cell({ column: timetableColumnLabel[column](), why: reason });
}

function reasonText(why: LineWhy, otherLine = 0): string {
	if (why === 'doubleInFile') return m.timetable_why_double({ line: String(otherLine) });
	return isOwn(why) ? own[why]() : problemLabel[why]();
}

function isOwn(why: LineWhy): why is keyof typeof own {
	return why in own;
}
