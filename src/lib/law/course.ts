import {
	addMonths,
	type Day,
	dayAfter,
	earlierOf,
	isBefore,
	isOnOrAfter,
	laterOf,
} from '#lib/law/day.ts';
import type { FactKey, Facts } from '#lib/law/facts.ts';
import { normOn } from '#lib/law/norm.ts';
import type { Policy } from '#lib/law/policy.ts';
import { type DatedStep, legal, local } from '#lib/law/step.ts';
import { type Inburgeringstermijn, termijnOf } from '#lib/law/termijn.ts';

/** The steps that count from the first PIP: the term, what is offered, what must be done, and local targets. */
export function* courseSteps(facts: Facts, policy: Policy): Iterable<DatedStep> {
	const termijn = termijnOf(facts);
	const { firstDagtekeningOn } = facts;
	if (termijn === undefined || firstDagtekeningOn === undefined) return;
	yield* term(facts, termijn);
	yield* offers(facts, firstDagtekeningOn);
	yield* duties(facts, termijn);
	yield* closing(facts);
	yield* targets(facts, policy, termijn);
}

function* term(facts: Facts, termijn: Inburgeringstermijn): Iterable<DatedStep> {
	const { articles, from, until, verlengingAskableFrom, wisselenUntil } = termijn;
	const window = { shape: 'window', source: 'firstDagtekeningOn' } as const;
	const source = sourceOfEnd(facts);
	yield { key: 'termijn', ...window, from, until, source, ...legal(articles.until) };
	const change = { from, until: wisselenUntil };
	yield { key: 'wisselen', ...window, ...change, ...legal(articles.wisselenUntil) };
	const ask = { from: verlengingAskableFrom, until, source };
	yield { key: 'verlenging', ...window, ...ask, ...legal(articles.verlengingAskableFrom) };
}

/** Deadlines of the college towards an asielstatushouder; missing one is a ground for extension (R 4.1(1)g). */
function* offers(facts: Facts, firstDagtekeningOn: Day): Iterable<DatedStep> {
	if (facts.groep !== 'asielstatushouder') return;
	const from = dayAfter(firstDagtekeningOn);
	const deadline = { shape: 'deadline', from, source: 'firstDagtekeningOn' } as const;
	const offer = normOn('offerMonths', firstDagtekeningOn);
	const until = dayAfter(addMonths(firstDagtekeningOn, offer.value));
	const doneOn = facts.offeredOn;
	yield { key: 'offer', ...deadline, until, doneOn, ...legal(offer.article) };
	if (facts.leerroute !== 'O') return;
	const start = normOn('taalschakeltrajectStartMonths', firstDagtekeningOn);
	yield {
		key: 'taalschakeltraject',
		...deadline,
		until: dayAfter(addMonths(firstDagtekeningOn, start.value)),
		doneOn: facts.taalschakeltrajectStartedOn,
		...legal(start.article),
	};
}

/** What must be done within the term; the law knows one end for all of it (W 11(1)). */
function* duties(facts: Facts, termijn: Inburgeringstermijn): Iterable<DatedStep> {
	const { from, until } = termijn;
	const deadline = { shape: 'deadline', from, until, source: sourceOfEnd(facts) } as const;
	yield { key: 'pvt', ...deadline, doneOn: facts.pvtSignedOn, ...legal('W 6(1)a') };
	if (facts.leerroute !== undefined && facts.leerroute !== 'O') {
		const doneOn = facts.moduleMapEindgesprekOn;
		yield { key: 'moduleMap', ...deadline, doneOn, ...legal('W 6(1)b') };
	}
	const doneOn = facts.leerrouteCompletedOn;
	yield { key: 'leerroute', ...deadline, doneOn, ...legal('W 6(1)c') };
}

/** Who completed the leerroute gets a diploma of DUO, or on the Z-route a certificate from the college in person. */
function* closing({ certificateOn: doneOn, leerrouteCompletedOn: from }: Facts) {
	if (from === undefined) return;
	const deadline = { shape: 'deadline', from, doneOn, source: 'leerrouteCompletedOn' } as const;
	yield { key: 'certificate', ...deadline, ...legal('R 3.17-3.18') } as const;
}

/** What the gemeente aims at inside the term; never later than its legal end. None of it binds the inburgeraar. */
function* targets(facts: Facts, policy: Policy, term: Inburgeringstermijn): Iterable<DatedStep> {
	const { mapTargetMonths, pvtBeforeMap, pvtTargetMonths } = policy;
	const hasModuleMap = facts.leerroute !== undefined && facts.leerroute !== 'O';
	const aim = (months: number) => {
		const { from, until } = term;
		const dates = { from, until: earlierOf(addMonths(from, months), until) };
		return { shape: 'deadline', ...dates, source: 'firstDagtekeningOn' } as const;
	};
	const pvt = { key: 'pvtTarget', doneOn: facts.pvtSignedOn } as const;
	if (pvtTargetMonths !== undefined) {
		yield { ...pvt, ...aim(pvtTargetMonths), ...local('pvtTargetMonths') };
	} else if (hasModuleMap && pvtBeforeMap === true && mapTargetMonths !== undefined) {
		yield { ...pvt, ...aim(mapTargetMonths), ...local('pvtBeforeMap') };
	}
	if (hasModuleMap && mapTargetMonths !== undefined) {
		const doneOn = facts.moduleMapEindgesprekOn;
		yield { key: 'moduleMapTarget', doneOn, ...aim(mapTargetMonths), ...local('mapTargetMonths') };
	}
	yield* voortgangsgesprekken(facts, policy, term);
}

/** Talks spread evenly over the term, as many a year as the gemeente has chosen. */
function* voortgangsgesprekken(
	facts: Facts,
	policy: Policy,
	{ from, until: end }: Inburgeringstermijn,
): Iterable<DatedStep> {
	const perYear = policy.voortgangsgesprekkenPerYear;
	if (perYear === undefined || perYear <= 0) return;
	const days = facts.voortgangsgesprekkenHeldOn ?? [];
	const held = days.filter((on) => isOnOrAfter(on, from)).sort();
	const completedOn = allDoneOn(facts);
	const source = 'firstDagtekeningOn';
	const basis = local('voortgangsgesprekkenPerYear');
	let begin = from;
	for (let nth = 1; ; nth += 1) {
		const until = addMonths(from, Math.round((nth * 12) / perYear));
		if (isBefore(end, until)) return;
		const isOver = completedOn !== undefined && isBefore(completedOn, until);
		if (isOver && held[nth - 1] === undefined) return;
		const dates = { from: begin, until, doneOn: held[nth - 1] };
		yield { key: 'voortgangsgesprek', shape: 'deadline', nth, ...dates, source, ...basis };
		begin = until;
	}
}

/** The day on which the last of the duties was done; none as long as one is open (W 6(1)). */
function allDoneOn(facts: Facts): Day | undefined {
	const { leerroute, leerrouteCompletedOn, moduleMapEindgesprekOn, pvtSignedOn } = facts;
	if (leerrouteCompletedOn === undefined || pvtSignedOn === undefined) return undefined;
	const last = laterOf(leerrouteCompletedOn, pvtSignedOn);
	if (leerroute === 'O') return last;
	return moduleMapEindgesprekOn === undefined ? undefined : laterOf(last, moduleMapEindgesprekOn);
}

function sourceOfEnd(facts: Facts): FactKey {
	if (facts.extendedUntil !== undefined) return 'extendedUntil';
	return (facts.interruptionDays ?? 0) > 0 ? 'interruptionDays' : 'firstDagtekeningOn';
}
