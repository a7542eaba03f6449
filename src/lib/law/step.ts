import type { Article } from '#lib/law/article.ts';
import { type Day, day, isBefore, isOnOrAfter } from '#lib/law/day.ts';
import type { FactKey } from '#lib/law/facts.ts';
import type { PolicyKey } from '#lib/law/policy.ts';

export const LEGAL_STEPS = [
	'plicht',
	'registration',
	'voorinburgering',
	'maatschappelijkeBegeleiding',
	'ontzorgen',
	'oproep',
	'leerbaarheidstoets',
	'bredeIntake',
	'pip',
	'pipAfterMove',
	'bezwaar',
	'termijn',
	'offer',
	'taalschakeltraject',
	'wisselen',
	'pvt',
	'moduleMap',
	'leerroute',
	'certificate',
	'verlenging',
] as const;

export const LOCAL_STEPS = [
	'bothLanguages',
	'maatschappelijkeBegeleidingTarget',
	'ontzorgenTarget',
	'intakeTalk',
	'voortgangsgesprek',
	'pvtTarget',
	'moduleMapTarget',
] as const;

export type StepKey = (typeof LEGAL_STEPS)[number] | (typeof LOCAL_STEPS)[number];

/** A step rests on an article of the law, or on a choice of the gemeente; never on both. */
export type Basis =
	| { readonly kind: 'legal'; readonly article: Article }
	| { readonly kind: 'local'; readonly policy: PolicyKey };

/** A step before the day of today has been laid beside it. */
export type DatedStep = Basis & {
	readonly key: StepKey;
	/**
	 * A `moment` has `on`. A `window` is open from `from` until `until`. A `deadline` must be done before
	 * `until` and bears `doneOn` once it is; without `until` it cannot be dated yet.
	 */
	readonly shape: 'moment' | 'window' | 'deadline';
	/** Which one, of steps that come more than once; from 1. */
	readonly nth?: number;
	readonly on?: Day | undefined;
	readonly from?: Day | undefined;
	/** Exclusive end. */
	readonly until?: Day | undefined;
	/** The last day in time, where `until` lies in a weekend or a holiday and there is one more (Atw 1(1)). */
	readonly latestOn?: Day | undefined;
	readonly doneOn?: Day | undefined;
	/** The fact from which the date is counted. */
	readonly source: FactKey;
};

/** A deadline that passed undone stays `now`: it is still to be done. */
export type StepState = 'done' | 'now' | 'next';

export type Step = DatedStep & { readonly state: StepState };

/** Where a step stands on a day. */
export function stateOf(step: DatedStep, today: Day): StepState {
	const { doneOn, from, on, shape, until } = step;
	if (shape === 'deadline') {
		if (doneOn !== undefined && isOnOrAfter(today, doneOn)) return 'done';
		return from !== undefined && isBefore(today, from) ? 'next' : 'now';
	}
	if (shape === 'moment') return on !== undefined && isOnOrAfter(today, on) ? 'done' : 'next';
	if (until !== undefined && isOnOrAfter(today, until)) return 'done';
	return from !== undefined && isBefore(today, from) ? 'next' : 'now';
}

/** Whether a deadline passed undone; the day after its last one, exclusive as `until`. */
export function isOverdue({ doneOn, latestOn, shape, until }: DatedStep, today: Day): boolean {
	if (shape !== 'deadline' || until === undefined || isBefore(today, until)) return false;
	if (latestOn !== undefined && isOnOrAfter(latestOn, today)) return false;
	return doneOn === undefined || isBefore(today, doneOn);
}

/** The day by which a step takes its place among the others; the last place when it has no day. */
export function placeOf(step: DatedStep): Day {
	const { doneOn, from, on, shape, until } = step;
	const place = shape === 'deadline' ? (doneOn ?? until ?? from) : (on ?? from ?? until);
	return place ?? LAST_DAY;
}

export function legal(article: Article): Basis {
	return { kind: 'legal', article };
}

export function local(policy: PolicyKey): Basis {
	return { kind: 'local', policy };
}

const LAST_DAY = day('9999-12-31');
