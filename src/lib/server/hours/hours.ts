/**
 * The hours of participation (Besluit inburgering 2021, art. 3.14), from the phone to the decision: a draft on the
 * server, the declaration, a ledger to which lines are only ever added, and the college's queue.
 */
export { confirmAttended, prepared, preparedAt, type Prepared } from './attended.ts';
export { inCaseload } from './caseload.ts';
export { checkKinds, checks } from './checks.ts';
export type { Check, CheckKind } from './checks.ts';
export { complete, durations, longestNote, longestOrganisation, offered } from './content.ts';
export type { Content, PartialContent } from './content.ts';
export { declare, declareAs, fingerprint } from './declare.ts';
export type { Receipt, Seen } from './declare.ts';
export { keepApart } from './apart.ts';
export { draftIdFor, keepAs, photosOfDraft } from './kept-draft.ts';
export type { Unfinished } from './kept-draft.ts';
export { last, startAgain } from './again.ts';
export type { LastEntry } from './again.ts';
export { ask, confirm, confirmAll, confirmPartly, correct, notCount } from './decision.ts';
export type { BatchResult } from './decision.ts';
export { around, justDecided } from './desk.ts';
export type { Around, JustDecided, Undoable } from './desk.ts';
export { draft, drafts, dropDraft, findDraft, saveStep, startDraft } from './draft.ts';
export type { Draft } from './draft.ts';
export { entry, nameOf } from './entry.ts';
export type { Entry, HourEvent } from './entry.ts';
export { knownOrganisations, list, overview } from './overview.ts';
export type { ListedEntry, Norm, NoNormReason, Overview, Part, Totals } from './overview.ts';
export { forDuo, lastChangeOn, outlook } from './outlook.ts';
export { queue, waiting } from './queue.ts';
export type { AskedRow, Flag, Queue, QueueRow, Waiting } from './queue.ts';
export { kindOf, lessonActivities } from './origins.ts';
export { plansToMake, plansToPublish } from './plans.ts';
export type { PlanToMake, PlanToPublish } from './plans.ts';
export { correctionReasons, notCountedReasons, partlyReasons, questions } from './reasons.ts';
export type {
	CorrectionReason,
	NotCountedReason,
	PartlyReason,
	Question,
	Reason,
} from './reasons.ts';
export { addPhotos, answer, takesPhotos, withdraw } from './reply.ts';
export type { Answer } from './reply.ts';
export { samples } from './samples.ts';
export type { SampleRow, Samples, SampleStats } from './samples.ts';
export { keptProofs, type KeptProof } from './kept-proofs.ts';
export { lookAt } from './second-look.ts';
export type { Look } from './second-look.ts';
export { deleteProofs, proofsKeptThrough } from './retention.ts';
export { lastSentOn, silent } from './silent.ts';
export type { SilentRow } from './silent.ts';
export { declarableSince } from './standing.ts';
export type { HourEventKind, HourState, SampleOutcome } from './states.ts';
export { storyOf } from './story.ts';
export { isDecision, undo, undoAll } from './undo.ts';
export type { LineRef } from './undo.ts';
export { confirmTogether, flags } from './together.ts';
export { asLastWeek } from './week-pattern.ts';
export { wordsOf } from './words.ts';
