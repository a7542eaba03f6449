import { m } from '#lib/paraglide/messages.js';
import type {
	Condition,
	Criterion,
	Ending,
	ProposalEventKind,
	ProposalState,
	Question,
	Reason,
	Reconsideration,
	Refusal,
} from '#lib/server/proposals/proposals.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label } from '#lib/ui/message.ts';

/** Where a proposal stands: the same words as for hours where it is the same. */
export const proposalStateLabel = {
	sent: m.hours_state_received,
	asked: m.hours_state_asked,
	approved: m.proposal_state_approved,
	notApproved: m.hours_state_not_counted,
	withdrawn: m.hours_state_withdrawn,
	ended: m.proposal_state_ended,
} satisfies Record<ProposalState, Label>;

/** The picture beside the word, so that colour alone never says it. */
export const proposalStateIcon = {
	sent: 'paper-plane-tilt',
	asked: 'question',
	approved: 'check-circle',
	notApproved: 'x-circle',
	withdrawn: 'x-circle',
	ended: 'flag-checkered',
} as const satisfies Record<ProposalState, IconName>;

/** What happens next. */
export const proposalNextLabel = {
	sent: m.proposal_next_sent,
	asked: m.hours_next_asked,
	approved: m.proposal_next_approved,
	notApproved: m.proposal_next_not_approved,
	withdrawn: m.proposal_next_withdrawn,
	ended: m.proposal_next_ended,
} satisfies Record<ProposalState, Label>;

/** What happened, told to the person. */
export const proposalEventLabel = {
	sent: m.proposal_event_sent,
	asked: m.hours_event_asked,
	answered: m.hours_event_answered,
	approved: m.proposal_event_approved,
	notApproved: m.proposal_event_not_approved,
	reconsidered: m.hours_event_corrected,
	withdrawn: m.proposal_event_withdrawn,
	ended: m.proposal_event_ended,
} satisfies Record<ProposalEventKind, Label>;

/** What happened, told to staff. */
export const staffProposalEventLabel = {
	sent: m.staff_proposal_event_sent,
	asked: m.staff_proposal_event_asked,
	answered: m.staff_proposal_event_answered,
	approved: m.staff_proposal_event_approved,
	notApproved: m.staff_proposal_event_not_approved,
	reconsidered: m.staff_proposal_event_reconsidered,
	withdrawn: m.staff_proposal_event_withdrawn,
	ended: m.staff_proposal_event_ended,
} satisfies Record<ProposalEventKind, Label>;

/** Where a proposal stands, told to staff. */
export const staffProposalStateLabel = {
	sent: m.staff_proposal_state_sent,
	asked: m.staff_proposal_state_asked,
	approved: m.staff_proposal_event_approved,
	notApproved: m.staff_proposal_state_not_approved,
	withdrawn: m.staff_proposal_event_withdrawn,
	ended: m.staff_proposal_event_ended,
} satisfies Record<ProposalState, Label>;

/** What the person knows of a criterion. */
export const criterionLabel = {
	yes: m.hours_yes,
	no: m.hours_no,
	unknown: m.proposal_unknown,
} satisfies Record<Criterion, Label>;

export const proposalQuestionLabel = {
	whatWillYouDo: m.proposal_question_what_will_you_do,
	whoIsThere: m.proposal_question_who_is_there,
	whichLanguage: m.proposal_question_which_language,
	whichPlace: m.proposal_question_which_place,
	whichDays: m.proposal_question_which_days,
} satisfies Record<Question, Label>;

export const conditionLabel = {
	speakDutch: m.activities_care_dutch,
	withOthers: m.activities_care_together,
	sendProof: m.proposal_condition_send_proof,
} satisfies Record<Condition, Label>;

export const refusalLabel = {
	noDutchThere: m.proposal_reason_no_dutch,
	aloneThere: m.proposal_reason_alone,
	isSchoolLesson: m.proposal_reason_school_lesson,
	isNoParticipation: m.hours_reason_not_participation,
	placeNotSuitable: m.proposal_reason_place,
	besideLessons: m.proposal_reason_lessons,
} satisfies Record<Refusal, Label>;

export const reconsiderationLabel = {
	ourMistake: m.hours_reason_mistake,
	newFacts: m.hours_reason_new_information,
	onRequest: m.hours_reason_person_asked,
} satisfies Record<Reconsideration, Label>;

export const staffEndingLabel = {
	activityStopped: m.proposal_ending_activity,
	noLongerFits: m.proposal_ending_fit,
} satisfies Record<Exclude<Ending, 'personStopped'>, Label>;

/** The sentence of a question, a condition or a reason, whichever it is. */
export const proposalReasonLabel = {
	...proposalQuestionLabel,
	...conditionLabel,
	...refusalLabel,
	...reconsiderationLabel,
	...staffEndingLabel,
	personStopped: m.proposal_ending_person,
} satisfies Record<Reason, Label>;
