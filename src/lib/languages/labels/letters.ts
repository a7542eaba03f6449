import { m } from '#lib/paraglide/messages.js';
import type { Label } from '#lib/ui/message.ts';
import type { Sender } from '../../../params/sender.ts';

/** Who a letter can be from, with a picture. */
export const senderLabel = {
	gemeente: m.letter_from_gemeente,
	duo: m.letter_from_duo,
	school: m.letter_from_school,
	ind: m.letter_from_ind,
	bedrijf: m.letter_from_company,
	onbekend: m.letter_from_unknown,
} satisfies Record<Sender, Label>;

export const senderIcon = {
	gemeente: 'bank',
	duo: 'graduation-cap',
	school: 'chalkboard-teacher',
	ind: 'identification-card',
	bedrijf: 'receipt-x',
	onbekend: 'question',
} as const satisfies Record<Sender, string>;

/** What a letter can be: what it is called, its picture, and what to do first. */
export const letters = {
	oproep: { icon: 'calendar-check', label: m.letter_oproep, todo: m.letter_oproep_do },
	plan: { icon: 'path', label: m.letter_plan, todo: m.letter_plan_do },
	besluit: { icon: 'stamp', label: m.letter_besluit, todo: m.letter_besluit_do },
	warning: { icon: 'warning-circle', label: m.letter_warning, todo: m.letter_warning_do },
	boete: { icon: 'receipt', label: m.letter_boete, todo: m.rules_boete_call },
	mustIntegrate: {
		icon: 'envelope-open',
		label: m.letter_duo_must,
		todo: m.letter_duo_must_do,
	},
	toets: { icon: 'list-checks', label: m.letter_duo_toets, todo: m.letter_oproep_do },
	exam: { icon: 'exam', label: m.letter_duo_exam, todo: m.letter_duo_exam_do },
	time: { icon: 'clock', label: m.letter_duo_time, todo: m.letter_duo_time_do },
	lessons: {
		icon: 'chalkboard-teacher',
		label: m.letter_school_lessons,
		todo: m.letter_school_lessons_do,
	},
	absence: {
		icon: 'calendar-blank',
		label: m.letter_school_absence,
		todo: m.letter_school_absence_do,
	},
	billByGemeente: { icon: 'coins', label: m.letter_school_bill, todo: m.letter_bill_gemeente },
	billBySelf: { icon: 'coins', label: m.letter_school_bill, todo: m.rules_duty_lessons_self },
	permit: {
		icon: 'identification-card',
		label: m.letter_ind_permit,
		todo: m.letter_ind_permit_do,
	},
	bill: { icon: 'receipt-x', label: m.letter_company_bill, todo: m.letter_company_bill_do },
	unknown: { icon: 'question', label: m.letter_unknown, todo: m.letter_unknown_do },
} as const satisfies Record<string, { icon: string; label: Label; todo: Label }>;

export type LetterKey = keyof typeof letters;
