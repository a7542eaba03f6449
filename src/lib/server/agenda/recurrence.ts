import ICAL from 'ical.js';
import { type Day, day, isBefore, isOnOrAfter, type Weekday } from '#lib/law/day.ts';

/** Longer than any inburgering with its extensions; a rule is never followed further than this. */
const mostOccurrences = 2000;

const weekdays: Record<Weekday, string> = {
	1: 'MO',
	2: 'TU',
	3: 'WE',
	4: 'TH',
	5: 'FR',
	6: 'SA',
	7: 'SU',
};

/** Days from `from` until `until`, exclusive. */
export interface Window {
	readonly from: Day;
	readonly until: Day;
}

/** What says when something happens: a first day, a rule (null for once), and an exclusive end. */
export interface Pattern {
	readonly startsOn: Day;
	readonly rule: string | null;
	readonly until: Day;
}

/** The rule of something that comes on these days of the week, every week or every `interval` weeks. */
export function weekly(on: readonly Weekday[], interval = 1): string {
	const days = [...new Set(on)].sort((a, b) => a - b).map((weekday) => weekdays[weekday]);
	return `FREQ=WEEKLY${interval === 1 ? '' : `;INTERVAL=${interval}`};BYDAY=${days.join(',')}`;
}

/**
 * A rule of RFC 5545 3.3.10 as we keep it: by day, week or month, without its end and without times of the day.
 * Null for a text that is no such rule, or has parts that timetables do not need.
 */
export function readRule(text: string): string | null {
	const parts = text
		.trim()
		.toUpperCase()
		.replace(/^RRULE:/, '')
		.split(';');
	const kept = parts.filter((part) => !/^(UNTIL|COUNT)=/.test(part));
	if (!kept.every((part) => keptPart.test(part)) || !mayBeFollowed(kept)) return null;
	const rule = kept.join(';');
	return parsed(rule) && firstDay(rule, someDay) ? rule : null;
}

/** The days on which the pattern happens inside the window, in order. */
export function daysOf(pattern: Pattern, window: Window): Day[] {
	const { rule, startsOn, until } = pattern;
	const end = until < window.until ? until : window.until;
	const isInside = (on: Day) => isOnOrAfter(on, window.from) && isBefore(on, end);
	if (rule === null) return isInside(startsOn) ? [startsOn] : [];
	const found: Day[] = [];
	for (const on of following(rule, startsOn)) {
		if (!isBefore(on, end)) break;
		if (isInside(on)) found.push(on);
	}
	return found;
}

/** The first day on or after `from` that the rule names; null when it names none. */
export function firstDay(rule: string, from: Day): Day | null {
	for (const on of following(rule, from)) return on;
	return null;
}

const keptPart =
	/^(FREQ=(DAILY|WEEKLY|MONTHLY)|INTERVAL=([1-9]|[1-4]\d|5[0-2])|WKST=[A-Z]{2}|BYDAY=[-+0-9A-Z,]+|BYMONTHDAY=[-0-9,]+|BYSETPOS=[-0-9,]+)$/;

/**
 * Which parts go together (3.3.10). The library follows others too, and some of them, such as the first Monday of a rule
 * by day, without ever coming to an end.
 */
function mayBeFollowed(kept: readonly string[]): boolean {
	const parts = new Map(kept.map((part) => part.split('=') as [string, string]));
	if (parts.size < kept.length) return false;
	const isEach = (parts.get('INTERVAL') ?? '1') === '1';
	const [days, inMonth] = [parts.get('BYDAY'), parts.get('BYMONTHDAY')];
	const isPlain = days === undefined || /^[A-Z]{2}(,[A-Z]{2})*$/.test(days);
	switch (parts.get('FREQ')) {
		case 'DAILY':
			return inMonth === undefined && !parts.has('BYSETPOS') && isPlain && (isEach || !days);
		case 'WEEKLY':
			return inMonth === undefined && !parts.has('BYSETPOS') && isPlain;
		default: {
			const isInAll = inMonth === undefined || /^(-?([1-9]|1\d|2[0-8])(,|$))+$/.test(inMonth);
			return !(days && inMonth) && (isEach || isInAll);
		}
	}
}

const someDay = day('2026-01-05');

function* following(rule: string, startsOn: Day): Generator<Day> {
	const recur = parsed(rule);
	if (!recur) throw new Error(`Not a recurrence rule: ${rule}`);
	const iterator = recur.iterator(ICAL.Time.fromDateString(startsOn));
	for (let count = 0; count < mostOccurrences; count += 1) {
		const next = iterator.next() as ICAL.Time | null;
		if (!next) return;
		yield day(next.toString().slice(0, 10));
	}
}

function parsed(text: string) {
	try {
		const rule = ICAL.Recur.fromString(text);
		// A rule that names no day at all is only found out while following it.
		rule.iterator(ICAL.Time.fromDateString(someDay)).next();
		return rule;
	} catch {
		return null;
	}
}
