import { addDays, type Day, daysBetween, isBefore, isOnOrAfter, laterOf } from '#lib/law/day.ts';
import { remainingMinutes } from '#lib/law/hours.ts';

/** One session that counts or may still count. */
export type Session = { readonly doneOn: Day; readonly minutes: number };

/** Everything the forecast looks at. */
export type ForecastFacts = {
	readonly normMinutes: number;
	/** What was confirmed and what still waits for a decision; nothing that was decided not to count. */
	readonly sessions: readonly Session[];
	/** Dagtekening of the first plan: hours count from that day, so a pace is looked for no earlier. */
	readonly since: Day;
	/** End of the inburgeringstermijn, exclusive (W 11(1)). */
	readonly until: Day;
};

/**
 * How it goes, as a help to plan with. It is no duty: the law knows a norm and a term, and no pace. A part about
 * which there is too little to say is null.
 */
export type Forecast = {
	/** Average minutes per week over the last weeks. */
	readonly paceMinutes: number | null;
	/** The day on which the norm is full at that pace, when that is within the term. */
	readonly fullOn: Day | null;
	/** Minutes per week that fill the norm within the term; null where that is more than a working week. */
	readonly neededMinutes: number | null;
	readonly until: Day;
};

/** A pace is the average of this many days, or of the days since the plan. */
const windowDays = 8 * 7;
/** With fewer days since the plan, or on fewer different days, it is chance and no pace. */
const leastDays = 4 * 7;
const leastSessionDays = 3;
/** Nobody is told to do more than this per week. */
const mostNeededMinutes = 40 * 60;

/**
 * Looks ahead from today; null when the term is over or everything has been declared. More hours never give a later
 * day. Minutes are exact here: round them only for showing.
 */
export function forecast(facts: ForecastFacts, today: Day): Forecast | null {
	const { normMinutes, until } = facts;
	const done = sum(facts.sessions.filter(({ doneOn }) => !isBefore(today, doneOn)));
	const remaining = remainingMinutes(normMinutes, done);
	if (isOnOrAfter(today, until) || remaining === 0) return null;
	const daysLeft = daysBetween(today, until);
	const pace = paceOf(facts, today);
	const daysToGo = pace === null ? null : Math.ceil((remaining * pace.days) / pace.minutes);
	const needed = remaining / (Math.max(7, daysLeft) / 7);
	return {
		paceMinutes: pace === null ? null : (pace.minutes / pace.days) * 7,
		fullOn: daysToGo === null || daysToGo >= daysLeft ? null : addDays(today, daysToGo),
		neededMinutes: needed > mostNeededMinutes ? null : needed,
		until,
	};
}

/** Minutes as one says them: in quarters of an hour, at least one, rounded up so that the sum is reached. */
export function quarters(minutes: number): number {
	return Math.max(1, Math.ceil(minutes / 15)) * 15;
}

function paceOf({ sessions, since }: ForecastFacts, today: Day) {
	const from = laterOf(since, addDays(today, 1 - windowDays));
	const days = daysBetween(from, today) + 1;
	const recent = sessions.filter(
		({ doneOn, minutes }) => minutes > 0 && isOnOrAfter(doneOn, from) && !isBefore(today, doneOn),
	);
	const sessionDays = new Set(recent.map(({ doneOn }) => doneOn)).size;
	if (days < leastDays || sessionDays < leastSessionDays) return null;
	return { days, minutes: sum(recent) };
}

function sum(sessions: readonly Session[]): number {
	return sessions.reduce((total, { minutes }) => total + minutes, 0);
}
