/**
 * The PIP: the plan of an inburgeraar, drafted and published by the gemeente (Wet inburgering 2021, art. 15). A
 * published version is never changed; a new one takes its place.
 */
export { type Clock, type ClockKey, clocks } from './clocks.ts';
export { type ChangeShown, changesShown, type LineShown } from './changes-shown.ts';
export { check } from './check.ts';
export {
	type Agreement,
	type Grounds,
	isOwnWords,
	type Party,
	type PipContent,
	type WisselenGround,
} from './content.ts';
export { type Difference, difference } from './difference.ts';
export { changeReasonMax, type Draft, draft, ownWordsMax, saveDraft } from './draft.ts';
export { moved, withAgreements, withOwnWords, without, withSentence } from './edit.ts';
export { factsOf } from './facts.ts';
export type { Finding, PlanProblem, PlanWarning } from './finding.ts';
export { type CaseLine, overview } from './overview.ts';
export { publish } from './publication.ts';
export type { NormKey, NormShown } from './norms-shown.ts';
export { agreementShown, type AgreementShown, type PlanShown, preview, shown } from './reading.ts';
export { awaited, type Awaited, stepsOf, type StepShown, type When } from './steps-shown.ts';
export { knownValues, suggested, suggestion } from './suggestion.ts';
export { current, of, type Pip, type Pips, version, versions, versionsIn } from './versions.ts';
