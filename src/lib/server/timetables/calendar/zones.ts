import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Block } from './blocks.ts';

/** Gives the instant in milliseconds UTC at which the clocks of a zone show a day and time. */
export type Zone = (wall: Temporal.PlainDateTime) => number;

/** What the clocks on the wall in the Netherlands show: also for a time without a zone (RFC 5545 3.3.5, form 1). */
export const netherlands = 'Europe/Amsterdam';

/** The names by which Windows and its calendars call the zones of Europe. */
const windows: Readonly<Record<string, string>> = {
	'w. europe standard time': 'Europe/Berlin',
	'romance standard time': 'Europe/Paris',
	'central europe standard time': 'Europe/Budapest',
	'central european standard time': 'Europe/Warsaw',
	'gmt standard time': 'Europe/London',
	'e. europe standard time': 'Europe/Chisinau',
	'fle standard time': 'Europe/Kyiv',
	'gtb standard time': 'Europe/Bucharest',
	'turkey standard time': 'Europe/Istanbul',
	utc: 'UTC',
};

/** The zone of a name of the tz database. */
export function zoneOf(name: string): Zone {
	return (wall) => wall.toZonedDateTime(name).epochMilliseconds;
}

/**
 * The zones that the events of a calendar name: by the tz database, also behind the prefixes that programs write, by
 * the names of Windows, and else as the file itself describes them (VTIMEZONE, 3.6.5). Null for a name that nobody knows.
 */
export function zonesIn(blocks: readonly Block[]): (tzid: string) => Zone | null {
	const described = new Map(
		blocks.filter(({ name }) => name === 'VTIMEZONE').map((block) => [tzidOf(block), block]),
	);
	const known = new Map<string, Zone | null>();
	return (tzid) => {
		const found = known.get(tzid);
		if (found !== undefined) return found;
		const name = knownName(tzid);
		const zone = name === null ? describedZone(described.get(tzid)) : zoneOf(name);
		known.set(tzid, zone);
		return zone;
	};
}

function knownName(tzid: string): string | null {
	const plain = tzid.replace(/^\/(?:[^/]+\/){1,2}(?=[A-Z][A-Za-z]+\/)/, '');
	const candidates = [windows[tzid.toLowerCase()], tzid, plain];
	return candidates.find((name) => name !== undefined && isZone(name)) ?? null;
}

function isZone(name: string): boolean {
	if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return false;
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
		return true;
	} catch (problem) {
		if (problem instanceof RangeError) return false;
		throw problem;
	}
}

function tzidOf({ properties }: Block): string {
	const found = properties.find(({ name }) => name === 'TZID');
	return found?.text.replace(/^[^:]*:/, '').trim() ?? '';
}

/** The rules by which clocks are changed: once a year in a month, on a day of the month or a weekday of it. */
const yearly =
	/^RRULE:(?=.*FREQ=YEARLY)(?:(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=\d{1,2}|BYDAY=(?:-1|[1-4])[A-Z]{2}|BYMONTHDAY=(?:[1-9]|1\d|2[0-8])|UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=[A-Z]{2})(?:;|$))+$/i;

/** A zone as the file describes it; only with rules that cannot be followed for ever. */
function describedZone(block: Block | undefined): Zone | null {
	if (!block) return null;
	const rules = block.properties.filter(({ name }) => name === 'RRULE');
	if (!rules.every(({ text }) => yearly.test(text))) return null;
	if (block.properties.length > 200) return null;
	try {
		const lines = block.properties.map(({ text }) => text);
		const text = ['BEGIN:VTIMEZONE', ...lines.slice(1, -1), 'END:VTIMEZONE'].join('\r\n');
		const zone = new ICAL.Timezone(ICAL.Component.fromString(text));
		const at = (wall: Temporal.PlainDateTime) => instantIn(zone, wall);
		return Number.isFinite(at(Temporal.PlainDateTime.from('2026-01-05T09:00'))) ? at : null;
	} catch {
		// The library says what is wrong with a zone by stumbling over it.
		return null;
	}
}

function instantIn(zone: ICAL.Timezone, wall: Temporal.PlainDateTime): number {
	const { day, hour, minute, month, second, year } = wall;
	const time = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone);
	return time.toUnixTime() * 1000;
}
