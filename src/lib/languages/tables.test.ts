import { describe, expect, it } from 'vitest';
import { isLanguage, languages } from './languages.ts';
import type { Language } from './languages.ts';
import { fill, tableOf } from './tables.ts';
import type { Table } from './tables.ts';

const tags = Object.keys(languages).filter(isLanguage);

/** Unicode's data for the same words, in the Gregorian calendar and the variety our readers speak. */
const unicode = {
	nl: 'nl',
	en: 'en-GB',
	ar: 'ar-SY-u-nu-latn',
	ti: 'ti-ER',
	tr: 'tr',
	'fa-AF': 'fa-AF-u-ca-gregory-nu-latn',
	so: 'so',
	fa: 'fa-u-ca-gregory-nu-latn',
} satisfies Record<Language, string>;

/** Where the table differs on purpose: the spelling that Eritrea prints on its calendars. */
const ownMonths: Partial<Record<Language, Record<number, string>>> = { ti: { 4: 'ግንቦት' } };

describe.each(tags)('the table of %s', (tag) => {
	const table = tableOf(tag);

	it('has the weekdays and months of the Unicode data, but for those named here', () => {
		const months = unicodeMonths(unicode[tag]).map(
			(name, index) => ownMonths[tag]?.[index] ?? name,
		);
		expect(table.months).toEqual(months);
		expect(table.weekdays).toEqual(unicodeWeekdays(unicode[tag]));
	});

	it('has a form of hour, minute, week, month and year for each plural category and no other', () => {
		const categories = [...languages[tag].pluralCategories].toSorted();
		expect(Object.keys(table.hours).toSorted()).toEqual(categories);
		expect(Object.keys(table.minutes).toSorted()).toEqual(categories);
		for (const unit of ['weeks', 'months', 'years'] as const) {
			expect(Object.keys(table.spans[unit]).toSorted()).toEqual(categories);
		}
	});

	it('has separators that cannot be taken for each other', () => {
		expect([table.decimal, table.thousands].toSorted()).toEqual([',', '.']);
	});

	it('uses no other digits and no direction marks', () => {
		expect(wordsOf(table).join()).not.toMatch(
			/[\d\u0660-\u0669\u06F0-\u06F9\u200E\u200F\u061C\u2066-\u2069]/,
		);
	});

	it('shows the number of the month where readers may take the name for another month', () => {
		const isAmbiguous = ['ar', 'ti', 'fa-AF', 'fa'].includes(tag);
		const dated = [table.day, table.dayAndMonth, table.month];
		expect(dated.map((pattern) => pattern.includes('({monthNumber})'))).toEqual(
			dated.map(() => isAmbiguous),
		);
	});
});

it('gives parts of the day to every language', () => {
	expect(tags.map((tag) => Object.values(tableOf(tag).dayParts).join(' · '))).toEqual([
		'nacht · ochtend · middag · avond',
		'night · morning · afternoon · evening',
		'ليلًا · صباحًا · بعد الظهر · مساءً',
		'ለይቲ · ንግሆ · ድሕሪ ቀትሪ · ምሸት',
		'gece · sabah · öğleden sonra · akşam',
		'شب · صبح · بعد از چاشت · شام',
		'habeen · subax · galab · fiid',
		'بامداد · صبح · بعد از ظهر · شب',
	]);
});

it('refuses a pattern with a name that has no value', () => {
	expect(fill('{a} en {b}', { a: '{b}', b: '2' })).toBe('{b} en 2');
	expect(() => fill('{a} en {b}', { a: '1' })).toThrow(RangeError);
});

function wordsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return Object.values(value as Table).flatMap(wordsOf);
}

function unicodeMonths(tag: string): string[] {
	const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' });
	return Array.from({ length: 12 }, (_, month) => part(format, 'month', Date.UTC(2026, month, 5)));
}

function unicodeWeekdays(tag: string): string[] {
	const format = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
	return Array.from({ length: 7 }, (_, day) =>
		part(format, 'weekday', Date.UTC(2026, 10, 23 + day)),
	);
}

function part(format: Intl.DateTimeFormat, type: 'month' | 'weekday', at: number): string {
	return format.formatToParts(at).find((found) => found.type === type)?.value ?? '';
}
