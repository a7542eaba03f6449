import type { ReadingLevel } from '#lib/languages/reading-level/reading-level.ts';
import type { Article } from '#lib/law/article.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { ProblemKey } from '../errors.ts';
import type { Person } from '../people/people.ts';
import type { PipContent } from './content.ts';
import type { Decided } from './decided.ts';
import type { Pips } from './versions.ts';

/** What makes a plan impossible to publish. */
export type PlanProblem = Extract<
	ProblemKey,
	| 'wi2013'
	| 'niveauNotOnO'
	| 'niveauNotOnZ'
	| 'niveauNotInFirst'
	| 'courseHoursOnlyAsiel'
	| 'courseHoursMissing'
	| 'courseHoursTooFew'
	| 'talksMissing'
	| 'pvtTooFew'
	| 'mapTooFew'
	| 'mapNotOnO'
	| 'dagtekeningBeforeDuty'
	| 'dagtekeningBeforeMove'
	| 'dagtekeningBeforePrevious'
	| 'extensionShortensTerm'
	| 'wisselenTooLate'
	| 'wisselenTooEarly'
	| 'afschalenHours'
	| 'afschalenEffort'
	| 'agreementDiffers'
	| 'noAgreements'
	| 'changeReasonMissing'
	| 'courseHoursTooMany'
	| 'examenwensOnlyZ'
	| 'toestemmingA2OnlyA2'
	| 'ontzorgenOnlyAsiel'
	| 'ontzorgenNeedsBenefit'
	| 'pwBijlagenNeedBenefit'
	| 'planningAfterTerm'
	| 'dayWithoutPartner'
	| 'partnerWithoutDay'
>;

/** What the klantmanager should look at; it does not stop the publication. */
export type PlanWarning =
	| 'noGemeenteAgreement'
	| 'pipLate'
	| 'agreementNotForGroep'
	| 'agreementNotForLeerroute'
	| 'agreementNeedsBenefit'
	| 'ownWordsUntranslated'
	| 'ownWordsStale'
	| 'hardToRead'
	| 'planOfFormerGemeente'
	| 'pvtWithoutKernwaarde'
	| 'moduleMapWithoutPraktijk'
	| 'pwBijlagenMissing'
	| 'mandaatMissing'
	| 'begeleidingMissing'
	| 'begeleidingNotForGroep'
	| 'ontzorgenMissing'
	| 'ontzorgenIncomplete'
	| 'ontzorgenNareiziger'
	| 'zelfredzaamheidMissing'
	| 'alfabetiseringNotOffered'
	| 'endsBeforePlan'
	| 'noGoals'
	| 'goalWithoutAction';

/** One finding about a plan that is not published yet; `agreementId` when it is about one agreement. */
export type Finding =
	| {
			readonly severity: 'refusal';
			readonly problem: PlanProblem;
			readonly field: keyof PipContent | keyof Decided | 'dagtekeningOn';
			readonly article: Article;
			readonly agreementId?: string;
	  }
	| {
			readonly severity: 'warning';
			readonly warning: PlanWarning;
			readonly article: Article | null;
			readonly agreementId?: string;
			/** Own words that are hard to read, and what makes them so. */
			readonly hard?: { readonly dutch: string; readonly reading: ReadingLevel };
	  };

export type Refusal = Extract<Finding, { severity: 'refusal' }>;
export type Warning = Extract<Finding, { severity: 'warning' }>;

/** A plan with everything it is held against. */
export interface Candidate {
	readonly person: Person;
	readonly facts: Facts;
	readonly content: PipContent;
	readonly pips: Pips;
	readonly dagtekeningOn: Day;
}

export function refusal(
	problem: PlanProblem,
	field: Refusal['field'],
	article: Article,
	agreementId?: string,
): Refusal {
	const about = agreementId === undefined ? {} : { agreementId };
	return { severity: 'refusal', problem, field, article, ...about };
}

export function warning(
	which: PlanWarning,
	article: Article | null,
	agreementId?: string,
): Warning {
	const about = agreementId === undefined ? {} : { agreementId };
	return { severity: 'warning', warning: which, article, ...about };
}

/** The first refusal of each field. */
export function refusalsOf(findings: readonly Finding[]): Record<string, ProblemKey> {
	const problems: Record<string, ProblemKey> = {};
	for (const finding of findings) {
		if (finding.severity === 'refusal') problems[finding.field] ??= finding.problem;
	}
	return problems;
}
