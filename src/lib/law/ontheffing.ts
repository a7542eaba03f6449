import type { Article } from '#lib/law/article.ts';
import type { Facts } from '#lib/law/facts.ts';

/** What an illness, an impairment or a very hard situation can change, in the order in which one may ask. */
export const ONTHEFFINGEN = [
	'toets',
	'medical',
	'someExams',
	'participation',
	'adaptedExam',
	'fewerLessons',
	'special',
] as const;
export type OntheffingKey = (typeof ONTHEFFINGEN)[number];

/** The kinds that can exist for this inburgeraar; DUO or the gemeente decides. None under the law of 2013. */
export function ontheffingen(
	facts: Facts,
): readonly { readonly key: OntheffingKey; readonly article: Article }[] {
	if (facts.stelsel === 'wi2013') return [];
	return ONTHEFFINGEN.flatMap((key) => {
		const { article, holds } = KINDS[key];
		return holds(facts) ? [{ key, article }] : [];
	});
}

type Kind = { readonly article: Article; readonly holds: (facts: Facts) => boolean };

const everybody = () => true;
const withExams = ({ leerroute }: Facts) => leerroute === 'B' || leerroute === 'O';

const KINDS = {
	/** The gemeente exempts from the leerbaarheidstoets, which comes before the plan. */
	toets: {
		article: 'W 14(6)',
		holds: (facts) => facts.firstDagtekeningOn === undefined,
	},
	medical: { article: 'B 2.7(2)', holds: everybody },
	someExams: { article: 'B 2.7(3)', holds: withExams },
	/** Never the PVT and the MAP, and only where there is participation to be relieved of (B 3.14(3)). */
	participation: {
		article: 'B 2.7(3)c',
		holds: ({ groep, leerroute }) => leerroute === 'Z' && groep === 'asielstatushouder',
	},
	adaptedExam: { article: 'B 3.9(2)', holds: withExams },
	fewerLessons: { article: 'R 3.16(2)', holds: ({ leerroute }) => leerroute === 'Z' },
	special: { article: 'B 2.8(1)', holds: everybody },
} as const satisfies Record<OntheffingKey, Kind>;
