import { m } from '#lib/paraglide/messages.js';
import type {
	AbsenceReason,
	AgendaKind,
	Bringable,
	ChangeReason,
} from '#lib/server/agenda/agenda.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label, Message } from '#lib/ui/message.ts';

/** What something in the agenda is. */
export const agendaKindLabel = {
	lesson: m.agenda_kind_lesson,
	pvt: m.agenda_kind_pvt,
	moduleMap: m.agenda_kind_module_map,
	training: m.agenda_kind_training,
	activity: m.agenda_kind_activity,
	exam: m.agenda_kind_exam,
	intake: m.agenda_kind_intake,
	voortgangsgesprek: m.agenda_kind_voortgangsgesprek,
	eindgesprek: m.agenda_kind_eindgesprek,
	appointment: m.agenda_kind_appointment,
} satisfies Record<AgendaKind, Label>;

export const agendaKindIcon = {
	lesson: 'chalkboard-teacher',
	pvt: 'handshake',
	moduleMap: 'briefcase',
	training: 'users-four',
	activity: 'hand-heart',
	exam: 'exam',
	intake: 'chats-circle',
	voortgangsgesprek: 'chats-circle',
	eindgesprek: 'flag-checkered',
	appointment: 'calendar-check',
} as const satisfies Record<AgendaKind, IconName>;

/** Whether the interpreter is there already or still asked for. */
export const interpreterLabel: Record<
	'asked' | 'booked',
	Message<{ language: NonNullable<unknown> }>
> = {
	asked: m.plan_talk_interpreter_wanted,
	booked: m.plan_talk_interpreter,
};

export const bringLabel = {
	identityCard: m.agenda_bring_identity_card,
	letter: m.agenda_bring_letter,
	phone: m.agenda_bring_phone,
	bankCard: m.agenda_bring_bank_card,
	penAndPaper: m.agenda_bring_pen_and_paper,
	book: m.agenda_bring_book,
	payslips: m.agenda_bring_payslips,
	contracts: m.agenda_bring_contracts,
} satisfies Record<Bringable, Label>;

export const bringIcon = {
	identityCard: 'identification-card',
	letter: 'envelope-open',
	phone: 'device-mobile',
	bankCard: 'credit-card',
	penAndPaper: 'note-pencil',
	book: 'book-open',
	payslips: 'receipt',
	contracts: 'file-text',
} as const satisfies Record<Bringable, IconName>;

/** Why something is off or moved. */
export const changeReasonLabel = {
	holiday: m.agenda_change_holiday,
	teacherAway: m.agenda_change_teacher_away,
	staffAway: m.agenda_change_staff_away,
	roomGone: m.agenda_change_room_gone,
	tooFewPeople: m.agenda_change_too_few_people,
	personAsked: m.agenda_change_person_asked,
	otherReason: m.agenda_change_other_reason,
} satisfies Record<ChangeReason, Label>;

/** Why somebody cannot come; a partner never reads it. */
export const absenceReasonLabel = {
	ill: m.agenda_absence_ill,
	childIll: m.agenda_absence_child_ill,
	noChildcare: m.agenda_absence_no_childcare,
	work: m.agenda_absence_work,
	otherAppointment: m.agenda_absence_other_appointment,
	noTransport: m.agenda_absence_no_transport,
	otherAbsence: m.agenda_absence_other,
} satisfies Record<AbsenceReason, Label>;

export const absenceReasonIcon = {
	ill: 'thermometer',
	childIll: 'baby',
	noChildcare: 'baby-carriage',
	work: 'briefcase',
	otherAppointment: 'calendar-check',
	noTransport: 'bus',
	otherAbsence: 'dots-three-circle',
} as const satisfies Record<AbsenceReason, IconName>;
