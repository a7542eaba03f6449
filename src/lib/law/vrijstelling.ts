import type { Article } from '#lib/law/article.ts';
import type { Facts } from '#lib/law/facts.ts';

/** Who need not do it, or not all of it: for what somebody has or follows already (W 4, 7(3)). */
export const VRIJSTELLINGEN = ['diploma', 'school', 'training', 'settled', 'someExams'] as const;
export type VrijstellingKey = (typeof VRIJSTELLINGEN)[number];

/**
 * The kinds that can exist for this inburgeraar; DUO decides. There is none for the PVT or the MAP alone. None under
 * the law of 2013.
 */
export function vrijstellingen(
	facts: Facts,
): readonly { readonly key: VrijstellingKey; readonly article: Article }[] {
	if (facts.stelsel === 'wi2013') return [];
	return VRIJSTELLINGEN.filter((key) => key !== 'someExams' || hasExams(facts)).map((key) => ({
		key,
		article: ARTICLES[key],
	}));
}

/** The Z-route has no exams but on request (B 3.14(7)). */
function hasExams({ leerroute }: Facts): boolean {
	return leerroute !== 'Z';
}

const ARTICLES = {
	diploma: 'W 4(1)b',
	school: 'W 4(1)a',
	training: 'W 4(1)d',
	settled: 'W 4(1)e',
	someExams: 'W 7(3)',
} as const satisfies Record<VrijstellingKey, Article>;
