import ar from './tables/ar.json' with { type: 'json' };
import en from './tables/en.json' with { type: 'json' };
import faAF from './tables/fa-AF.json' with { type: 'json' };
import fa from './tables/fa.json' with { type: 'json' };
import nl from './tables/nl.json' with { type: 'json' };
import so from './tables/so.json' with { type: 'json' };
import ti from './tables/ti.json' with { type: 'json' };
import tr from './tables/tr.json' with { type: 'json' };
import type { Language, PluralCategory } from './languages.ts';

/** By the 24-hour clock: from 0, 6, 12 and 18 o'clock. */
export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

type PluralForms = Partial<Record<PluralCategory, string>> & { other: string };

/**
 * How one language writes facts. Browsers lack some of these languages and default to another
 * calendar or other digits in more of them, so the portal carries its own words: the Gregorian
 * calendar, the digits 0-9 and the 24-hour clock everywhere, as on every Dutch letter.
 */
export type Table = {
	/** Seven, Monday first. */
	weekdays: readonly string[];
	/** The twelve Gregorian months. */
	months: readonly string[];
	dayParts: Record<DayPart, string>;
	day: string;
	dayAndMonth: string;
	month: string;
	time: string;
	hours: PluralForms;
	minutes: PluralForms;
	/** Longer times, as they stand behind a preposition. */
	spans: Record<'weeks' | 'months' | 'years', PluralForms>;
	hoursAndMinutes: string;
	decimal: ',' | '.';
	thousands: ',' | '.';
	euro: string;
	list: { last: string; between: string };
};

const tables = { nl, en, ar, ti, tr, 'fa-AF': faAF, so, fa } satisfies Record<
	Language,
	Loose<Table>
>;

export function tableOf(language: Language): Table {
	return tables[language] as Table;
}

/** Fills the `{names}` of a pattern. A name without a value is a bug in the table. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
	return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const value = values[name];
		if (value === undefined) throw new RangeError(`No value for {${name}} in "${pattern}"`);
		return value;
	});
}

/** TypeScript reads the separators of a JSON file as any string; a test narrows them. */
type Loose<T> = { [K in keyof T]: T[K] extends ',' | '.' ? string : T[K] };
