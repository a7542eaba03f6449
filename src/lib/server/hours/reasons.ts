/** The questions that staff can ask about an entry; each has its sentence in every language. */
export const questions = [
	'whoWasThere',
	'whatDidYouDo',
	'whichLanguage',
	'whichPlace',
	'whichTimes',
	'sendProof',
] as const;
export type Question = (typeof questions)[number];

/**
 * Why an entry is not counted. The first three are what the law itself asks (Besluit inburgering 2021, art. 3.14);
 * the others are the college's to judge.
 */
export const notCountedReasons = [
	'schoolLesson',
	'notDutch',
	'alone',
	'notParticipation',
	'alreadyCounted',
	'notVerifiable',
] as const;
export type NotCountedReason = (typeof notCountedReasons)[number];

/** Why a part of an entry is not counted. */
export const partlyReasons = ['breakTime', 'shorter', 'partDoesNotCount'] as const;
export type PartlyReason = (typeof partlyReasons)[number];

/** Why a decision is taken back. */
export const correctionReasons = [
	'mistake',
	'newInformation',
	'personAsked',
	'secondLook',
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** The word that an event keeps beside its kind: a question, or the reason of a decision. */
export type Reason = Question | NotCountedReason | PartlyReason | CorrectionReason;

const all: readonly Reason[] = [
	...questions,
	...notCountedReasons,
	...partlyReasons,
	...correctionReasons,
];

/** The stored word as a reason; null where an event has none. Throws `RangeError` on a word that is not in the lists. */
export function reasonOf(written: string | null): Reason | null {
	if (written === null) return null;
	const found = all.find((each) => each === written);
	if (found === undefined) throw new RangeError(`Not a reason: ${written}`);
	return found;
}
