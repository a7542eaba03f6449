import { m } from '#lib/paraglide/messages.js';
import type { WaitingBall, WaitingFor } from '#lib/server/waiting/waiting.ts';
import type { Label } from '#lib/ui/message.ts';

/** What somebody waits for, as the inburgeraar reads it. */
export const waitingLabel = {
	group: m.waiting_group,
	teacher: m.waiting_teacher,
	childcare: m.waiting_childcare,
	examPlace: m.waiting_exam,
	duo: m.waiting_duo,
} satisfies Record<WaitingFor, Label>;

/** The same as staff choose it. */
export const waitingForLabel = {
	group: m.file_waiting_group,
	teacher: m.file_waiting_teacher,
	childcare: m.file_waiting_childcare,
	examPlace: m.file_waiting_exam,
	duo: m.file_waiting_duo,
} satisfies Record<WaitingFor, Label>;

/** Whose move it is, as staff read it. */
export const ballChoice = {
	gemeente: m.file_timeline_gemeente,
	school: m.file_timeline_school,
	partner: m.file_timeline_partner,
	duo: m.file_timeline_duo,
	person: m.file_timeline_person,
} satisfies Record<WaitingBall, Label>;
