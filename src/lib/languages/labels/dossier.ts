import { itemText } from '#lib/languages/labels/plan-parts.ts';
import * as slots from '#lib/languages/slots.ts';
import type { Slot } from '#lib/languages/slots.ts';
import type { Ball } from '#lib/law/eindgesprek.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DossierStep, Missing, MissingKey } from '#lib/server/dossier/dossier.ts';
import type { DossierKind, StepSource } from '#lib/server/modules/modules.ts';
import type { Label, Message } from '#lib/ui/message.ts';

/** A text with its facts: what a page and a paper say alike. */
export interface Told {
	readonly message: Message;
	readonly slots: Readonly<Record<string, Slot>>;
}

/** Whose move it is. */
export const ballLabel = {
	person: m.dossier_ball_person,
	school: m.dossier_ball_school,
	gemeente: m.dossier_ball_gemeente,
} satisfies Record<Ball, Label>;

/** Who told so. */
export const stepSourceLabel = {
	gemeente: m.dossier_source_gemeente,
	school: m.dossier_source_school,
	duo: m.dossier_source_duo,
	coa: m.timeline_source_coa,
	partner: m.timeline_source_partner,
} satisfies Record<StepSource, Label>;

/** What is missing; the gaps of each are made in `missingTold`. */
const missingText = {
	courseStatement: m.dossier_need_statement,
	courseHours: m.dossier_need_course,
	participationHours: m.dossier_need_hours,
	participationQuestion: m.hours_question_waiting,
	participationWaiting: m.dossier_need_waiting,
	pvtSigned: m.dossier_need_pvt,
	moduleMapPractice: m.dossier_need_practice,
	moduleMapEindgesprek: m.dossier_need_map_talk,
	exam: m.dossier_need_exam,
	eindgesprekOn: m.dossier_talk_on,
	eindgesprekPassed: m.dossier_talk_passed,
	eindgesprekLater: m.dossier_talk_later,
	eindgesprekToPlan: m.dossier_talk_to_plan,
} as unknown as Record<MissingKey, Message>;

const stepText = {
	pvtSigned: m.dossier_in_pvt,
	moduleMapPractice: m.dossier_in_practice,
	moduleMapEindgesprek: m.dossier_in_map_talk,
	eindgesprekPlanned: m.dossier_talk_on,
	eindgesprekHeld: m.dossier_in_talk,
} as unknown as Record<Exclude<DossierKind, 'exam'>, Message>;

const examText = {
	geslaagd: m.dossier_exam_passed,
	gezakt: m.dossier_exam_not_passed,
} as unknown as Record<'geslaagd' | 'gezakt', Message>;

/** What to say of one thing that is missing; of an exam, which one comes after it. */
export function missingTold(missing: Missing, steps: readonly DossierStep[]): readonly Told[] {
	const message = missingText[missing.key];
	switch (missing.key) {
		case 'courseHours':
		case 'participationHours':
			return [{ message, slots: { rest: slots.minutes(missing.minutes) } }];
		case 'participationWaiting':
			return [{ message, slots: { minutes: slots.minutes(missing.minutes) } }];
		case 'moduleMapPractice':
			return [{ message, slots: { hours: slots.hours(missing.hours) } }];
		case 'eindgesprekOn': {
			const name = slots.name(whoHolds(steps));
			return [{ message, slots: { day: slots.day(missing.on), name } }];
		}
		case 'eindgesprekPassed':
			return [{ message, slots: { day: slots.day(missing.on) } }];
		case 'exam':
			return [{ message, slots: {} }, part(missing.part)];
		default:
			return [{ message, slots: {} }];
	}
}

/** What to say of a step that was done: its day, and of an exam first which one. */
export function stepTold(step: DossierStep): readonly Told[] {
	const day = slots.day(step.on);
	if (step.kind === 'exam') {
		return [part(step.part ?? ''), { message: examText[step.outcome ?? 'gezakt'], slots: { day } }];
	}
	const name = step.withWhom === null ? {} : { name: slots.name(step.withWhom) };
	return [{ message: stepText[step.kind], slots: { day, ...name } }];
}

function whoHolds(steps: readonly DossierStep[]): string {
	return steps.find(({ kind }) => kind === 'eindgesprekPlanned')?.withWhom ?? '';
}

function part(id: string): Told {
	const found = Object.entries(itemText).find(([key]) => key === id)?.[1];
	if (!found) throw new RangeError(`Not a part of the exams: ${id}`);
	return { message: found, slots: {} };
}
