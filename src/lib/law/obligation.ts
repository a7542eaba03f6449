import type { Article } from '#lib/law/article.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { joinedAsylumHolder, STELSEL_ARTICLE } from '#lib/law/groep.ts';
import { normOn } from '#lib/law/norm.ts';
import { courseNormMinutes, participationNormMinutes } from '#lib/law/participation-norm.ts';

export const OBLIGATION_KEYS = [
	'bredeIntake',
	'leerbaarheidstoets',
	'begeleiding',
	'maatschappelijkeBegeleiding',
	'ontzorgen',
	'pvt',
	'moduleMap',
	'knm',
	'exams',
	'lessons',
	'lessonIntensity',
	'taalschakeltraject',
	'zCourse',
	'zParticipation',
	'eindgesprek',
	'otherParticipation',
] as const;
export type ObligationKey = (typeof OBLIGATION_KEYS)[number];

/** One row of the matrix of duties and offers. */
export type Obligation = {
	readonly key: ObligationKey;
	/** What the inburgeraar owes: `may` is a right, `notYetKnown` waits for the leerroute in the PIP. */
	readonly duty: 'must' | 'may' | 'no' | 'notYetKnown';
	/** Who provides and pays: `self` pays, possibly with a loan of DUO (W 20). */
	readonly provider: 'gemeente' | 'duo' | 'self' | 'none';
	readonly article: Article;
	readonly reason: Reason;
	/** The statutory minimum, where there is one. */
	readonly minutes?: number;
};

export type Reason =
	| 'everyInburgeraar'
	| 'asielstatushouder'
	| 'gezinsmigrant'
	| 'b1Route'
	| 'onderwijsroute'
	| 'zRoute'
	| 'notThisRoute'
	| 'notOnOnderwijsroute'
	| 'leerrouteNotYetKnown'
	| 'benefit'
	| 'noBenefit'
	| 'joinedOnRegularPermit'
	| 'ontheffing'
	| 'onRequestInPip'
	| 'insteadOfTaalschakeltraject'
	| 'insideCourseHours';

/** What the old law asks instead, in outline: this portal does not serve it. */
export type OldLawPart = 'languageExamsA2' | 'knm' | 'ona' | 'ownCourseWithLoan';

export type Obligations =
	| { readonly law: 'wi2021'; readonly obligations: readonly Obligation[] }
	| {
			readonly law: 'wi2013';
			readonly article: Article;
			readonly reason: 'plichtBefore2022';
			readonly appliesInstead: readonly OldLawPart[];
			/** Parts of the new law that this person does not have. */
			readonly notApplicable: readonly ('pip' | 'moduleMap' | 'zRoute' | 'bredeIntake')[];
	  };

/**
 * The duties of this inburgeraar and the offers of the gemeente on a day, per groep, leerroute and benefit.
 * Under the law of 2013 it says so, and what applies instead (W 54(1)).
 * Throws `NoNormForDay` before 2022.
 */
export function obligations(facts: Facts, on: Day): Obligations {
	if (facts.stelsel === 'wi2013') {
		return {
			law: 'wi2013',
			article: STELSEL_ARTICLE,
			reason: 'plichtBefore2022',
			appliesInstead: ['languageExamsA2', 'knm', 'ona', 'ownCourseWithLoan'],
			notApplicable: ['pip', 'moduleMap', 'zRoute', 'bredeIntake'],
		};
	}
	const list = OBLIGATION_KEYS.map((key) => ({ key, ...RULES[key](facts, on) }));
	return { law: 'wi2021', obligations: list };
}

type Rule = (facts: Facts, on: Day) => Omit<Obligation, 'key'>;

const RULES = {
	bredeIntake: () => must('gemeente', 'W 14(1)', 'everyInburgeraar'),
	leerbaarheidstoets: () => must('duo', 'W 14(3)a', 'everyInburgeraar'),
	begeleiding: () => must('gemeente', 'W 15(1)b', 'everyInburgeraar'),
	maatschappelijkeBegeleiding: ({ groep }) =>
		groep === 'asielstatushouder'
			? may('gemeente', 'W 13(1)', 'asielstatushouder')
			: none('W 13(1)', 'gezinsmigrant'),
	ontzorgen,
	pvt: (_, on) => {
		const norm = normOn('pvtHours', on);
		return { ...must('gemeente', 'W 6(1)a', 'everyInburgeraar'), minutes: norm.value * 60 };
	},
	moduleMap: ({ leerroute }, on) => {
		if (leerroute === undefined) return unknown('W 6(1)b');
		if (leerroute === 'O') return none('W 8(3)', 'notOnOnderwijsroute');
		const norm = normOn('moduleMapPracticalHours', on);
		return { ...must('gemeente', 'W 6(1)b', 'everyInburgeraar'), minutes: norm.value * 60 };
	},
	knm: ({ leerroute }) => {
		if (leerroute === undefined) return unknown('W 6(1)c');
		if (leerroute === 'B') return must('duo', 'W 7(1)b', 'b1Route');
		if (leerroute === 'O') return must('duo', 'W 8(4)b', 'onderwijsroute');
		return may('duo', 'B 3.14(7)', 'insideCourseHours');
	},
	exams: ({ leerroute }) => {
		if (leerroute === undefined) return unknown('W 6(1)c');
		if (leerroute === 'B') return must('duo', 'W 7(1)a', 'b1Route');
		if (leerroute === 'O') return may('duo', 'W 8(4)a', 'insteadOfTaalschakeltraject');
		return may('duo', 'B 3.14(7)', 'onRequestInPip');
	},
	lessons: ({ groep }) =>
		groep === 'asielstatushouder'
			? must('gemeente', 'W 16(1)', 'asielstatushouder')
			: must('self', 'W 20(1)', 'gezinsmigrant'),
	/** Gezinsmigranten agree the intensity with their school; it is no part of their PIP. */
	lessonIntensity: ({ groep }) =>
		groep === 'asielstatushouder'
			? must('gemeente', 'W 15(2)', 'asielstatushouder')
			: none('W 15(2)', 'gezinsmigrant'),
	taalschakeltraject: ({ groep, leerroute }) => {
		if (leerroute === undefined) return unknown('W 8(1)');
		if (leerroute !== 'O') return none('W 8(1)', 'notThisRoute');
		return must(groep === 'asielstatushouder' ? 'gemeente' : 'self', 'W 8(1)', 'onderwijsroute');
	},
	/**
	 * B 3.14(1) lets the college offer the parts of the Z-route to every inburgeraar, while W 16 and 20 leave the
	 * lessons of a gezinsmigrant to the person: the latter is followed here, as practice does.
	 */
	zCourse: (facts, on) => {
		const norm = courseNormMinutes(facts, on);
		if (!norm.applies) return withoutNorm(norm);
		const provider = facts.groep === 'asielstatushouder' ? 'gemeente' : 'self';
		return { ...must(provider, norm.article, 'zRoute'), minutes: norm.minutes };
	},
	zParticipation: (facts, on) => {
		const norm = participationNormMinutes(facts, on);
		if (!norm.applies) return withoutNorm(norm);
		return { ...must('gemeente', norm.article, 'asielstatushouder'), minutes: norm.minutes };
	},
	eindgesprek: ({ leerroute }) => {
		if (leerroute === undefined) return unknown('B 3.14(2)c');
		if (leerroute !== 'Z') return none('B 3.14(2)c', 'notThisRoute');
		return must('gemeente', 'B 3.14(2)c', 'zRoute');
	},
	otherParticipation: ({ groep, hasParticipatiewetBenefit }) => {
		if (groep === 'asielstatushouder') return may('gemeente', 'W 15(1)b', 'asielstatushouder');
		return hasParticipatiewetBenefit === true
			? may('gemeente', 'W 15(3)', 'benefit')
			: none('W 15(3)', 'noBenefit');
	},
} as const satisfies Record<ObligationKey, Rule>;

/**
 * Paying fixed costs out of the benefit (Pw 56a): only for the holder of an asylum permit with a benefit.
 * Narrower than the groep: who joined on a regular permit is an asielstatushouder for the rest of the law, but not here.
 */
function ontzorgen(facts: Facts): Omit<Obligation, 'key'> {
	if (facts.groep === 'gezinsmigrant') return none('Pw 56a', 'gezinsmigrant');
	if (facts.detail !== undefined && joinedAsylumHolder(facts.detail)) {
		return none('Pw 56a', 'joinedOnRegularPermit');
	}
	return facts.hasParticipatiewetBenefit === true
		? must('gemeente', 'Pw 56a', 'benefit')
		: none('Pw 56a', 'noBenefit');
}

type Row = Omit<Obligation, 'key'>;

function must(provider: Obligation['provider'], article: Article, reason: Reason): Row {
	return { duty: 'must', provider, article, reason };
}

function may(provider: Obligation['provider'], article: Article, reason: Reason): Row {
	return { duty: 'may', provider, article, reason };
}

function none(article: Article, reason: Reason): Row {
	return { duty: 'no', provider: 'none', article, reason };
}

function unknown(article: Article): Row {
	return { duty: 'notYetKnown', provider: 'none', article, reason: 'leerrouteNotYetKnown' };
}

function withoutNorm(norm: {
	readonly reason: 'noLeerroute' | 'notZRoute' | 'gezinsmigrant' | 'ontheffing';
	readonly article: Article;
}): Row {
	if (norm.reason === 'noLeerroute') return unknown(norm.article);
	return none(norm.article, norm.reason === 'notZRoute' ? 'notThisRoute' : norm.reason);
}
