import { m } from '#lib/paraglide/messages.js';
import type {
	CorrectionReason,
	NotCountedReason,
	PartlyReason,
	Question,
	Reason,
} from '#lib/server/hours/hours.ts';
import type { Label } from '#lib/ui/message.ts';

export const questionLabel = {
	whoWasThere: m.hours_question_who_was_there,
	whatDidYouDo: m.hours_question_what_did_you_do,
	whichLanguage: m.hours_question_which_language,
	whichPlace: m.hours_question_which_place,
	whichTimes: m.hours_question_which_times,
	sendProof: m.hours_question_send_proof,
} satisfies Record<Question, Label>;

export const notCountedLabel = {
	schoolLesson: m.hours_reason_school_lesson,
	notDutch: m.hours_reason_not_dutch,
	alone: m.hours_reason_alone,
	notParticipation: m.hours_reason_not_participation,
	alreadyCounted: m.hours_reason_already_counted,
	notVerifiable: m.hours_reason_not_verifiable,
} satisfies Record<NotCountedReason, Label>;

export const partlyLabel = {
	breakTime: m.hours_reason_break_time,
	shorter: m.hours_reason_shorter,
	partDoesNotCount: m.hours_reason_part_does_not_count,
} satisfies Record<PartlyReason, Label>;

export const correctionLabel = {
	mistake: m.hours_reason_mistake,
	newInformation: m.hours_reason_new_information,
	personAsked: m.hours_reason_person_asked,
	secondLook: m.hours_reason_second_look,
} satisfies Record<CorrectionReason, Label>;

/** The sentence of a question or a reason, whichever it is. */
export const reasonLabel = {
	...questionLabel,
	...notCountedLabel,
	...partlyLabel,
	...correctionLabel,
} satisfies Record<Reason, Label>;
