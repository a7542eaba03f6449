import type { Article } from '#lib/law/article.ts';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { inForce, normOn } from '#lib/law/norm.ts';

/** DUO's codes: B1-route (W 7), onderwijsroute (W 8), zelfredzaamheidsroute (W 9). */
export const LEERROUTES = ['B', 'O', 'Z'] as const;
export type Leerroute = (typeof LEERROUTES)[number];

/** The lowest level of the language exams, as the PIP and DUO record it. */
export const NIVEAUS = ['A2', 'B1'] as const;
export type Niveau = (typeof NIVEAUS)[number];

/** What the law says to a request: allowed, or not, and by which article. */
export type Ruling<Reason extends string> =
	| { readonly allowed: true; readonly article: Article }
	| { readonly allowed: false; readonly article: Article; readonly reason: Reason };

export type WisselenRequest = {
	readonly from: Leerroute;
	readonly to: Leerroute;
	readonly on: Day;
	/** The running term: its first day, and the exclusive end of the window for changing route. */
	readonly termijn: { readonly from: Day; readonly wisselenUntil: Day };
	/** Why the college departs from the window, if it does. */
	readonly ground?: 'nonExemptingTraining' | 'reasonedException';
};

export type WisselenRefusal = 'sameLeerroute' | 'termNotStarted' | 'windowPassed';

/**
 * Changing the leerroute (W 17(2), B 5.4). Only in the first 18 months of the term, except from the
 * onderwijsroute to the B1-route, which may change during the whole traject.
 * Not to be confused with `afschalen`, which lowers the level inside the B1-route.
 */
export function wisselen(request: WisselenRequest): Ruling<WisselenRefusal> {
	const { from, to, on, termijn } = request;
	if (from === to) return { allowed: false, article: 'W 17(2)', reason: 'sameLeerroute' };
	if (isBefore(on, termijn.from)) {
		return { allowed: false, article: 'B 5.4(1)', reason: 'termNotStarted' };
	}
	if (from === 'O' && to === 'B') return { allowed: true, article: 'B 5.4(1)' };
	if (isBefore(on, termijn.wisselenUntil)) return { allowed: true, article: 'B 5.4(1)' };
	const exception = exceptionOn(request.ground, on);
	if (exception !== undefined) return { allowed: true, article: exception };
	return { allowed: false, article: 'B 5.4(1)', reason: 'windowPassed' };
}

export type AfschalenRequest = {
	readonly leerroute: Leerroute;
	/** True while the plan is the first one: a first PIP is never at A2. */
	readonly isFirstPip: boolean;
	/** NT2 lessons, literacy included, at a school with keurmerk; lessons during the intake may be added (B 5.5(2)). */
	readonly nt2CourseMinutes: number;
	/** The judgement of the college on the effort made during these lessons. */
	readonly sufficientEffort: boolean;
	readonly on: Day;
};

export type AfschalenRefusal = 'notB1Route' | 'firstPip' | 'tooFewHours' | 'insufficientEffort';

/**
 * Lowering the level from B1 to A2 inside the B1-route (W 17(3), B 5.5). Needs 600 hours of NT2 lessons
 * and sufficient effort; it has no limit of 18 months. The college decides, may do so per skill,
 * and must amend the PIP (B 5.3(6)).
 */
export function afschalen(request: AfschalenRequest): Ruling<AfschalenRefusal> {
	const norm = normOn('afschalenNt2Hours', request.on);
	if (request.leerroute !== 'B') {
		return { allowed: false, article: 'W 17(3)', reason: 'notB1Route' };
	}
	if (request.isFirstPip) return { allowed: false, article: 'DUO PIP', reason: 'firstPip' };
	if (request.nt2CourseMinutes < norm.value * 60) {
		return { allowed: false, article: norm.article, reason: 'tooFewHours' };
	}
	if (!request.sufficientEffort) {
		return { allowed: false, article: norm.article, reason: 'insufficientEffort' };
	}
	return { allowed: true, article: 'W 17(3)' };
}

export type CombinationRefusal = 'a2WithO' | 'b1WithZ' | 'a2InFirstPip';

/** Which leerroute and niveau DUO accepts together in a PIP (PIP API 1.2.0). */
export function combination(pip: {
	readonly leerroute: Leerroute;
	readonly niveau?: Niveau;
	readonly isFirstPip: boolean;
}): Ruling<CombinationRefusal> {
	const { leerroute, niveau, isFirstPip } = pip;
	if (niveau === 'A2' && leerroute === 'O') return refusedByDuo('a2WithO');
	if (niveau === 'B1' && leerroute === 'Z') return refusedByDuo('b1WithZ');
	if (niveau === 'A2' && leerroute === 'B' && isFirstPip) return refusedByDuo('a2InFirstPip');
	return { allowed: true, article: 'DUO PIP' };
}

/** The paragraphs of B 5.4 that let the college go beyond 18 months; renumbered on 1 January 2023. */
const EXCEPTIONS = {
	nonExemptingTraining: [{ from: day('2023-01-01'), article: 'B 5.4(2)' }],
	reasonedException: [
		{ from: day('2022-01-01'), until: day('2023-01-01'), article: 'B 5.4(2)' },
		{ from: day('2023-01-01'), article: 'B 5.4(3)' },
	],
} as const satisfies Record<
	NonNullable<WisselenRequest['ground']>,
	readonly { from: Day; until?: Day; article: Article }[]
>;

function exceptionOn(ground: WisselenRequest['ground'], on: Day): Article | undefined {
	if (ground === undefined) return undefined;
	return EXCEPTIONS[ground].find((row) => inForce(row, on))?.article;
}

function refusedByDuo(reason: CombinationRefusal): Ruling<CombinationRefusal> {
	return { allowed: false, article: 'DUO PIP', reason };
}
