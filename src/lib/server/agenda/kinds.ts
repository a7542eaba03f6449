/** What stands in an agenda. `appointment` is whatever else the gemeente or a partner agreed with somebody. */
export const agendaKinds = [
	'lesson',
	'pvt',
	'moduleMap',
	'training',
	'activity',
	'exam',
	'intake',
	'voortgangsgesprek',
	'eindgesprek',
	'appointment',
] as const;

export type AgendaKind = (typeof agendaKinds)[number];

/** What of an agenda is a talk of the gemeente with one person, that is prepared and reported. */
export const talkKinds = [
	'voortgangsgesprek',
	'intake',
	'eindgesprek',
] as const satisfies readonly AgendaKind[];

export type TalkKind = (typeof talkKinds)[number];

/** Whether an interpreter comes: nobody asked, asked for, or booked. */
export const interpreterStates = ['none', 'asked', 'booked'] as const;

export type InterpreterState = (typeof interpreterStates)[number];

/** What to take along, each with a picture. */
export const bringables = [
	'identityCard',
	'letter',
	'phone',
	'bankCard',
	'penAndPaper',
	'book',
	'payslips',
	'contracts',
] as const;

export type Bringable = (typeof bringables)[number];

/** Why something is off or moved, as people are told. */
export const changeReasons = [
	'holiday',
	'teacherAway',
	'staffAway',
	'roomGone',
	'tooFewPeople',
	'personAsked',
	'otherReason',
] as const;

export type ChangeReason = (typeof changeReasons)[number];

/** Why somebody cannot come. For the gemeente alone: a partner reads that it was reported, never why. */
export const absenceReasons = [
	'ill',
	'childIll',
	'noChildcare',
	'work',
	'otherAppointment',
	'noTransport',
	'otherAbsence',
] as const;

export type AbsenceReason = (typeof absenceReasons)[number];

/** Where an item came from. */
export type AgendaSource = 'staff' | 'file';

/** Whether somebody was there. */
export const presences = ['present', 'absent'] as const;

export type Presence = (typeof presences)[number];
