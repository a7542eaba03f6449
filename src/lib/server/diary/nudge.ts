import { type Day, daysBetween, laterOf } from '#lib/law/day.ts';
import type { Forecast } from '#lib/law/hours-forecast.ts';
import { weeksSilent } from '#lib/law/silence.ts';
import { type Content, lastsOn } from './lines.ts';

/** Everything on which it depends whether the portal asks how it goes with the hours. */
export interface Silence {
	/** Null where no norm applies, where the term is over, and where everything has been sent. */
	readonly forecast: Forecast | null;
	/** Dagtekening of the first plan. */
	readonly planOn: Day;
	/** The day on which hours were last sent; null where none were. */
	readonly lastSentOn: Day | null;
	/** The day of the last answer, "not now" included. */
	readonly answeredOn: Day | null;
	readonly lines: readonly Pick<Content, 'sinceOn' | 'untilOn'>[];
	/** After how many weeks it is asked, and how long it is left in peace after that. */
	readonly weeks: number;
}

/** Without an answer the question goes away by itself; what is asked nobody has to answer. */
const standsDays = 14;

/**
 * Whether to ask today how it goes: after so many weeks without hours, for two weeks, and not again before as many
 * weeks have passed. Never of somebody without a norm or who reaches it at this pace, nor while a line of the diary says
 * why. How often it was asked or answered is not kept; it follows from the days alone.
 */
export function isAsked(silence: Silence, today: Day): boolean {
	const { forecast, planOn, lastSentOn, answeredOn, lines, weeks } = silence;
	if (forecast === null || forecast.fullOn !== null) return false;
	if (lines.some((line) => lastsOn(line, today))) return false;
	if (weeksSilent(planOn, lastSentOn, today) < weeks) return false;
	const days = [lastSentOn, answeredOn].filter((on) => on !== null).reduce(laterOf, planOn);
	const since = daysBetween(days, today);
	return since >= weeks * 7 && since % (weeks * 7) < standsDays;
}
