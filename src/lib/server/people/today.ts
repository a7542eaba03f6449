import { addDays, day, isBefore } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import * as modules from '../modules/modules.ts';
import * as pip from '../pip/pip.ts';
import * as timeline from '../timeline/timeline.ts';
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
	/** The next days of the timeline, and what is waited for. */
	readonly soon: readonly timeline.Entry[];
	readonly least: modules.LeastHours;
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
	const line = await timeline.of(actor, person.id, moment);
	const next: Next = pips.current
		? nextWithPlan(overview, pips.current, moment)
		: { kind: 'waitForPlan', awaited: pip.awaited(facts, moment.today) };
	const soon = timeline.upcoming(line, stepsShown);
	const least = modules.leastHours(moment.today);
	return { next, overview, soon, least, hasPlan: pips.current !== null };
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
