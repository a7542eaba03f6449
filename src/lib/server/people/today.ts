import { addDays, day, isBefore } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import * as pip from '../pip/pip.ts';
import { policyFor } from '../tenants/tenants.ts';
import * as people from './people.ts';

/** What somebody can do first, or who has the ball; exactly one, the most useful on this day. */
export type Next =
	| { readonly kind: 'answerQuestions'; readonly count: number }
	| { readonly kind: 'readPlan'; readonly version: number }
	| { readonly kind: 'declareHours' }
	| { readonly kind: 'nothingToDo' }
	| { readonly kind: 'waitForPlan'; readonly awaited: pip.Awaited };

export interface Today {
	readonly next: Next;
	readonly overview: hours.Overview;
	readonly steps: readonly pip.StepShown[];
	readonly hasPlan: boolean;
}

/** A plan is news for as long as one can object to it (Awb 6:7), counted from its dagtekening. */
const newsDays = 42;
const stepsShown = 3;

/** Everything of the first page: what comes next, where the hours stand, and the next dates. */
export async function today(actor: Resident, moment: Moment): Promise<Today> {
	const person = await people.own(actor);
	const pips = await pip.of(actor, person.id);
	const facts = pip.factsOf(person, pips);
	const overview = await hours.overview(actor, person.id, moment);
	const policy = policyFor(actor.portal.tenant, person.gemeentecode);
	const steps = pip
		.stepsOf(facts, policy, moment.today)
		.filter(({ state, when }) => state !== 'done' && when.kind !== 'between');
	const next: Next = pips.current
		? nextWithPlan(overview, pips.current, moment)
		: { kind: 'waitForPlan', awaited: pip.awaited(facts, moment.today) };
	return { next, overview, steps: steps.slice(0, stepsShown), hasPlan: pips.current !== null };
}

function nextWithPlan(overview: hours.Overview, current: pip.Pip, moment: Moment): Next {
	const { questions } = overview.totals;
	if (questions > 0) return { kind: 'answerQuestions', count: questions };
	const isNews = isBefore(moment.today, addDays(day(current.dagtekeningOn), newsDays));
	if (isNews) return { kind: 'readPlan', version: current.version };
	const { norm, totals } = overview;
	const isMore = norm.applies && totals.confirmedMinutes < norm.minutes;
	return { kind: isMore ? 'declareHours' : 'nothingToDo' };
}
