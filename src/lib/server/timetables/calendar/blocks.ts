/** A property of a component as it stands in the file, unfolded, with the number of its first line. */
export interface Property {
	readonly line: number;
	readonly name: string;
	readonly text: string;
}

/** A VEVENT or VTIMEZONE with the properties that are read here; those of a time zone with its own parts. */
export interface Block {
	readonly name: 'VEVENT' | 'VTIMEZONE';
	readonly line: number;
	readonly properties: readonly Property[];
}

/** Why a file is no calendar that can be read. */
export type Unreadable = 'damaged' | 'tooLarge' | 'tooMany';

export const bounds = {
	bytes: 5_000_000,
	lines: 200_000,
	events: 5_000,
	zones: 50,
	/** Of a property that is read; one that is not, such as a picture, may be longer. */
	propertyLength: 4_000,
	propertiesPerEvent: 500,
	depth: 4,
};

/** The properties that are read, and no others: what else a calendar tells stays in the file. */
const read = new Set(
	[
		'UID SUMMARY LOCATION STATUS DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE',
		'BEGIN END TZID TZOFFSETFROM TZOFFSETTO',
	].flatMap((names) => names.split(' ')),
);

/**
 * Takes a calendar apart (RFC 5545 3.1, 3.4, 3.6) without believing anything of it: the lines are unfolded, what is not
 * read is left out, and one broken event leaves the others whole.
 */
export function blocksIn(
	text: string,
): { readonly blocks: readonly Block[] } | { readonly why: Unreadable } {
	const open: string[] = [];
	const blocks: { name: Block['name']; line: number; properties: Property[] }[] = [];
	let hasCalendar = false;
	for (const property of propertiesIn(text)) {
		if (property === 'tooLarge') return { why: 'tooLarge' };
		const { line, name } = property;
		const of = property.text
			.slice(name.length + 1)
			.trim()
			.toUpperCase();
		const isEdge = name === 'BEGIN' || name === 'END';
		if (name === 'BEGIN') {
			open.push(of);
			if (open.length > bounds.depth) return { why: 'damaged' };
			if (open.length === 1 && of !== 'VCALENDAR') return { why: 'damaged' };
			hasCalendar = true;
			if (open.length === 2 && isRead(of)) blocks.push({ name: of, line, properties: [] });
		}
		const block = blocks.at(-1);
		const isInside = open.length >= 2 && open[1] === block?.name;
		const isOwn = open.length === 2 && !isEdge;
		if (block && isInside && (isOwn || (block.name === 'VTIMEZONE' && read.has(name)))) {
			if (read.has(name)) block.properties.push(property);
			if (block.properties.length > bounds.propertiesPerEvent) return { why: 'tooMany' };
		}
		if (name === 'END' && open.pop() !== of) return { why: 'damaged' };
		if (open.length === 0 && !isEdge) return { why: 'damaged' };
	}
	if (!hasCalendar || open.length > 0) return { why: 'damaged' };
	const count = (name: Block['name']) => blocks.filter((one) => one.name === name).length;
	const isMany = count('VEVENT') > bounds.events || count('VTIMEZONE') > bounds.zones;
	return isMany ? { why: 'tooMany' } : { blocks };
}

/** The lines with those that go on in the next one put together (3.1); what cannot be a property is left out. */
function* propertiesIn(text: string): Generator<Property | 'tooLarge'> {
	let current: { line: number; parts: string[] } | null = null;
	let number = 0;
	for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
		number += 1;
		if (number > bounds.lines) {
			yield 'tooLarge';
			return;
		}
		const written = line.replace(/[\r\n]+$/, '');
		if (current && /^[ \t]/.test(written)) current.parts.push(written.slice(1));
		else {
			if (current) yield* propertyOf(current);
			current = { line: number, parts: [written] };
		}
	}
	if (current) yield* propertyOf(current);
}

function* propertyOf({ line, parts }: { line: number; parts: readonly string[] }) {
	const text = parts.join('');
	const name = /^[A-Za-z0-9-]+(?=[;:])/.exec(text)?.[0].toUpperCase();
	if (name !== undefined) yield { line, name, text };
}

function isRead(name: string): name is Block['name'] {
	return name === 'VEVENT' || name === 'VTIMEZONE';
}
