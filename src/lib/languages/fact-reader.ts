/**
 * For the tests: reads the facts back from a text that somebody sees, knowing nothing of how it was written. The names
 * of days and months are Unicode's own; the words around numbers were typed here once more, from dictionaries.
 */

import type { Language } from './languages.ts';

/** How a reader of one language recognises a fact. */
interface Eye {
	/** Whose names of days and months it knows, by Unicode. */
	readonly locale: string;
	/** Names that the portal writes in another way than Unicode, by number. */
	readonly otherMonths?: Readonly<Record<number, string>>;
	/** The weekday stands behind the date. */
	readonly isWeekdayLast?: true;
	/** The number of the month stands behind its name. */
	readonly hasMonthNumber: boolean;
	/** What separates the cents. */
	readonly decimal: ',' | '.';
	readonly hour: string;
	readonly minute: string;
	/** Between the hours and the minutes of one duration. */
	readonly and: string;
	readonly euro: string;
	/** Behind a time, and the parts of the day where a time has one: from 0, 6, 12 and 18 o'clock. */
	readonly afterTime?: string;
	readonly dayParts?: readonly string[];
	/** Words that are a number by themselves, as patterns. */
	readonly numbers?: Readonly<Record<string, number>>;
}

const eyes = {
	nl: {
		locale: 'nl',
		hasMonthNumber: false,
		decimal: ',',
		hour: 'uur|uren',
		minute: 'minuut|minuten',
		and: ' en ',
		euro: '€ ?@|@ euro',
		afterTime: ' uur',
		numbers: { 'twee talen|[Bb]eide talen': 2 },
	},
	en: {
		locale: 'en-GB',
		hasMonthNumber: false,
		decimal: '.',
		hour: 'hours?',
		minute: 'minutes?',
		and: ' and ',
		euro: '€@|@ euros?',
		numbers: { 'two languages|[Bb]oth languages': 2 },
	},
	ar: {
		locale: 'ar-SY-u-nu-latn',
		hasMonthNumber: true,
		decimal: '.',
		hour: 'ساعة|ساعات|ساعتان|ساعتين',
		minute: 'دقيقة|دقائق|دقيقتان|دقيقتين',
		and: ' و',
		euro: '@ يورو',
		numbers: {
			'لا أسئلة': 0,
			'خطوة واحدة': 1,
			'اتفاق واحد': 1,
			'نصًا واحدًا': 1,
			خطوتان: 2,
			'بلغتين|اللغتان': 2,
		},
	},
	ti: {
		locale: 'ti-ER',
		otherMonths: { 5: 'ግንቦት' },
		hasMonthNumber: true,
		decimal: '.',
		hour: 'ሰዓትን?|ሰዓታትን?',
		minute: 'ደቒቕን?|ደቓይቕን?',
		and: ' ',
		euro: '@ ዩሮ',
		dayParts: ['ለይቲ', 'ንግሆ', 'ድሕሪ ቀትሪ', 'ምሸት'],
		numbers: { 'ክልተ ቋንቋ|ክልቲኡ ቋንቋታት': 2 },
	},
	tr: {
		locale: 'tr',
		isWeekdayLast: true,
		hasMonthNumber: false,
		decimal: ',',
		hour: 'saat',
		minute: 'dakika(?:lık)?',
		and: ' ',
		euro: '@ euro|@ avro',
		numbers: { '[İi]ki dil': 2 },
	},
	'fa-AF': {
		locale: 'fa-AF-u-ca-gregory-nu-latn',
		hasMonthNumber: true,
		decimal: '.',
		hour: 'ساعت',
		minute: 'دقیقه',
		and: ' و ',
		euro: '@ یورو',
		numbers: { 'دو زبان': 2 },
	},
	so: {
		locale: 'so',
		hasMonthNumber: false,
		decimal: '.',
		hour: 'saacad|saacadood',
		minute: 'daqiiqad|daqiiqo',
		and: ' iyo ',
		euro: '@ yuuroo',
		numbers: { '[Ll]aba(?:da)? luqadood': 2 },
	},
	fa: {
		locale: 'fa-u-ca-gregory-nu-latn',
		hasMonthNumber: true,
		decimal: '.',
		hour: 'ساعت',
		minute: 'دقیقه',
		and: ' و ',
		euro: '@ یورو',
		numbers: { 'دو زبان': 2 },
	},
} satisfies Record<Language, Eye>;

/** A word no language has, so that a name can be told from the text around it: 'Qabel Wodin'. */
export const nameShape = /Q[a-z]{2,6} W[a-z]{2,6}/;
export const phoneShape = /\+31 \d{2} \d{3} \d{2} \d{2}|0\d{3} \d{2} \d{2} \d{2}/;

/** Every fact in the text, such as 'day 2026-11-23' and 'minutes 210', in no order. What reads as wrong is a fact of its own. */
export function readFacts(text: string, language: Language): string[] {
	const eye: Eye = eyes[language];
	const facts: string[] = [];
	let left = withoutRepeatedLaw(text);
	for (const [pattern, read] of patternsOf(eye)) {
		left = left.replaceAll(pattern, (...found: unknown[]) => {
			const groups = (found.at(-1) ?? {}) as Readonly<Record<string, string | undefined>>;
			const fact = read(groups, String(found[0]));
			if (fact !== null) facts.push(fact);
			return fact === null ? String(found[0]) : ' ¶ ';
		});
	}
	return facts.toSorted();
}

/** 'The law of 2013 (Wet inburgering 2013)' is one fact: the Dutch name stands behind its translation. */
function withoutRepeatedLaw(text: string): string {
	return text.replaceAll(/ ?\(Wet inburgering (\d{4})\)/g, (name, year: string, at: number) =>
		text.slice(0, at).includes(year) ? '' : name,
	);
}

type Groups = Readonly<Record<string, string | undefined>>;
type Pattern = readonly [RegExp, (groups: Groups, found: string) => string | null];

function patternsOf(eye: Eye): readonly Pattern[] {
	const amount = String.raw`\d+(?:[.,]\d{3})*(?:[.,]\d\d)?(?!\d)`;
	const money = eye.euro
		.split('|')
		.map((each, index) => each.replace('@', `(?<m${index}>${amount})`));
	const [hours, minutes] = [durationOf('h', eye.hour), durationOf('n', eye.minute)];
	return [
		[all(nameShape.source), (_, found) => `name ${found}`],
		[all(phoneShape.source), (_, found) => `phone ${found}`],
		[all(dayOf(eye)), (groups) => readDay(groups, eye)],
		[all(money.join('|')), (groups) => `cents ${centsOf(groups['m0'] ?? groups['m1'] ?? '', eye)}`],
		[all(timeOf(eye)), (groups) => readTime(groups, eye)],
		[
			all(`${hours}${eye.and}${minutes}`),
			(groups) => `minutes ${numberOf(groups, 'h') * 60 + numberOf(groups, 'n')}`,
		],
		[all(hours), (groups) => `minutes ${numberOf(groups, 'h') * 60}`],
		[all(minutes), (groups) => `minutes ${numberOf(groups, 'n')}`],
		...Object.entries(eye.numbers ?? {}).map(([words, value]): Pattern => [
			all(words),
			() => `count ${value}`,
		]),
		[
			all(String.raw`(?<![\p{Script=Latin}\d])(?<count>\d+(?:[.,]\d{3})*)(?![\p{L}\d])`),
			({ count = '' }) => `count ${whole(count)}`,
		],
	];
}

const all = (source: string) => new RegExp(source, 'gu');

function dayOf(eye: Eye): string {
	const weekday = `(?<weekday>${alternatives(weekdaysOf(eye))})`;
	const month = `(?<month>${alternatives(monthsOf(eye))})`;
	const date = String.raw`(?<![\p{L}\d])(?<day>\d{1,2}) ${month}(?![\p{L}\p{M}\u200C])(?: \((?<number>\d{1,2})\))?(?: (?<year>\d{4}))?`;
	return eye.isWeekdayLast ? `${date}(?: ${weekday})?` : `(?:${weekday} )?${date}`;
}

function readDay({ weekday, day = '', month = '', number, year }: Groups, eye: Eye): string {
	const at = monthsOf(eye).indexOf(month) + 1;
	if ((number !== undefined) !== eye.hasMonthNumber) return 'a month without its number';
	if (number !== undefined && Number(number) !== at) return 'a month with another number';
	if (year === undefined) return `day ${at}-${day}`;
	const on = new Date(Date.UTC(Number(year), at - 1, Number(day)));
	if (weekday !== undefined && weekdaysOf(eye)[on.getUTCDay()] !== weekday)
		return 'another weekday';
	return `day ${on.toISOString().slice(0, 10)}`;
}

function timeOf({ afterTime = '', dayParts }: Eye): string {
	const part = dayParts === undefined ? '' : String.raw` \((?<part>${dayParts.join('|')})\)`;
	return String.raw`(?<![\d.,])(?<hour>\d\d)[.:](?<minute>\d\d)${afterTime}${part}(?![\d])`;
}

function readTime({ hour = '', minute = '', part }: Groups, { dayParts }: Eye): string {
	const expected = dayParts?.[Math.floor(Number(hour) / 6)];
	return part === expected ? `time ${hour}:${minute}` : 'a time in another part of the day';
}

/** '3 hours', or 'one hour (1)' where the word itself says the number. */
function durationOf(name: string, unit: string): string {
	const number = String.raw`\d+(?:[.,]\d{3})*`;
	const one = String.raw`(?:${unit})(?: واحدة)? \((?<${name}In>${number})\)`;
	return String.raw`(?:(?<![\d.,])(?<${name}>${number}) (?:${unit})(?!\p{L})|${one})`;
}

function numberOf(groups: Groups, name: string): number {
	return Number(whole(groups[name] ?? groups[`${name}In`] ?? ''));
}

function centsOf(amount: string, { decimal }: Eye): number {
	const [euros = '', cents = '00'] = amount.split(new RegExp(String.raw`[${decimal}](?=\d\d$)`));
	return Number(whole(euros)) * 100 + Number(cents);
}

function whole(number: string): string {
	return number.replaceAll(/[.,]/g, '');
}

function alternatives(words: readonly string[]): string {
	return words.toSorted((a, b) => b.length - a.length).join('|');
}

function monthsOf({ locale, otherMonths }: Eye): readonly string[] {
	const names = Array.from({ length: 12 }, (_, at) =>
		partOf(locale, 'month', Date.UTC(2026, at, 5)),
	);
	return names.map((name, at) => otherMonths?.[at + 1] ?? name);
}

/** Sunday first, as JavaScript counts. */
function weekdaysOf({ locale }: Eye): readonly string[] {
	return Array.from({ length: 7 }, (_, at) =>
		partOf(locale, 'weekday', Date.UTC(2026, 10, 22 + at)),
	);
}

function partOf(locale: string, type: 'month' | 'weekday', at: number): string {
	const key = `${locale} ${type} ${at}`;
	const known = names.get(key);
	if (known !== undefined) return known;
	const format = new Intl.DateTimeFormat(locale, {
		...(type === 'month' ? { day: 'numeric', month: 'long' } : { weekday: 'long' }),
		timeZone: 'UTC',
	});
	const name = format.formatToParts(at).find((part) => part.type === type)?.value ?? '';
	names.set(key, name);
	return name;
}

const names = new Map<string, string>();
