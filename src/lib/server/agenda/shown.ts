import { addDays, type Day, dayAfter } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { of, one, type OwnOccurrence } from './answered.ts';
import { clashes } from './conflicts.ts';
import type { AgendaKind } from './kinds.ts';
import type { Window } from './recurrence.ts';

/** Whether a day has a name of its own. */
export type Near = 'today' | 'tomorrow' | null;

/** An occurrence as the person sees it. */
export interface Shown extends OwnOccurrence {
	readonly phase: 'ahead' | 'now' | 'over';
	readonly near: Near;
	/** Whether the person is asked to come: no answer that holds for what was planned alone, or for what moved. */
	readonly isAsked: boolean;
	/** What else the person has at the same time. */
	readonly clashes: readonly OwnOccurrence[];
}

/** A day with what is planned on it. */
export interface DayShown {
	readonly on: Day;
	readonly near: Near;
	readonly planned: readonly Shown[];
}

/** Comes again and again; who does not come says so, and nobody is asked each time. */
const regular: ReadonlySet<AgendaKind> = new Set(['lesson', 'moduleMap', 'training', 'activity']);

/** The actor's agenda inside a window of days, in order of time. */
export async function shown(actor: Resident, window: Window, moment: Moment): Promise<Shown[]> {
	// What begins the day before can last into the window, and what is in it into the day after.
	const wider = { from: addDays(window.from, -1), until: dayAfter(window.until) };
	const all = await of(actor, actor.personId, wider);
	const together = clashes(all);
	return all
		.filter(({ on }) => on >= window.from && on < window.until)
		.map((each) => shownAs(each, together.get(each.key) ?? [], moment));
}

/** One occurrence of the actor's agenda; not found when it is not theirs. */
export async function shownOne(actor: Resident, key: string, moment: Moment): Promise<Shown> {
	const found = await one(actor, actor.personId, key);
	const around = { from: addDays(found.on, -1), until: addDays(found.on, 2) };
	const all = await of(actor, actor.personId, around);
	return shownAs(found, clashes(all).get(key) ?? [], moment);
}

/** The days of a window, in order, each with its part; also the days with nothing. */
export function byDay(planned: readonly Shown[], window: Window, today: Day): DayShown[] {
	const parts = Map.groupBy(planned, ({ on }) => on);
	const days: DayShown[] = [];
	for (let on = window.from; on < window.until; on = dayAfter(on)) {
		days.push({ on, near: nearOf(on, today), planned: parts.get(on) ?? [] });
	}
	return days;
}

function nearOf(on: Day, today: Day): Near {
	return on === today ? 'today' : on === dayAfter(today) ? 'tomorrow' : null;
}

/** What comes next: what is on or begins within two days, the first after it when there is none, and what is asked. */
export interface Soon {
	readonly next: readonly Shown[];
	readonly later: Shown | null;
	readonly asked: readonly Shown[];
}

const soonHours = 48;
const lookAheadDays = 28;

/** What the first page shows of the agenda. */
export async function soon(actor: Resident, moment: Moment): Promise<Soon> {
	const window = { from: addDays(moment.today, -1), until: addDays(moment.today, lookAheadDays) };
	const ahead = (await shown(actor, window, moment)).filter(({ phase }) => phase !== 'over');
	const end = moment.now + soonHours * 3_600_000;
	const next = ahead.filter(({ startsAt }) => startsAt < end);
	const later = next.length > 0 ? null : (ahead.find(({ isCancelled }) => !isCancelled) ?? null);
	return { next, later, asked: ahead.filter(({ isAsked }) => isAsked) };
}

function shownAs(
	occurrence: OwnOccurrence,
	together: readonly OwnOccurrence[],
	{ now, today }: Moment,
): Shown {
	const { answer, endsAt, isCancelled, kind, startsAt, was } = occurrence;
	const phase = endsAt <= now ? 'over' : startsAt <= now ? 'now' : 'ahead';
	const isMoved = was !== null;
	const wants = isMoved || !regular.has(kind);
	const isAsked = phase === 'ahead' && !isCancelled && wants && !(answer?.holds ?? false);
	return { ...occurrence, phase, isAsked, near: nearOf(occurrence.on, today), clashes: together };
}
