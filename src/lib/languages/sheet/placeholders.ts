import { placeholdersOf } from '../catalogue/message.ts';
import type { Message } from '../catalogue/message.ts';
import * as slots from '../slots.ts';
import type { Slot } from '../slots.ts';

type Kind = Slot['kind'];

/** What fills a gap, by its name: one name means one kind of fact in all messages. Others are written as they are. */
const kinds: Readonly<Record<string, Kind>> = {
	amount: 'cents',
	count: 'count',
	day: 'day',
	done: 'minutes',
	firstOn: 'day',
	from: 'day',
	hours: 'hours',
	language: 'language',
	lastOn: 'day',
	minutes: 'minutes',
	months: 'months',
	norm: 'hours',
	on: 'day',
	phone: 'phone',
	rest: 'minutes',
	time: 'time',
	total: 'count',
	until: 'day',
	version: 'count',
	weeks: 'weeks',
	years: 'years',
};

const examples = {
	day: slots.day('2026-11-23'),
	dayAndMonth: slots.dayAndMonth('2026-11-23'),
	weekday: slots.weekday('2026-11-23'),
	month: slots.month('2026-11'),
	time: slots.time('14:30'),
	dayPart: slots.dayPart('14:30'),
	minutes: slots.minutes(210),
	hours: slots.hours(12),
	weeks: slots.weeks(8),
	months: slots.months(6),
	years: slots.years(3),
	count: slots.count(3),
	cents: slots.cents(12_550),
	language: slots.language('ar'),
	name: slots.name('Taalhuis'),
	term: slots.term('PIP'),
	phone: slots.phone('0513 61 76 17'),
	email: slots.email('post@voorbeeld.nl'),
	address: slots.address('Kerkstraat 1'),
} satisfies Record<Kind, Slot>;

/** Each gap of a message with the kind of fact that fills it. What a plural is chosen by is a count. */
export function kindsOf(message: Message): ReadonlyMap<string, Kind> {
	const names = new Set(message.variants.flatMap(({ text }) => [...placeholdersOf(text)]));
	const counted = new Set(message.selectors.filter((s) => s.plural).map(({ input }) => input));
	return new Map(
		[...names].map((name) => [name, counted.has(name) ? 'count' : (kinds[name] ?? 'name')]),
	);
}

/** A fact of this kind, to show a translator what will stand there. */
export function exampleOf(kind: Kind): Slot {
	return examples[kind];
}
