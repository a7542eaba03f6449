import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Block, Property } from './blocks.ts';
import { bounds } from './blocks.ts';
import { netherlands, type Zone, zoneOf } from './zones.ts';

/** A day, or a day and a time in a zone, as a property has it (RFC 5545 3.3.4, 3.3.5). */
export interface Mark {
	readonly wall: Temporal.PlainDateTime;
	readonly isDay: boolean;
	readonly zone: Zone;
}

/** Why a property cannot be read. */
export type ValueWhy = 'eventDamaged' | 'unknownZone';

/** A property that cannot be read ends the reading of its event, and of no other. */
export class Unread extends Error {
	readonly why: ValueWhy;

	constructor(why: ValueWhy) {
		super(why);
		this.why = why;
	}
}

/** The properties of this name, taken apart. */
export function propertiesOf(block: Block, name: string): ICAL.Property[] {
	return block.properties.filter((one) => one.name === name).map(parsed);
}

/** The one property of this name; null when there is none, or when it is empty. */
export function propertyOf(block: Block, name: string): ICAL.Property | null {
	return propertiesOf(block, name)[0] ?? null;
}

/** The text of a property (3.3.11); null when there is none. Throws Unread. */
export function textOf(block: Block, name: string): string | null {
	const value = firstOf(block, name);
	return typeof value === 'string' ? value : null;
}

/** The days or times of a property, in its own zone. Throws Unread. */
export function marksOf(property: ICAL.Property, zoneNamed: (tzid: string) => Zone | null): Mark[] {
	const tzid = property.getFirstParameter('tzid');
	// As written: what the library makes of them takes a 31st of February for a day in March.
	const written: readonly unknown[] = property.jCal.slice(3);
	return written.map((text) => {
		const [, on, at, utc] = /^([\d-]{10})(T[\d:]{8})?(Z?)$/.exec(String(text)) ?? [];
		if (on === undefined) throw new Unread('eventDamaged');
		const zone = utc ? zoneOf('UTC') : tzid ? zoneNamed(tzid) : zoneOf(netherlands);
		if (!zone) throw new Unread('unknownZone');
		return { wall: wallOf(on + (at ?? '')), isDay: at === undefined, zone };
	});
}

/** The one day or time of a property; null when there is none. Throws Unread. */
export function markOf(
	block: Block,
	name: string,
	zoneNamed: (tzid: string) => Zone | null,
): Mark | null {
	const property = propertyOf(block, name);
	return property ? (marksOf(property, zoneNamed)[0] ?? null) : null;
}

/** A length of time in minutes (3.3.6); null when there is none. Throws Unread. */
export function lengthOf(block: Block, name: string): number | null {
	const value = firstOf(block, name);
	if (value === null) return null;
	if (!(value instanceof ICAL.Duration)) throw new Unread('eventDamaged');
	return Math.round(value.toSeconds() / 60);
}

/** The instant of a day or time. */
export function instantOf({ wall, zone }: Mark): number {
	return zone(wall);
}

/** The library says what is wrong with a value by stumbling over it. */
function firstOf(block: Block, name: string): unknown {
	const property = propertyOf(block, name);
	return property === null ? null : unlessBroken(() => property.getFirstValue() as unknown);
}

function parsed({ text }: Property): ICAL.Property {
	if (text.length > bounds.propertyLength) throw new Unread('eventDamaged');
	return unlessBroken(() => ICAL.Property.fromString(text));
}

/** A day, or a day and a time, without a zone. Throws Unread. */
export function wallOf(text: string): Temporal.PlainDateTime {
	return unlessBroken(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }));
}

function unlessBroken<T>(read: () => T): T {
	try {
		return read();
	} catch {
		throw new Unread('eventDamaged');
	}
}
