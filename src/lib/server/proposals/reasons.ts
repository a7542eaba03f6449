/** The questions that staff can ask about a proposal; each has its sentence in every language. */
export const questions = [
	'whatWillYouDo',
	'whoIsThere',
	'whichLanguage',
	'whichPlace',
	'whichDays',
] as const;
export type Question = (typeof questions)[number];

/** On what an approval can depend: the criteria of Besluit inburgering 2021, art. 3.14, and what shows the hours. */
export const conditions = ['speakDutch', 'withOthers', 'sendProof'] as const;
export type Condition = (typeof conditions)[number];

/** Why a proposal is not approved. The first three are what the law itself asks (art. 3.14); the others are to judge. */
export const refusals = [
	'noDutchThere',
	'aloneThere',
	'isSchoolLesson',
	'isNoParticipation',
	'placeNotSuitable',
	'besideLessons',
] as const;
export type Refusal = (typeof refusals)[number];

/** Why staff look at a decision again. */
export const reconsiderations = ['ourMistake', 'newFacts', 'onRequest'] as const;
export type Reconsideration = (typeof reconsiderations)[number];

/** Why something that was approved ends; the first is what the person says, the others are for staff. */
export const endings = ['personStopped', 'activityStopped', 'noLongerFits'] as const;
export type Ending = (typeof endings)[number];
export const staffEndings = ['activityStopped', 'noLongerFits'] as const satisfies Ending[];

/** The word that an event keeps beside its kind. */
export type Reason = Question | Condition | Refusal | Reconsideration | Ending;

const all: readonly Reason[] = [
	...questions,
	...conditions,
	...refusals,
	...reconsiderations,
	...endings,
];

/** The stored word as a reason; null where an event has none. Throws `RangeError` on a word that is not in the lists. */
export function reasonOf(written: string | null): Reason | null {
	if (written === null) return null;
	const found = all.find((each) => each === written);
	if (found === undefined) throw new RangeError(`Not a reason: ${written}`);
	return found;
}
