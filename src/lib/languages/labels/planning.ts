import { m } from '#lib/paraglide/messages.js';
import type { ChangeReason, InterpreterState } from '#lib/server/agenda/agenda.ts';
import type { Label } from '#lib/ui/message.ts';

/** Why something is off or moved, as the staff choose it. */
export const planningReasonLabel = {
	holiday: m.planning_reason_holiday,
	teacherAway: m.planning_reason_teacher_away,
	staffAway: m.planning_reason_staff_away,
	roomGone: m.planning_reason_room_gone,
	tooFewPeople: m.planning_reason_too_few_people,
	personAsked: m.planning_reason_person_asked,
	otherReason: m.planning_reason_other,
} satisfies Record<ChangeReason, Label>;

export const planningInterpreterLabel = {
	none: m.planning_interpreter_none,
	asked: m.planning_interpreter_asked,
	booked: m.planning_interpreter_booked,
} satisfies Record<InterpreterState, Label>;

/** The days of the week from Monday (1) on. */
export const weekdayLabel = {
	1: m.planning_monday,
	2: m.planning_tuesday,
	3: m.planning_wednesday,
	4: m.planning_thursday,
	5: m.planning_friday,
	6: m.planning_saturday,
	7: m.planning_sunday,
} satisfies Record<1 | 2 | 3 | 4 | 5 | 6 | 7, Label>;
