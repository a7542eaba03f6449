import ical, { ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Occurrence } from '../agenda/agenda.ts';
import { instantOf, wallOf } from '../agenda/agenda.ts';
import type { FeedLanguages } from './languages.ts';
import { nameIn, titleOf, tongues, wordsOf } from './texts.ts';

/** How a calendar speaks, and how much it says. */
export interface Manner {
	/** The mother tongue of the person. */
	readonly language: string;
	readonly languages: FeedLanguages;
	readonly showsContent: boolean;
	/** When this was last chosen. */
	readonly changedAt: number;
}

const zone = 'Europe/Amsterdam';

/**
 * The clocks of the Netherlands since 1996 (RFC 5545 3.6.5): summer time from the last Sunday of March to the last of
 * October (directive 2000/84/EC).
 */
const timezone = [
	...['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100'],
	...['TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19960331T020000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT', 'BEGIN:STANDARD'],
	...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19961027T030000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n');

/**
 * A calendar (RFC 5545) of what is planned. Each time is an event of its own, named by its key: phones and programs
 * differ in how they change one time of a series, and none differs in this. The same occurrences give the same bytes.
 */
export function writtenCalendar(occurrences: readonly Occurrence[], manner: Manner): string {
	const { changedAt, showsContent } = manner;
	const languages = tongues(manner.languages, manner.language);
	const calendar = ical({
		prodId: { company: 'Agenda', product: 'Agenda', language: 'NL' },
		name: nameIn(languages),
		// Without a zone of its own: what the library writes in that it takes for UTC where it must be UTC.
		timezone: { name: null, generator: () => timezone },
		ttl: 3600,
	});
	for (const occurrence of occurrences) {
		const { endsAt, isCancelled, key, sequence, startsAt } = occurrence;
		const last = Temporal.Instant.fromEpochMilliseconds(Math.max(occurrence.changedAt, changedAt));
		const [start, end] = [startsAt, endsAt].map((at) => timeOf(at));
		if (!start || !end) throw new Error('an occurrence without times');
		const event = calendar.createEvent({
			id: key,
			sequence,
			stamp: last,
			lastModified: last,
			start,
			end,
			timezone: isPlain(startsAt) && isPlain(endsAt) ? zone : null,
			status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			summary: titleOf(occurrence, languages, showsContent),
		});
		if (!showsContent) continue;
		const where = [occurrence.place, occurrence.address].filter((part) => part !== null);
		if (where.length > 0) event.location(where.join(', '));
		const words = wordsOf(occurrence, languages);
		if (words !== '') event.description(words);
	}
	return calendar.toString();
}

function timeOf(instant: number) {
	return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** Whether the clock shows this time once: of the hour that comes twice in autumn it would mean the first. */
function isPlain(instant: number): boolean {
	const { at, on } = wallOf(instant);
	return instantOf(on, at) === instant - (instant % 60_000);
}
