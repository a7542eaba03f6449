/**
 * What somebody hands in and gets a receipt for: a bezwaar against a plan (Awb 6), a complaint (Awb 9), a request to
 * correct a fact about them (AVG 16), to be spoken with alone, and to end veilig contact. It is a record: what was handed
 * in is never changed, and nobody decides about a bezwaar or a complaint here.
 */
export { type Decision, decisions } from './decisions.ts';
export { add, settle, withdraw } from './events.ts';
export { ask, type Bezwaar, longestWords, objectTo } from './hand-in.ts';
export {
	type AskedKind,
	kindOf,
	type SubmissionEventKind,
	type SubmissionKind,
	type Timing,
} from './kinds.ts';
export { ofPerson, one, own } from './reading.ts';
export {
	answerDueOn,
	correctionMonths,
	type Event,
	type State,
	type Submission,
	waits,
} from './submission.ts';
export { waiting, type WaitingRow } from './waiting.ts';
