import type { Article } from '#lib/law/article.ts';
import { ballOf, type BallHolder, isWorkOfGemeente } from '#lib/law/ball.ts';
import { type Day, dayBefore, isBefore } from '#lib/law/day.ts';
import type { FactKey, Facts } from '#lib/law/facts.ts';
import { isOverdue } from '#lib/law/step.ts';
import type { Step, StepKey } from '#lib/law/timeline.ts';
import * as modules from '../modules/modules.ts';
import type { WaitingLine } from '../waiting/waiting.ts';

/** The days of a thing, the last ones that count; `on` and `by` are for what must or will be done. */
export type When =
	| { readonly kind: 'on'; readonly on: Day }
	| { readonly kind: 'between'; readonly from: Day; readonly lastOn: Day }
	| { readonly kind: 'from'; readonly from: Day }
	| { readonly kind: 'by'; readonly lastOn: Day }
	| { readonly kind: 'unknown' };

/** What stands at a day: a step that the law counts, a fact that was written down, or a time of waiting. */
export type What =
	| { readonly kind: 'step'; readonly key: StepKey; readonly nth: number | null }
	| { readonly kind: 'recorded'; readonly step: modules.Step }
	| { readonly kind: 'waiting'; readonly line: WaitingLine };

/** `late` is a deadline that passed undone. */
export type EntryState = 'done' | 'now' | 'next' | 'late';

/** Who told it, or the fact from which the law counts. */
export type EntrySource = modules.StepSource | FactKey;

/** One thing on the timeline. */
export interface Entry {
	/** Unlike any other of the same timeline. */
	readonly id: string;
	readonly what: What;
	readonly state: EntryState;
	readonly when: When;
	/** The day by which it takes its place; null where none can be named. */
	readonly placeOn: Day | null;
	/** A day of the law, a choice of the gemeente, or what was written down. */
	readonly basis: 'legal' | 'local' | 'recorded';
	readonly article: Article | null;
	/** Of what is late, who is: the gemeente with its own work, or whoever else. */
	readonly lateBy: 'gemeente' | 'other' | null;
	/** Whose move it is; null where it is nobody's. */
	readonly ball: BallHolder | null;
	readonly source: EntrySource;
}

/** A step of the law as it stands on a timeline. */
export function ofLaw(step: Step, facts: Facts, today: Day): Entry {
	const { key, nth = null, source } = step;
	const state = isOverdue(step, today) ? 'late' : step.state;
	return {
		id: nth === null ? key : `${key}-${nth}`,
		what: { kind: 'step', key, nth },
		state,
		when: whenOf(step),
		placeOn: placeIn(step, today),
		basis: step.kind,
		article: step.kind === 'legal' ? step.article : null,
		lateBy: state !== 'late' ? null : isWorkOfGemeente(key, facts.leerroute) ? 'gemeente' : 'other',
		ball: state === 'done' || state === 'next' ? null : ballOf(key, facts.leerroute),
		source,
	};
}

/** What staff wrote down and no step of the law tells already. */
export function ofRecorded(step: modules.Step, today: Day): Entry {
	const { article, when } = modules.kindRules[step.kind];
	const isAhead = isBefore(today, step.on);
	const isLast = step.kind === 'aftercareEnds';
	// That its day has passed does not say that it was done: somebody still has to tell.
	const isOpen = when === 'planned' && !isAhead && (!isLast || step.on === today);
	return {
		id: `recorded-${step.slot}`,
		what: { kind: 'recorded', step },
		state: isAhead ? 'next' : isOpen ? 'now' : 'done',
		when: isLast ? { kind: 'by', lastOn: step.on } : { kind: 'on', on: step.on },
		placeOn: step.on,
		basis: 'recorded',
		article,
		lateBy: null,
		ball:
			isBefore(step.on, today) && isOpen
				? step.kind === 'examPlanned'
					? 'duo'
					: 'gemeente'
				: null,
		source: step.source,
	};
}

/** A time of waiting that lasts; it is late when the expected day has passed. */
export function ofWaiting(line: WaitingLine, today: Day): Entry {
	const { ball, expectedOn, sinceOn, slot } = line;
	const isLate = expectedOn !== null && isBefore(expectedOn, today);
	return {
		id: `waiting-${slot}`,
		what: { kind: 'waiting', line },
		state: isLate ? 'late' : 'now',
		when: expectedOn === null ? { kind: 'on', on: sinceOn } : { kind: 'by', lastOn: expectedOn },
		placeOn: expectedOn !== null && isBefore(today, expectedOn) ? expectedOn : today,
		basis: 'recorded',
		article: null,
		lateBy: isLate ? 'other' : null,
		ball,
		source: 'gemeente',
	};
}

function whenOf({ shape, on, from, until, doneOn }: Step): When {
	if (shape === 'moment' && on !== undefined) return { kind: 'on', on };
	if (doneOn !== undefined) return { kind: 'on', on: doneOn };
	if (until === undefined) {
		return shape === 'window' && from !== undefined ? { kind: 'from', from } : { kind: 'unknown' };
	}
	const lastOn = dayBefore(until);
	if (shape === 'window' && from !== undefined) return { kind: 'between', from, lastOn };
	return { kind: 'by', lastOn };
}

/** A period that has begun stands at its last day, one that is still to come at its first. */
function placeIn({ shape, on, from, until, doneOn, state }: Step, today: Day): Day | null {
	if (shape === 'moment') return on ?? null;
	const last = until === undefined ? undefined : dayBefore(until);
	if (shape === 'deadline') return doneOn ?? last ?? (state === 'done' ? (from ?? null) : today);
	return (state === 'next' ? from : last) ?? from ?? null;
}
