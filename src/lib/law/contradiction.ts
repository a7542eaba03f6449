import type { Article } from '#lib/law/article.ts';
import { addYears, dayAfter, daysBetween, isBefore } from '#lib/law/day.ts';
import type { FactKey, Facts } from '#lib/law/facts.ts';
import { stelselOf, WI2021_FROM } from '#lib/law/groep.ts';
import { combination, type CombinationRefusal } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';

/** Facts that cannot be true together under the law; `field` is the one to look at first. */
export type Contradiction = {
	readonly field: FactKey;
	readonly problem:
		| 'stelselDoesNotFitPlicht'
		| 'firstDagtekeningMissing'
		| 'dagtekeningBeforeFirst'
		| 'dagtekeningBeforeTheLaw'
		| 'dagtekeningBeforePlicht'
		| 'stillWaitingThoughInformed'
		| 'extensionShortensTerm'
		| 'interruptionTooLong'
		| CombinationRefusal;
	readonly article: Article;
};

/**
 * What is inconsistent in the facts. Empty for facts that `pipDue`, `inburgeringstermijn`,
 * `obligations` and `timeline` accept without throwing.
 */
export function contradictions(facts: Facts): readonly Contradiction[] {
	return [
		...ofStelsel(facts),
		...ofDagtekening(facts),
		...ofThirdParty(facts),
		...ofTermijn(facts),
		...ofLeerroute(facts),
	];
}

function* ofStelsel({ stelsel, plichtSince }: Facts): Iterable<Contradiction> {
	if (plichtSince !== undefined && stelselOf(plichtSince) !== stelsel) {
		yield { field: 'stelsel', problem: 'stelselDoesNotFitPlicht', article: 'W 54(1)' };
	}
}

function* ofDagtekening(facts: Facts): Iterable<Contradiction> {
	const { dagtekeningOn, firstDagtekeningOn: first, plichtSince } = facts;
	if (dagtekeningOn !== undefined && first === undefined) {
		yield { field: 'firstDagtekeningOn', problem: 'firstDagtekeningMissing', article: 'W 11(3)' };
	}
	if (first === undefined) return;
	if (dagtekeningOn !== undefined && isBefore(dagtekeningOn, first)) {
		yield { field: 'dagtekeningOn', problem: 'dagtekeningBeforeFirst', article: 'DUO PIP' };
	}
	if (isBefore(first, WI2021_FROM)) {
		yield { field: 'firstDagtekeningOn', problem: 'dagtekeningBeforeTheLaw', article: 'W 55' };
	}
	if (plichtSince !== undefined && isBefore(first, plichtSince)) {
		yield { field: 'firstDagtekeningOn', problem: 'dagtekeningBeforePlicht', article: 'DUO PIP' };
	}
}

function* ofThirdParty(facts: Facts): Iterable<Contradiction> {
	if (facts.waitingForThirdParty === true && facts.thirdPartyInformationOn !== undefined) {
		const field = 'waitingForThirdParty';
		yield { field, problem: 'stillWaitingThoughInformed', article: 'B 5.3(2)' };
	}
}

function* ofTermijn(facts: Facts): Iterable<Contradiction> {
	const { extendedUntil, firstDagtekeningOn: first, interruptionDays = 0 } = facts;
	if (first === undefined || isBefore(first, WI2021_FROM)) return;
	const threeYears = dayAfter(addYears(first, normOn('termijnYears', first).value));
	if (extendedUntil !== undefined && isBefore(extendedUntil, threeYears)) {
		yield { field: 'extendedUntil', problem: 'extensionShortensTerm', article: 'W 12(1)' };
	}
	const longest = normOn('interruptionMaxYears', first);
	if (interruptionDays > daysBetween(first, addYears(first, longest.value)) + 1) {
		yield {
			field: 'interruptionDays',
			problem: 'interruptionTooLong',
			article: longest.article,
		};
	}
}

function* ofLeerroute(facts: Facts): Iterable<Contradiction> {
	const { dagtekeningOn, firstDagtekeningOn, leerroute, niveau } = facts;
	if (leerroute === undefined || niveau === undefined) return;
	const isFirstPip = dagtekeningOn === undefined || dagtekeningOn === firstDagtekeningOn;
	const ruling = combination({ leerroute, niveau, isFirstPip });
	if (!ruling.allowed) {
		yield { field: 'niveau', problem: ruling.reason, article: ruling.article };
	}
}
