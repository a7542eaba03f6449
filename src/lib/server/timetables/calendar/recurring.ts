import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import * as agenda from '../../agenda/agenda.ts';
import type { Block } from './blocks.ts';
import { instantOf, type Mark, marksOf, propertiesOf, wallOf } from './values.ts';
import { type Zone, zoneOf } from './zones.ts';

/** How far the rules of one file may be followed together: what needs more is no timetable. */
export class Steps {
	private left = 20_000;

	/** Whether one more may be taken. */
	take(): boolean {
		this.left -= 1;
		return this.left >= 0;
	}
}

export interface Found {
	/** The instants at which it happens, by the rules, before single ones were moved. */
	readonly instants: readonly number[];
	/** Whether there would be more behind the end of the window. */
	readonly isCut: boolean;
}

export type RuleWhy = 'ruleUnread' | 'calendarTooMany';

/** When an event happens (RFC 5545 3.8.5), up to an instant; a rule without an end is followed for a year. */
export interface Until {
	readonly endless: number;
	readonly ending: number;
}

/** The instants of an event that comes again; null for one that happens once. Throws Unread. */
export function recurring(
	block: Block,
	start: Mark,
	until: Until,
	zoneNamed: (tzid: string) => Zone | null,
	steps: Steps,
): Found | RuleWhy | null {
	const rules = block.properties.filter(({ name }) => name === 'RRULE');
	const added = propertiesOf(block, 'RDATE');
	const hasOld = block.properties.some(({ name }) => name === 'EXRULE');
	const isPeriod = added.some((property) => property.type !== 'date-time');
	if (hasOld || rules.length > 1 || isPeriod) return 'ruleUnread';
	if (rules.length === 0 && added.length === 0) return null;
	const [rule] = rules;
	const followed = rule ? follow(rule.text, start, until, steps) : null;
	if (typeof followed === 'string') return followed;
	const out = propertiesOf(block, 'EXDATE').flatMap((property) => marksOf(property, zoneNamed));
	const outAt = new Set(out.filter(({ isDay }) => !isDay).map(instantOf));
	const outOn = new Set(out.filter(({ isDay }) => isDay).map(({ wall }) => dayText(wall)));
	const walls = followed?.walls ?? [start.wall];
	const byRule = walls
		.filter((wall) => !outOn.has(dayText(wall)))
		.map((wall) => instantOf({ ...start, wall }));
	const more = added.flatMap((property) => marksOf(property, zoneNamed)).map(instantOf);
	const instants = [...new Set([...byRule, ...more])].filter((one) => !outAt.has(one));
	return { instants: instants.toSorted((a, b) => a - b), isCut: followed?.isCut ?? false };
}

function follow(text: string, start: Mark, until: Until, steps: Steps) {
	const rule = agenda.readRule(text);
	const count = /[:;]COUNT=(\d{1,5})(?=;|$)/i.exec(text)?.[1];
	const written = /[:;]UNTIL=([^;]*)/i.exec(text)?.[1];
	const isWithin = written === undefined ? () => true : untilWritten(written, start);
	const isEndless = written === undefined && count === undefined;
	if (rule === null || isWithin === null) return 'ruleUnread';
	if (/[:;]COUNT=/i.test(text) && !(Number(count) > 0)) return 'ruleUnread';
	const last = isEndless ? until.endless : until.ending;
	const walls: Temporal.PlainDateTime[] = [];
	const { day, hour, minute, month, second, year } = start.wall;
	const local = ICAL.Timezone.localTimezone;
	const data = { year, month, day, hour, minute, second, isDate: false };
	const iterator = iteratorOf(rule, new ICAL.Time(data, local));
	if (!iterator) return 'ruleUnread';
	for (let nth = 0; count === undefined || nth < Number(count); nth += 1) {
		if (!steps.take()) return 'calendarTooMany';
		const next = iterator.next() as ICAL.Time | null;
		if (!next) break;
		const wall = wallOf(next.toString());
		const instant = instantOf({ ...start, wall });
		if (!isWithin(instant)) break;
		if (instant >= last) return { walls, isCut: !isEndless };
		walls.push(wall);
	}
	return { walls, isCut: false };
}

/** Of some rules the library says only while it follows them that it cannot. */
function iteratorOf(rule: string, from: ICAL.Time) {
	try {
		return ICAL.Recur.fromString(rule).iterator(from);
	} catch {
		return null;
	}
}

/** UNTIL as programs write it: a day, a time of the same zone, or a time in UTC (3.3.10). */
function untilWritten(text: string, start: Mark) {
	const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i.exec(text.trim());
	if (!parts) return null;
	const [, year, month, day, hour, minute, second, utc] = parts;
	const last = wallOf(`${year}-${month}-${day}T${hour ?? 23}:${minute ?? 59}:${second ?? 59}`);
	const zone = utc ? zoneOf('UTC') : start.zone;
	const end = zone(last);
	return (instant: number) => instant <= end;
}

function dayText(wall: Temporal.PlainDateTime): string {
	return wall.toPlainDate().toString();
}
