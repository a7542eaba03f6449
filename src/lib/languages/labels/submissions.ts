import { m } from '#lib/paraglide/messages.js';
import type { DocumentKind } from '#lib/server/documents/documents.ts';
import type {
	AskedKind,
	SubmissionEventKind,
	SubmissionKind,
	Timing,
} from '#lib/server/submissions/submissions.ts';
import type { Label } from '#lib/ui/message.ts';

/** What was handed in, as the person calls it. */
export const submissionLabel = {
	bezwaar: m.documents_bezwaar,
	complaint: m.submit_complaint,
	correction: m.submit_correction,
	speakAlone: m.submit_alone,
	safeContact: m.submit_safe,
} satisfies Record<SubmissionKind, Label>;

/** The page on which it is asked: its question, where one is to be answered, and its button. */
export const askedLabel = {
	complaint: { question: m.submit_complaint_what, send: m.submit_send },
	correction: { question: m.submit_correction_what, send: m.submit_send },
	speakAlone: { question: null, send: m.submit_alone_send },
	safeContact: { question: null, send: m.submit_safe_send },
} satisfies Record<AskedKind, { readonly question: Label | null; readonly send: Label }>;

export const askedIcon = {
	complaint: 'megaphone',
	correction: 'note-pencil',
	speakAlone: 'chats-circle',
	safeContact: 'shield-check',
} as const satisfies Record<AskedKind, string>;

export const documentLabel = {
	plan: m.plan_title,
	letter: m.documents_letter,
	report: m.talk_report_title,
	proof: m.documents_proof,
	proofGone: m.documents_proof_gone,
	bezwaar: m.documents_bezwaar,
	complaint: m.submit_complaint,
	correction: m.submit_correction,
} satisfies Record<DocumentKind, Label>;

export const documentIcon = {
	plan: 'path',
	letter: 'envelope-open',
	report: 'chat-circle-text',
	proof: 'image',
	proofGone: 'image',
	bezwaar: 'hand-palm',
	complaint: 'megaphone',
	correction: 'note-pencil',
} as const satisfies Record<DocumentKind, string>;

/** The same for staff. */
export const submissionKindLabel = {
	bezwaar: m.file_submission_bezwaar,
	complaint: m.file_submission_complaint,
	correction: m.file_submission_correction,
	speakAlone: m.file_submission_alone,
	safeContact: m.file_submission_safe,
} satisfies Record<SubmissionKind, Label>;

export const submissionEventLabel = {
	added: m.file_submission_added,
	withdrawn: m.file_submission_withdrawn,
	passedOn: m.file_submission_passed_on,
	answered: m.file_submission_answered,
} satisfies Record<SubmissionEventKind, Label>;

export const timingLabel = {
	early: m.queue_submissions_early,
	inTime: m.queue_submissions_in_time,
	late: m.queue_submissions_too_late,
} satisfies Record<Timing, Label>;
