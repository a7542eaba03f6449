import type { Article } from '#lib/law/article.ts';
import { addWeeks, type Day, day, isBefore, isOnOrAfter, laterOf } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { STELSEL_ARTICLE } from '#lib/law/groep.ts';
import { endOfTerm } from '#lib/law/holiday.ts';
import { findNorm, inForce, normOn } from '#lib/law/norm.ts';

/** What started the clock of ten weeks. */
export type PipClockStart = 'notification' | 'registration' | 'move';

/** When the PIP must have been adopted, or why no day can be named. Days are inclusive: the last one in time. */
export type PipDue =
	| {
			readonly state: 'running';
			readonly startedOn: Day;
			readonly because: PipClockStart;
			/** The day the ten weeks end, or the two weeks after the information of a third party. */
			readonly dueOn: Day;
			readonly dueBecause: 'tenWeeks' | 'thirdPartyInformation';
			/** `dueOn`, moved on when it is a weekend or holiday (Atw 1(1), 5). */
			readonly latestOn: Day;
			readonly article: Article;
			readonly articles: readonly Article[];
	  }
	| {
			readonly state: 'suspended';
			readonly startedOn: Day;
			readonly because: PipClockStart;
			readonly reason: 'waitingForThirdParty';
			/** Where the ten weeks end; the PIP is in time until two weeks after the information comes in. */
			readonly tenWeeksEndOn: Day;
			readonly article: Article;
	  }
	| { readonly state: 'notStarted'; readonly reason: NotStarted; readonly article: Article }
	| { readonly state: 'otherLaw'; readonly article: Article };

export type NotStarted = 'stillInAzc' | 'notNotified' | 'notRegistered' | 'registeredBeforeTheLaw';

export type PipClockFacts = Pick<
	Facts,
	| 'stelsel'
	| 'notifiedOn'
	| 'brpRegisteredOn'
	| 'inAzc'
	| 'movedInOn'
	| 'waitingForThirdParty'
	| 'thirdPartyInformationOn'
>;

/**
 * The day by which the college must adopt the PIP (B 5.3). Intake, koppeling and no-shows play no part:
 * the only suspension is waiting for information of a third party, and after three summonses the intake
 * is completed in absence (W 14(2)).
 */
export function pipDue(facts: PipClockFacts): PipDue {
	if (facts.stelsel === 'wi2013') return { state: 'otherLaw', article: STELSEL_ARTICLE };
	const start = clockStart(facts);
	if ('reason' in start) return { state: 'notStarted', article: 'B 5.3(1)', ...start };
	const { on: startedOn, because, article } = start;
	const tenWeeksEndOn = addWeeks(startedOn, normOn('pipWeeks', startedOn).value);
	const thirdParty =
		because === 'move' ? undefined : findNorm('pipAfterThirdPartyWeeks', startedOn);
	if (thirdParty !== undefined && facts.waitingForThirdParty === true) {
		const reason = 'waitingForThirdParty';
		const { article: pausing } = thirdParty;
		return { state: 'suspended', startedOn, because, reason, tenWeeksEndOn, article: pausing };
	}
	const informed = facts.thirdPartyInformationOn;
	const afterInformation =
		thirdParty === undefined || informed === undefined
			? tenWeeksEndOn
			: addWeeks(informed, thirdParty.value);
	const dueOn = laterOf(tenWeeksEndOn, afterInformation);
	const later = isBefore(tenWeeksEndOn, dueOn);
	return {
		state: 'running',
		startedOn,
		because,
		dueOn,
		dueBecause: later ? 'thirdPartyInformation' : 'tenWeeks',
		latestOn: endOfTerm(dueOn),
		article: later ? 'B 5.3(2)' : article,
		articles: later ? [article, 'B 5.3(2)', 'Atw 1(1)', 'Atw 5'] : [article, 'Atw 1(1)', 'Atw 5'],
	};
}

/**
 * From which day the ten weeks count, as the Besluit has read over time. A clock is governed by the row
 * that is in force on the day it starts.
 */
export const PIP_CLOCKS = [
	{
		from: day('2023-01-01'),
		countsFrom: 'notificationOrRegistration',
		article: 'B 5.3(1)',
		moveArticle: 'B 5.3(3)',
		source: 'Stb. 2022, 489',
	},
	{
		from: day('2022-01-01'),
		until: day('2023-01-01'),
		countsFrom: 'registration',
		article: 'B 5.3(1)',
		moveArticle: 'B 5.3(2)',
		source: 'Stb. 2021, 410',
	},
] as const satisfies readonly PipClock[];

type PipClock = {
	readonly from: Day;
	readonly until?: Day;
	readonly countsFrom: 'registration' | 'notificationOrRegistration';
	readonly article: Article;
	readonly moveArticle: Article;
	readonly source: string;
};

type Start = { readonly on: Day; readonly because: PipClockStart; readonly article: Article };

function clockStart(facts: PipClockFacts): Start | { readonly reason: NotStarted } {
	const { movedInOn } = facts;
	if (movedInOn !== undefined) {
		const row = PIP_CLOCKS.find((clock) => inForce(clock, movedInOn));
		if (row === undefined) return { reason: 'registeredBeforeTheLaw' };
		return { on: movedInOn, because: 'move', article: row.moveArticle };
	}
	if (facts.inAzc === true) return { reason: 'stillInAzc' };
	for (const clock of PIP_CLOCKS) {
		const start = startUnder(clock, facts);
		if (start !== undefined && inForce(clock, start.on)) return start;
	}
	if (facts.notifiedOn === undefined) return { reason: 'notNotified' };
	if (facts.brpRegisteredOn === undefined) return { reason: 'notRegistered' };
	return { reason: 'registeredBeforeTheLaw' };
}

function startUnder(clock: PipClock, facts: PipClockFacts): Start | undefined {
	const { brpRegisteredOn, notifiedOn } = facts;
	const { article } = clock;
	if (brpRegisteredOn === undefined) return undefined;
	if (clock.countsFrom === 'registration') {
		return { on: brpRegisteredOn, because: 'registration', article };
	}
	if (notifiedOn === undefined) return undefined;
	const registeredByThen = isOnOrAfter(notifiedOn, brpRegisteredOn);
	return registeredByThen
		? { on: notifiedOn, because: 'notification', article }
		: { on: brpRegisteredOn, because: 'registration', article };
}

/** Whether the PIP was adopted in time; undefined while that cannot be said yet. */
export function isPipInTime(
	facts: PipClockFacts & Pick<Facts, 'firstDagtekeningOn' | 'dagtekeningOn'>,
): boolean | undefined {
	const due = pipDue(facts);
	const adoptedOn = facts.movedInOn === undefined ? facts.firstDagtekeningOn : facts.dagtekeningOn;
	if (adoptedOn === undefined) return undefined;
	if (facts.movedInOn !== undefined && isBefore(adoptedOn, facts.movedInOn)) return undefined;
	if (due.state === 'suspended') return true;
	return due.state === 'running' ? !isBefore(due.latestOn, adoptedOn) : undefined;
}
