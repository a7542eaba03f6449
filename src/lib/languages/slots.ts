import { isLanguage, type Language, languages } from './languages.ts';
import * as rendering from './rendering.ts';
import { fill, tableOf } from './tables.ts';
import type { Term } from './terms.ts';

/**
 * A fact that stands in a text: the same value in both languages, written by each language's table.
 * Slots are plain values, so they can be stored and sent.
 */
export type Slot =
	/** 'YYYY-MM-DD', shown with weekday, month in words and year. */
	| { kind: 'day'; value: string }
	/** 'YYYY-MM-DD', shown without the year: for a day in the current year. */
	| { kind: 'dayAndMonth'; value: string }
	/** 'YYYY-MM-DD', shown as the weekday alone: for the last days in a picker. */
	| { kind: 'weekday'; value: string }
	/** 'YYYY-MM', shown as month and year. */
	| { kind: 'month'; value: string }
	/** 'HH:MM', 24-hour clock, Europe/Amsterdam. */
	| { kind: 'time'; value: string }
	/** 'HH:MM', shown as night, morning, afternoon or evening. */
	| { kind: 'dayPart'; value: string }
	/** A duration in whole minutes, shown as hours and minutes. */
	| { kind: 'minutes'; value: number }
	/** A duration in whole hours. */
	| { kind: 'hours'; value: number }
	/** A term in whole weeks, months or years. */
	| { kind: 'weeks' | 'months' | 'years'; value: number }
	/** A whole number of things. */
	| { kind: 'count'; value: number }
	/** A language, by its Dutch name in Dutch and by its own name elsewhere. */
	| { kind: 'language'; value: Language }
	/** Money in eurocents. */
	| { kind: 'cents'; value: number }
	| VerbatimSlot;

/** Facts that are never translated or transliterated. */
export type VerbatimSlot =
	| { kind: 'name'; value: string }
	| { kind: 'term'; value: Term }
	| { kind: 'phone'; value: string }
	| { kind: 'email'; value: string }
	| { kind: 'address'; value: string };

/** `on` is 'YYYY-MM-DD'. The constructors throw a RangeError for a value their kind cannot have. */
export const day = (on: string) => checked({ kind: 'day', value: on });
export const dayAndMonth = (on: string) => checked({ kind: 'dayAndMonth', value: on });
export const weekday = (on: string) => checked({ kind: 'weekday', value: on });
/** `written` is 'YYYY-MM'. */
export const month = (written: string) => checked({ kind: 'month', value: written });
/** `written` is 'HH:MM' on the 24-hour clock. */
export const time = (written: string) => checked({ kind: 'time', value: written });
export const dayPart = (written: string) => checked({ kind: 'dayPart', value: written });
export const minutes = (value: number) => checked({ kind: 'minutes', value });
export const hours = (value: number) => checked({ kind: 'hours', value });
export const weeks = (value: number) => checked({ kind: 'weeks', value });
export const months = (value: number) => checked({ kind: 'months', value });
export const years = (value: number) => checked({ kind: 'years', value });
export const count = (value: number) => checked({ kind: 'count', value });
export const language = (value: Language) => checked({ kind: 'language', value });
export const cents = (value: number) => checked({ kind: 'cents', value });
export const name = (value: string) => checked({ kind: 'name', value });
export const term = (value: Term) => checked({ kind: 'term', value });
export const phone = (value: string) => checked({ kind: 'phone', value });
export const email = (value: string) => checked({ kind: 'email', value });
export const address = (value: string) => checked({ kind: 'address', value });

/** Writes a fact in a language. Throws a RangeError for a value that its kind cannot have. */
export function renderSlot(slot: Slot, language: Language): string {
	switch (slot.kind) {
		case 'day':
		case 'dayAndMonth':
			return rendering.renderDay(slot.kind, slot.value, language);
		case 'weekday':
			return rendering.renderWeekday(slot.value, language);
		case 'month':
			return rendering.renderMonth(slot.value, language);
		case 'time':
			return rendering.renderTime(slot.value, language);
		case 'dayPart':
			return rendering.renderDayPart(slot.value, language);
		case 'minutes':
			return rendering.renderMinutes(slot.value, language);
		case 'hours':
			return rendering.renderHours(slot.value, language);
		case 'weeks':
		case 'months':
		case 'years':
			return rendering.renderSpan(slot.kind, slot.value, language);
		case 'count':
			return rendering.renderWhole(slot.value, language);
		case 'language':
			return nameOf(slot.value, language);
		case 'cents':
			return rendering.renderCents(slot.value, language);
		case 'name':
		case 'term':
		case 'phone':
		case 'email':
		case 'address':
			return slot.value;
		default:
			throw new RangeError(`Not a slot: ${JSON.stringify(slot satisfies never)}`);
	}
}

/** The facts of one message, written in a language; to pass as the message's inputs. */
export function renderSlots<Names extends string>(
	slots: Readonly<Record<Names, Slot>>,
	language: Language,
): Record<Names, string> {
	const rendered = Object.entries<Slot>(slots).map(([name, slot]) => [
		name,
		renderSlot(slot, language),
	]);
	return Object.fromEntries(rendered) as Record<Names, string>;
}

/** 'a, b en c'. Throws a RangeError for an empty list: a sentence with a gap is a bug. */
export function renderList(parts: readonly string[], language: Language): string {
	const last = parts.at(-1);
	if (last === undefined) throw new RangeError('An empty list has no words');
	if (parts.length === 1) return last;
	const { list } = tableOf(language);
	return fill(list.last, { rest: parts.slice(0, -1).join(list.between), last });
}

export function isVerbatim(slot: Slot): slot is VerbatimSlot {
	return ['name', 'term', 'phone', 'email', 'address'].includes(slot.kind);
}

/** A stored tag may be no language. */
function nameOf(tag: Language, reader: Language): string {
	if (!isLanguage(tag)) throw new RangeError(`Not a language: "${String(tag)}"`);
	return reader === 'nl' ? languages[tag].dutchName : languages[tag].ownName;
}

/** A wrong value is a bug of whoever made the slot, so it fails there and not on the reader's page. */
function checked<S extends Slot>(slot: S): S {
	renderSlot(slot, 'nl');
	return slot;
}
