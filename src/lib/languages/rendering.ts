/** How each kind of fact is written: a value, a language's table, a text. Part of `slots.ts`. */

import { readDay, readMonth, readTime } from './calendar.ts';
import type { Language } from './languages.ts';
import { pluralOf } from './languages.ts';
import { fill, tableOf } from './tables.ts';
import type { DayPart, Table } from './tables.ts';

export function renderDay(
	form: 'day' | 'dayAndMonth',
	written: string,
	language: Language,
): string {
	const table = tableOf(language);
	const { year, month, day, weekday } = readDay(written);
	return fill(table[form], {
		weekday: entry(table.weekdays, weekday),
		day: String(day),
		month: entry(table.months, month - 1),
		monthNumber: String(month),
		year: String(year),
	});
}

export function renderWeekday(written: string, language: Language): string {
	return entry(tableOf(language).weekdays, readDay(written).weekday);
}

export function renderMonth(written: string, language: Language): string {
	const table = tableOf(language);
	const { year, month } = readMonth(written);
	return fill(table.month, {
		month: entry(table.months, month - 1),
		monthNumber: String(month),
		year: String(year),
	});
}

export function renderTime(written: string, language: Language): string {
	const table = tableOf(language);
	return fill(table.time, { ...readTime(written), dayPart: table.dayParts[dayPartOf(written)] });
}

export function renderDayPart(written: string, language: Language): string {
	return tableOf(language).dayParts[dayPartOf(written)];
}

export function renderMinutes(value: number, language: Language): string {
	requireWhole(value);
	const [hours, minutes] = [Math.floor(value / 60), value % 60];
	if (minutes === 0) return renderUnit('hours', hours, language);
	if (hours === 0) return renderUnit('minutes', minutes, language);
	return fill(tableOf(language).hoursAndMinutes, {
		hours: renderUnit('hours', hours, language),
		minutes: renderUnit('minutes', minutes, language),
	});
}

export function renderHours(value: number, language: Language): string {
	return renderUnit('hours', value, language);
}

/** A longer time, in whole weeks, months or years. */
export function renderSpan(
	unit: 'weeks' | 'months' | 'years',
	value: number,
	language: Language,
): string {
	return inForm(tableOf(language).spans[unit], value, language);
}

function renderUnit(unit: 'hours' | 'minutes', value: number, language: Language): string {
	return inForm(tableOf(language)[unit], value, language);
}

function inForm(forms: Table['hours'], value: number, language: Language): string {
	const number = renderWhole(value, language);
	return fill(forms[pluralOf(value, language)] ?? forms.other, { number });
}

export function renderCents(value: number, language: Language): string {
	requireWhole(value);
	const { decimal, euro } = tableOf(language);
	const [euros, cents] = [Math.floor(value / 100), value % 100];
	const fraction = cents === 0 ? '' : decimal + String(cents).padStart(2, '0');
	return fill(euro, { amount: renderWhole(euros, language) + fraction });
}

export function renderWhole(value: number, language: Language): string {
	requireWhole(value);
	return String(value).replaceAll(/\B(?=(\d{3})+$)/g, tableOf(language).thousands);
}

function dayPartOf(time: string): DayPart {
	const hour = Number(readTime(time).hour);
	if (hour < 6) return 'night';
	if (hour < 12) return 'morning';
	return hour < 18 ? 'afternoon' : 'evening';
}

function requireWhole(value: number): void {
	if (!Number.isSafeInteger(value) || value < 0)
		throw new RangeError(`Not a whole amount: ${value}`);
}

function entry(list: readonly string[], index: number): string {
	const found = list[index];
	if (found === undefined) throw new RangeError(`The table has no entry ${index}`);
	return found;
}
