import type { Article } from '#lib/law/article.ts';
import { addDays, type Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { normOn } from '#lib/law/norm.ts';

/** The parts of the exams: reading, listening, writing, speaking, and how the Netherlands works. */
export const EXAM_PARTS = ['LE', 'LU', 'SC', 'SP', 'KNM'] as const;
export type ExamPart = (typeof EXAM_PARTS)[number];

/** How often somebody can still take a part without paying; DUO keeps the count that decides. */
export type FreeAttempts =
	| {
			readonly applies: true;
			readonly of: number;
			readonly left: number;
			readonly article: Article;
	  }
	| {
			readonly applies: false;
			readonly reason: 'gezinsmigrant' | 'notOnO' | 'notInPlan';
			readonly article: Article;
	  };

/**
 * The free attempts at one part (R 3.5): two for an asielstatushouder; on the onderwijsroute at the KNM alone, on the
 * Z-route at the parts that the PIP names as a wish (B 3.14(7)). A gezinsmigrant pays. Throws `NoNormForDay` before 2022.
 */
export function freeAttempts(
	{ groep, leerroute }: Pick<Facts, 'groep' | 'leerroute'>,
	examenwens: readonly ExamPart[],
	{ part, taken }: { readonly part: ExamPart; readonly taken: number },
	today: Day,
): FreeAttempts {
	const { article, value } = normOn('freeExamAttempts', today);
	const not = (reason: 'gezinsmigrant' | 'notOnO' | 'notInPlan') =>
		({ applies: false, reason, article }) as const;
	if (groep !== 'asielstatushouder') return not('gezinsmigrant');
	if (leerroute === 'O' && part !== 'KNM') return not('notOnO');
	if (leerroute === 'Z' && !examenwens.includes(part)) return not('notInPlan');
	return { applies: true, of: value, left: Math.max(0, value - taken), article };
}

/** The parts that belong to a leerroute: all on B1, the KNM on the onderwijsroute, what the PIP names on the Z-route. */
export function partsOf(
	leerroute: Facts['leerroute'],
	examenwens: readonly ExamPart[],
): readonly ExamPart[] {
	if (leerroute === undefined) return [];
	if (leerroute === 'Z') return EXAM_PARTS.filter((part) => examenwens.includes(part));
	return leerroute === 'O' ? ['KNM'] : EXAM_PARTS;
}

/**
 * The last day on which an exam can be moved or cancelled without blame: DUO calls it not culpable up to fourteen days
 * before (DUO Examen). Inclusive.
 */
export function movableUntil(examOn: Day): { readonly lastOn: Day; readonly article: Article } {
	const { article, value } = normOn('examMoveDays', examOn);
	return { lastOn: addDays(examOn, -value), article };
}
