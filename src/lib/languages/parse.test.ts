/**
 * Two languages, one fact: a reader who knows nothing of the tables reads the same value back from
 * the text of every language.
 */

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isLanguage, languages } from './languages.ts';
import type { Language } from './languages.ts';
import * as slots from './slots.ts';

const tags = Object.keys(languages).filter(isLanguage);

const readers = {
	nl: { locale: 'nl', decimal: ',', hour: /^uur/, minute: /^minu/ },
	en: { locale: 'en', decimal: '.', hour: /^hour/, minute: /^minute/ },
	ar: { locale: 'ar-SY-u-nu-latn', decimal: '.', hour: /^و?ساع/, minute: /^و?دق/ },
	ti: { locale: 'ti', decimal: '.', hour: /^ሰዓ/, minute: /^ደ/ },
	tr: { locale: 'tr', decimal: ',', hour: /^saat/, minute: /^dakika/ },
	'fa-AF': { locale: 'fa-AF-u-ca-gregory-nu-latn', decimal: '.', hour: /^ساعت/, minute: /^دقیقه/ },
	so: { locale: 'so', decimal: '.', hour: /^saac/, minute: /^daqii/ },
	fa: { locale: 'fa-u-ca-gregory-nu-latn', decimal: '.', hour: /^ساعت/, minute: /^دقیقه/ },
} satisfies Record<Language, { locale: string; decimal: string; hour: RegExp; minute: RegExp }>;

const anyDay = fc
	.integer({ min: 0, max: 365 * 174 })
	.map((days) => Temporal.PlainDate.from('1926-01-01').add({ days }));

describe.each(tags)('from a text in %s one reads back', (tag) => {
	const reader = readers[tag];

	it('the day', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const text = slots.renderSlot(slots.day(day.toString()), tag);
				expect(readDay(text, reader.locale)).toEqual({
					year: day.year,
					month: day.month,
					day: day.day,
					weekday: day.dayOfWeek,
				});
			}),
		);
	});

	it('the month and the weekday, where they stand alone', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const month = slots.renderSlot(slots.month(day.toString().slice(0, 7)), tag);
				expect(readMonth(month, reader.locale)).toBe(day.month);
				expect(Number(month.match(/\d{4}/)?.[0])).toBe(day.year);
				const weekday = slots.renderSlot(slots.weekday(day.toString()), tag);
				expect(readWeekday(weekday, reader.locale)).toBe(day.dayOfWeek);
				const short = slots.renderSlot(slots.dayAndMonth(day.toString()), tag);
				expect(readMonth(short, reader.locale)).toBe(day.month);
				expect(Number(short.match(/\d+/)?.[0])).toBe(day.day);
				expect(short).not.toMatch(/\d{4}/);
			}),
		);
	});

	it('the time', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
				const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5);
				const text = slots.renderSlot(slots.time(time), tag);
				expect(text.match(/\d\d[.:]\d\d/)?.[0]?.replace('.', ':')).toBe(time);
				expect(text.match(/\d/g)).toHaveLength(4);
			}),
		);
	});

	it('the duration', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 200_000 }), (minutes) => {
				const text = slots.renderSlot(slots.minutes(minutes), tag);
				expect(readDuration(text, tag)).toBe(minutes);
			}),
		);
	});

	it('the number and the money', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), (value) => {
				expect(readNumber(slots.renderSlot(slots.count(value), tag), reader.decimal)).toBe(
					`${value}`,
				);
				const money = readNumber(slots.renderSlot(slots.cents(value), tag), reader.decimal);
				const [euros = '', cents = '00'] = money.split('.');
				expect(BigInt(euros) * 100n + BigInt(cents)).toBe(BigInt(value));
			}),
		);
	});

	it('names, terms and numbers to dial as they are', () => {
		fc.assert(
			fc.property(fc.string(), (value) => {
				const kinds = [
					slots.name(value),
					slots.phone(value),
					slots.email(value),
					slots.address(value),
				];
				for (const slot of kinds) expect(slots.renderSlot(slot, tag)).toBe(value);
			}),
		);
		expect(slots.renderSlot(slots.term('PVT'), tag)).toBe('PVT');
	});
});

function readDay(text: string, locale: string) {
	const numbers = (text.match(/\d+/g) ?? []).map(Number);
	return {
		year: numbers.at(-1),
		month: readMonth(text, locale),
		day: numbers[0],
		weekday: readWeekday(text, locale),
	};
}

/** The month by its name; a number in parentheses has to agree with it. */
function readMonth(text: string, locale: string): number | undefined {
	const format = new Intl.DateTimeFormat(locale, {
		month: 'long',
		day: 'numeric',
		timeZone: 'UTC',
	});
	const named = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => {
		const parts = format.formatToParts(Date.UTC(2026, month - 1, 5));
		const name = parts.find(({ type }) => type === 'month')?.value.replace('ጉንበት', 'ግንቦት') ?? '';
		return ` ${text} `.includes(` ${name} `);
	});
	const number = text.match(/\((\d+)\)/)?.[1];
	if (named.length !== 1 || (number !== undefined && Number(number) !== named[0])) return undefined;
	return named[0];
}

function readWeekday(text: string, locale: string): number | undefined {
	const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	const week = Array.from({ length: 7 }, (_, index) =>
		format.format(Date.UTC(2026, 10, 23 + index)),
	);
	const found = week.findIndex((name) => ` ${text} `.includes(` ${name} `));
	return found === -1 ? undefined : found + 1;
}

/** Amounts stand before their unit, or after it in parentheses. */
function readDuration(text: string, tag: Language): number {
	const { hour, minute } = readers[tag];
	const amounts = text.matchAll(
		/(?<n>\d[\d.,]*) (?<unit>\p{L}+)|(?<unit>\p{L}+)(?: \p{L}+)? \((?<n>\d+)\)/gu,
	);
	return [...amounts].reduce((sum, { groups }) => {
		const [amount, unit] = [Number(groups?.['n']?.replaceAll(/[.,]/g, '')), groups?.['unit'] ?? ''];
		if (hour.test(unit)) return sum + amount * 60;
		return minute.test(unit) ? sum + amount : Number.NaN;
	}, 0);
}

function readNumber(text: string, decimal: string): string {
	const digits = [...text].filter((character) => /[\d.,]/.test(character));
	return digits
		.filter((character) => /\d/.test(character) || character === decimal)
		.join('')
		.replace(decimal, '.');
}
