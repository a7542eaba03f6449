import { isDeepStrictEqual } from 'node:util';
import type { Leerroute, Niveau } from '#lib/law/leerroute.ts';
import {
	type Agreement,
	decidedOf,
	type Goal,
	goalsOf,
	isOwnWords,
	type PipContent,
} from './content.ts';
import { type DecidedShown, decidedShown } from './decided-shown.ts';

/** One thing in which two plans differ. Hours are whole hours; `voortgangsgesprekken` is a number per year. */
export type Difference =
	| { readonly about: 'agreement'; readonly before: Agreement; readonly after: Agreement }
	| { readonly about: 'agreement'; readonly before: Agreement; readonly after: null }
	| { readonly about: 'agreement'; readonly before: null; readonly after: Agreement }
	| {
			readonly about: 'decided';
			readonly before: DecidedShown | null;
			readonly after: DecidedShown | null;
	  }
	| { readonly about: 'goal'; readonly before: Goal | null; readonly after: Goal | null }
	| { readonly about: 'leerroute'; readonly before: Leerroute; readonly after: Leerroute }
	| { readonly about: 'niveau'; readonly before: Niveau | null; readonly after: Niveau | null }
	| {
			readonly about: 'courseHours' | 'pvtHours' | 'moduleMapHours' | 'voortgangsgesprekken';
			readonly before: number | null;
			readonly after: number | null;
	  };

/**
 * What changed from one plan to the next: first route, level and numbers, then what else was decided, the goals, and the agreements in the order of the
 * later plan, last those that are gone. An agreement changed when it is the same sentence with other facts, or the
 * same own words (by id) with another text or party; the same agreement elsewhere in the list is no change.
 */
export function difference(before: PipContent, after: PipContent): readonly Difference[] {
	return [
		...inFacts(before, after),
		...inDecided(before, after),
		...inGoals(goalsOf(before), goalsOf(after)),
		...inAgreements(before.agreements, after.agreements),
	];
}

/** The formal part changes line by line, as it reads. */
function* inDecided(before: PipContent, after: PipContent): Iterable<Difference> {
	const old = decidedShown(decidedOf(before), before.leerroute);
	const now = decidedShown(decidedOf(after), after.leerroute);
	for (const line of now) {
		const same = old.find(({ key }) => key === line.key) ?? null;
		if (!isDeepStrictEqual(same, line)) yield { about: 'decided', before: same, after: line };
	}
	for (const line of old) {
		const isGone = now.every(({ key }) => key !== line.key);
		if (isGone) yield { about: 'decided', before: line, after: null };
	}
}

/** A goal stays the same goal under its id; which actions serve it is no change of the goal. */
function* inGoals(before: readonly Goal[], after: readonly Goal[]): Iterable<Difference> {
	for (const goal of after) {
		const same = before.find(({ id }) => id === goal.id) ?? null;
		if (!isDeepStrictEqual(same, goal)) yield { about: 'goal', before: same, after: goal };
	}
	for (const goal of before) {
		const isGone = after.every(({ id }) => id !== goal.id);
		if (isGone) yield { about: 'goal', before: goal, after: null };
	}
}

function* inFacts(before: PipContent, after: PipContent): Iterable<Difference> {
	if (before.leerroute !== after.leerroute) {
		yield { about: 'leerroute', before: before.leerroute, after: after.leerroute };
	}
	if (before.niveau !== after.niveau) {
		yield { about: 'niveau', before: before.niveau, after: after.niveau };
	}
	for (const about of NUMBERS) {
		if (before[about] !== after[about]) {
			yield { about, before: before[about], after: after[about] };
		}
	}
}

const NUMBERS = ['courseHours', 'pvtHours', 'moduleMapHours', 'voortgangsgesprekken'] as const;

function inAgreements(before: readonly Agreement[], after: readonly Agreement[]): Difference[] {
	const gone = [...before];
	const origins = new Map<Agreement, Agreement>();
	for (const isSame of [saysTheSame, isTheSame]) {
		for (const agreement of after) {
			if (origins.has(agreement)) continue;
			const index = gone.findIndex((each) => isSame(each, agreement));
			const [origin] = index < 0 ? [] : gone.splice(index, 1);
			if (origin) origins.set(agreement, origin);
		}
	}
	const kept = after.flatMap((agreement): Difference[] => {
		const origin = origins.get(agreement);
		if (origin === undefined) return [{ about: 'agreement', before: null, after: agreement }];
		if (saysTheSame(origin, agreement)) return [];
		return [{ about: 'agreement', before: origin, after: agreement }];
	});
	return [
		...kept,
		...gone.map((each): Difference => ({ about: 'agreement', before: each, after: null })),
	];
}

/** The same words with the same facts, whatever the id. */
function saysTheSame(one: Agreement, other: Agreement): boolean {
	if (isOwnWords(one)) {
		return isOwnWords(other) && one.dutch === other.dutch && one.party === other.party;
	}
	if (isOwnWords(other) || one.sentence !== other.sentence) return false;
	const names = new Set([...Object.keys(one.slots), ...Object.keys(other.slots)]);
	return [...names].every((name) => one.slots[name] === other.slots[name]);
}

/** The same agreement that may say something else now. */
function isTheSame(one: Agreement, other: Agreement): boolean {
	if (isOwnWords(one) || isOwnWords(other)) {
		return isOwnWords(one) && isOwnWords(other) && one.id === other.id;
	}
	return one.sentence === other.sentence;
}
