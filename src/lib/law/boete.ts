import type { Article } from '#lib/law/article.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { type NormKey, normOn } from '#lib/law/norm.ts';
import { termijnOf } from '#lib/law/termijn.ts';

/**
 * What the law itself says about fines: who may give one, when, and the most it can be. It is told so that somebody
 * can see what there is and what to do first. Nothing here looks at what somebody did, and nothing predicts a fine.
 */
export const BOETES = ['intake', 'plan', 'pvt', 'moduleMap', 'leerroute'] as const;
export type BoeteKey = (typeof BOETES)[number];

export type Boete = {
	readonly key: BoeteKey;
	/** The gemeente while the plan runs (W 22-23), DUO once the term is over (W 24-25). */
	readonly by: 'gemeente' | 'duo';
	/** The most that one can be, in cents. */
	readonly maxCents: number;
	/** First day on which there can be one; absent where that day is not known yet. */
	readonly from?: Day | undefined;
	/** Exclusive end. */
	readonly until?: Day | undefined;
	/** Whether a warning on paper and a new day come before (W 14(1), 22(1)). */
	readonly warnedBefore: boolean;
	/** Whether one may always tell one's side before (Awb 5:53(3)): where it can be more than a certain amount. */
	readonly heardBefore: boolean;
	readonly article: Article;
};

/**
 * The fines that can exist for this inburgeraar on a day. None under the law of 2013, whose fines this portal does not
 * tell. What is done already is left out. Throws `NoNormForDay` before 2022.
 */
export function boetes(facts: Facts, on: Day): readonly Boete[] {
	if (facts.stelsel === 'wi2013') return [];
	return BOETES.filter((key) => RULES[key].can(facts)).map((key) => {
		const { by, can: _, max, ...rest } = RULES[key];
		const { value: maxCents } = normOn(max, on);
		const heardBefore = maxCents > normOn('boeteHeardAboveCents', on).value;
		return { key, by, maxCents, heardBefore, ...period(key, facts), warnedBefore: false, ...rest };
	});
}

/** What a first fine during the plan is for who could hardly help it, in cents (B 7.1(2) and (4)d). */
export function leastBoete(on: Day): number {
	const first = normOn('boetePlanFirstCents', on).value;
	return Math.round((first * normOn('boetePlanLeastPercent', on).value) / 100);
}

/** What a fine of the gemeente during the plan can be about. */
export const PLAN_PARTS = ['support', 'pvt', 'moduleMap', 'lessons'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/**
 * What of the plan the gemeente may fine for (W 23(1)): the support and guidance, the PVT, the MAP, and only for an
 * asielstatushouder the intensity of the lessons, which is no part of another's plan (W 15(2)).
 */
export function planParts(facts: Facts): readonly PlanPart[] {
	return PLAN_PARTS.filter((part) => {
		if (part === 'moduleMap') return facts.leerroute !== 'O';
		if (part === 'lessons') return facts.groep === 'asielstatushouder';
		return true;
	});
}

type Rule = Pick<Boete, 'by' | 'article'> & {
	readonly max: NormKey;
	readonly can: (facts: Facts) => boolean;
	readonly warnedBefore?: boolean;
};

const hasPlan = (facts: Facts) => facts.firstDagtekeningOn !== undefined;

const RULES = {
	/** The brede intake comes before the plan: with a plan there is none. */
	intake: {
		by: 'gemeente',
		max: 'boeteIntakeCents',
		article: 'W 22(1)',
		warnedBefore: true,
		can: (facts) => !hasPlan(facts) && facts.bredeIntakeCompletedOn === undefined,
	},
	plan: { by: 'gemeente', max: 'boetePlanMaxCents', article: 'W 23(1)', can: hasPlan },
	pvt: {
		by: 'duo',
		max: 'boeteModuleCents',
		article: 'W 24(1)',
		can: (facts) => facts.pvtSignedOn === undefined,
	},
	/** The MAP is no duty on the onderwijsroute (W 8(3)). */
	moduleMap: {
		by: 'duo',
		max: 'boeteModuleCents',
		article: 'W 24(1)',
		can: (facts) => facts.leerroute !== 'O' && facts.moduleMapEindgesprekOn === undefined,
	},
	leerroute: {
		by: 'duo',
		max: 'boeteLeerrouteMaxCents',
		article: 'W 25(1)',
		can: (facts) => facts.leerrouteCompletedOn === undefined,
	},
} as const satisfies Record<BoeteKey, Rule>;

/** DUO's come after the whole term has passed, an extension included; the gemeente's within it. */
function period(key: BoeteKey, facts: Facts): Pick<Boete, 'from' | 'until'> {
	const termijn = termijnOf(facts);
	if (key === 'intake' || termijn === undefined) return {};
	return key === 'plan' ? { from: termijn.from, until: termijn.until } : { from: termijn.until };
}
