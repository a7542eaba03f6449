/**
 * The PIP: the plan of an inburgeraar, drafted and published by the gemeente (Wet inburgering 2021, art. 15). A
 * published version is never changed; a new one takes its place.
 */
export { agreementsWith, agreementText, agreementTexts } from './agreement-text.ts';
export { type Clock, type ClockKey, clocks } from './clocks.ts';
export { type ChangeShown, changesShown, type LineShown } from './changes-shown.ts';
export { check } from './check.ts';
export {
	type Agreement,
	decidedOf,
	type Goal,
	goalsOf,
	type Grounds,
	isOwnWords,
	type Party,
	type PipContent,
	type Theme,
	THEMES,
	type WisselenGround,
} from './content.ts';
export * from './decided.ts';
export type { DecidedItem, DecidedKey, DecidedShown, ItemKey } from './decided-shown.ts';
export { type Difference, difference } from './difference.ts';
export { changeReasonMax, type Draft, draft, ownWordsMax, saveDraft } from './draft.ts';
export {
	moved,
	withAgreements,
	withChangedWords,
	withOwnWords,
	without,
	withSentence,
} from './edit.ts';
export { type OwnText, ownTextsOf } from './own-texts.ts';
export { withGoal, withOwnGoal, withoutGoal } from './edit-goals.ts';
export { decidersOf } from './deciders.ts';
export { factsOf } from './facts.ts';
export type { Finding, PlanProblem, PlanWarning } from './finding.ts';
export { type CaseLine, overview } from './overview.ts';
export { cancelTalk, plannedTalk, planTalk, talkShown, type TalkShown } from './planned-talk.ts';
export { publish, publishAfterTalk } from './publication.ts';
export type { NormKey, NormShown } from './norms-shown.ts';
export {
	agreementShown,
	type AgreementShown,
	type GoalShown,
	goalWords,
	type GoalWords,
	partyOf,
	type PlanShown,
	preview,
	shown,
} from './reading.ts';
export { awaited, type Awaited } from './awaited.ts';
export { mandaatOf } from './suggested-decisions.ts';
export { underGoals } from './suggested-goals.ts';
export { knownValues, suggested, suggestion } from './suggestion.ts';
export {
	type Interpreter,
	interpreters,
	lateReasonMax,
	placeMax,
	type PlannedTalk,
	type TalkPlan,
} from './talk-row.ts';
export { type TalkHeld, talksHeld } from './talks-held.ts';
export { type TenWeeks, tenWeeks } from './ten-weeks.ts';
export {
	bekendmakingOn,
	current,
	of,
	ofMany,
	type Pip,
	type Pips,
	pipsIn,
	version,
	versions,
	versionsIn,
} from './versions.ts';
