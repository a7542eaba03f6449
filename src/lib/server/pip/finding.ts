import type { Article } from '#lib/law/article.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { ProblemKey } from '../errors.ts';
import type { Person } from '../people/people.ts';
import type { PipContent } from './content.ts';
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
>;

/** What the klantmanager should look at; it does not stop the publication. */
export type PlanWarning =
	| 'noGemeenteAgreement'
	| 'pipLate'
	| 'agreementNotForGroep'
	| 'agreementNotForLeerroute'
	| 'agreementNeedsBenefit'
	| 'ownWordsUntranslated'
	| 'planOfFormerGemeente';

/** One finding about a plan that is not published yet; `agreementId` when it is about one agreement. */
export type Finding =
	| {
			readonly severity: 'refusal';
			readonly problem: PlanProblem;
			readonly field: keyof PipContent | 'dagtekeningOn';
			readonly article: Article;
			readonly agreementId?: string;
	  }
	| {
			readonly severity: 'warning';
			readonly warning: PlanWarning;
			readonly article: Article | null;
			readonly agreementId?: string;
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
