/**
 * Talks of the gemeente with one person: voortgangsgesprekken as many as the plan says (W 17, B 5.3(4)), and the
 * intake and the eindgesprek, which are prepared and reported alike. A talk stands in the agenda; here is what belongs
 * to it: the preparation of both, the report that is signed off and never changed, what the person says of it, and the
 * way of what was agreed into the plan. The diary is never read here.
 */
export { type Answer, answer, type Answers, answers, type SaidAnswer } from './answers.ts';
export { carried, type Carried, carry } from './carry.ts';
export {
	type Agreed,
	type AgreedShown,
	type ContentShown,
	type LineShown,
	ownTexts,
	type RemarkPart,
	remarkParts,
	type ReportContent,
	shown,
} from './content.ts';
export { draft, type ReportDraft, saveDraft } from './drafts.ts';
export { due, overview, type TalkLine } from './due.ts';
export * as editing from './editing.ts';
export { heldOn } from './held.ts';
export * from './kinds.ts';
export { plan, type PlannedTalk } from './planning.ts';
export { type Preparation, preparation } from './preparation.ts';
export {
	notUnderstood,
	reaction,
	type Reaction,
	type Remark,
	remark,
	remarkMax,
	settle,
} from './remarks.ts';
export { report, type Report, reported, reports, sign, type Signing } from './reports.ts';
export { of, one, type Talk } from './rows.ts';
export { wordsOf } from './words.ts';
