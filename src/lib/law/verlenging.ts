import type { Article } from '#lib/law/article.ts';
import { type Day, dayBefore, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { termijnOf } from '#lib/law/termijn.ts';

/** The reasons for more time, in the order in which the law names them (R 4.1(1), B 4.4). */
export const VERLENGING_GROUNDS = [
	'illness',
	'death',
	'birth',
	'shelter',
	'literacy',
	'homeless',
	'noOffer',
	'noStart',
	'provider',
	'other',
	'several',
	'almostDone',
	'almostDoneGezin',
] as const;
export type VerlengingGround = (typeof VERLENGING_GROUNDS)[number];

/**
 * The reasons that can exist for this inburgeraar; which of them do, DUO decides (W 12). None under the law of 2013.
 */
export function verlengingGrounds(
	facts: Facts,
): readonly { readonly key: VerlengingGround; readonly article: Article }[] {
	if (facts.stelsel === 'wi2013') return [];
	return VERLENGING_GROUNDS.flatMap((key) => {
		const { article, holds } = GROUNDS[key];
		return holds(facts) ? [{ key, article }] : [];
	});
}

/** Where somebody stands with asking: `later` than the day itself, `open` from it to the end, or `over`. */
export type Asking =
	| { readonly state: 'noTermijn' }
	| {
			readonly state: 'later' | 'open' | 'over';
			readonly askableFrom: Day;
			/** The last day of the term. */
			readonly lastOn: Day;
			readonly isExtended: boolean;
			readonly article: Article;
	  };

/** From when on an extension can be asked: six months before the end of the term (B 4.5(1)). */
export function verlengingAsking(facts: Facts, today: Day): Asking {
	const termijn = termijnOf(facts);
	if (termijn === undefined) return { state: 'noTermijn' };
	const { articles, isExtended, until, verlengingAskableFrom: askableFrom } = termijn;
	const isOpen = isBefore(today, until) ? 'open' : 'over';
	return {
		state: isBefore(today, askableFrom) ? 'later' : isOpen,
		askableFrom,
		lastOn: dayBefore(until),
		isExtended,
		article: articles.verlengingAskableFrom,
	};
}

type Ground = { readonly article: Article; readonly holds: (facts: Facts) => boolean };

const everybody = () => true;
const isAsiel = (facts: Facts) => facts.groep === 'asielstatushouder';

const GROUNDS = {
	illness: { article: 'R 4.1(1)a', holds: everybody },
	death: { article: 'R 4.1(1)b', holds: everybody },
	birth: { article: 'R 4.1(1)c', holds: everybody },
	shelter: { article: 'R 4.1(1)d', holds: everybody },
	literacy: {
		article: 'R 4.1(1)e',
		holds: ({ leerroute }) => leerroute === 'B' || leerroute === 'O',
	},
	homeless: { article: 'R 4.1(1)f', holds: everybody },
	/** Only who is offered lessons can be without an offer (W 16(1)). */
	noOffer: {
		article: 'R 4.1(1)g',
		holds: (facts) => isAsiel(facts) && facts.leerroute !== 'O',
	},
	noStart: {
		article: 'R 4.1(1)g',
		holds: (facts) => isAsiel(facts) && facts.leerroute === 'O',
	},
	provider: { article: 'R 4.1(1)h', holds: everybody },
	other: { article: 'R 4.1(1)i', holds: everybody },
	several: { article: 'R 4.1(1)j', holds: everybody },
	almostDone: {
		article: 'B 4.4(2)',
		holds: (facts) => isAsiel(facts) && facts.leerroute === 'B',
	},
	almostDoneGezin: {
		article: 'B 4.4(3)',
		holds: (facts) => !isAsiel(facts) && facts.leerroute === 'B',
	},
} as const satisfies Record<VerlengingGround, Ground>;
