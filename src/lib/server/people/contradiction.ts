import { type Contradiction, contradictions } from '#lib/law/contradiction.ts';
import { day, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { ProblemKey, Problems } from '../errors.ts';
import type { NewPerson } from './people.ts';

/** The field that shows a contradiction of the law; null for one that the portal's own facts cannot have. */
const SHOWN = {
	dagtekeningBeforeTheLaw: ['firstDagtekeningOn', 'firstPlanBeforeLaw'],
	dagtekeningBeforePlicht: ['plichtSinceOn', 'dagtekeningBeforeDuty'],
	extensionShortensTerm: ['extendedUntil', 'extensionShortensTerm'],
	a2InFirstPip: ['firstDagtekeningOn', 'niveauNotInFirst'],
	a2WithO: null,
	b1WithZ: null,
	stelselDoesNotFitPlicht: null,
	firstDagtekeningMissing: null,
	dagtekeningBeforeFirst: null,
	stillWaitingThoughInformed: null,
	interruptionTooLong: null,
} as const satisfies Record<
	Contradiction['problem'],
	readonly [keyof NewPerson, ProblemKey] | null
>;

/**
 * What is wrong with each field of a person, when the law says that these facts cannot be true together; null when
 * nothing is. Throws for a contradiction that comes from no field of a person.
 */
export function contradicted(
	person: Pick<NewPerson, 'firstDagtekeningOn' | 'movedInOn'>,
	facts: Facts,
): Problems | null {
	const { firstDagtekeningOn, movedInOn } = person;
	const problems: Record<string, ProblemKey> = {};
	if (firstDagtekeningOn !== null && !isFormer(firstDagtekeningOn, movedInOn)) {
		problems['firstDagtekeningOn'] = 'formerPlanAfterMove';
	}
	for (const { problem } of contradictions(facts)) {
		const shown = SHOWN[problem];
		if (shown === null) throw new Error(`the stored facts contradict each other: ${problem}`);
		const [field, key] = shown;
		const isOfFormer = field === 'plichtSinceOn' && facts.firstDagtekeningOn === firstDagtekeningOn;
		problems[isOfFormer ? 'firstDagtekeningOn' : field] ??= key;
	}
	return Object.keys(problems).length > 0 ? problems : null;
}

/** A plan of another gemeente comes with a move, and was there before it (W 15(4)). */
function isFormer(firstDagtekeningOn: string, movedInOn: string | null): boolean {
	return movedInOn !== null && !isBefore(day(movedInOn), day(firstDagtekeningOn));
}
