import type { Direction, Language, Script } from './languages.ts';
import { directionOf, scriptOf } from './languages.ts';
import { isVerbatim, renderSlot } from './slots.ts';
import type { Slot } from './slots.ts';

/** A piece of a text that is of one language and runs in one direction. */
export type Run = { text: string; language: Language; dir: Direction };

/**
 * Splits a text at the words of another script, so that each can stand isolated (`<bdi>`): Dutch
 * names and terms in an Arabic sentence, an Arabic name in a Dutch one. In a right-to-left text,
 * phone numbers, ranges and amounts become left-to-right runs of the text's own language. The
 * texts of the runs, joined, are the text.
 */
export function runs(text: string, language: Language): Run[] {
	const own = { language, dir: directionOf(language) };
	const found: Run[] = [];
	let end = 0;
	for (const match of text.matchAll(foreignIn[scriptOf(language)])) {
		const run = foreignRun(match, language);
		if (run === undefined) continue;
		if (match.index > end) found.push({ text: text.slice(end, match.index), ...own });
		found.push(run);
		end = match.index + run.text.length;
	}
	if (end < text.length) found.push({ text: text.slice(end), ...own });
	return found;
}

/** The runs of one rendered fact. Names, terms and numbers one dials are never split. */
export function slotRuns(slot: Slot, language: Language): Run[] {
	const text = renderSlot(slot, language);
	const isLatin = isVerbatim(slot) && !/[\p{Script=Arabic}\p{Script=Ethiopic}]/u.test(text);
	return isLatin ? [{ text, language: 'nl', dir: 'ltr' }] : runs(text, language);
}

/**
 * The text with Unicode isolates (UAX 9: LRI, RLI … PDI) around what is foreign in it, for places
 * that know no elements: a notification, an SMS, a title.
 */
export function isolated(text: string, language: Language): string {
	return runs(text, language)
		.map((run) => (isForeign(run, language) ? `${isolates[run.dir]}${run.text}\u2069` : run.text))
		.join('');
}

const isolates = { ltr: '\u2066', rtl: '\u2067' } satisfies Record<Direction, string>;

function isForeign(run: Run, language: Language): boolean {
	return run.language !== language || run.dir !== directionOf(language);
}

function foreignRun(
	{ 0: text, groups = {} }: RegExpExecArray,
	language: Language,
): Run | undefined {
	if (groups['Latn'] !== undefined) return { text, language: 'nl', dir: 'ltr' };
	if (groups['Arab'] !== undefined)
		return { text, language: arabicScriptLanguage(text), dir: 'rtl' };
	if (groups['Ethi'] !== undefined) return { text, language: 'ti', dir: 'ltr' };
	if (groups['number'] !== undefined) return { text, language, dir: 'ltr' };
	return undefined;
}

/**
 * Letters that Persian has and Arabic lacks tell the two apart; without them Arabic is likelier. Nothing tells Farsi
 * from Dari in a name, so the tag is the one that holds both (BCP 47: `fa` also matches `fa-AF`).
 */
function arabicScriptLanguage(text: string): Language {
	return /[پچژگکی]/.test(text) ? 'fa' : 'ar';
}

/*
 * Words and gaps share no character and no number is tried from its middle, so each text splits in
 * one way only and no text makes the search slow.
 */
const digits = String.raw`\d+`;
const gap = String.raw`[ \u00A0.,;:'’"&/@_=?%~#+–—-]{1,4}`;
const letters = {
	Latn: String.raw`\p{Script=Latin}`,
	Arab: String.raw`\p{Script=Arabic}\u0640\u200C`,
	Ethi: String.raw`\p{Script=Ethiopic}`,
} satisfies Record<Script, string>;

/** Words with the numbers between them: 'mw. De Vries', 'a.b@c.nl', 'Plein 12, 8441 AB Heerenveen'. */
function wordsOf(script: Script): string {
	const word = String.raw`(?:(?<!\d)\d+)?[${letters[script]}][${letters[script]}\p{M}\d]*`;
	const words = `${word}(?:(?:${gap}${digits})*${gap}${word})*`;
	return String.raw`${words}(?: \(${words}\)(?: ${words})?)*`;
}

/** A postcode may begin and a house number may end Dutch words; other numbers are of the sentence. */
const postcode = String.raw`(?:(?<!\d)[1-9]\d{3} (?=[A-Z]{2} +[A-Z]))?`;
const houseNumber = String.raw`(?: \d{1,4}(?=$|[\n.,;!?،؛؟።፣]))?`;

const amount = String.raw`\d+(?:[.,:]\d+)*`;
const phone = String.raw`(?:\+\d{1,3}|\(0\d{1,3}\)|0\d{1,3}|14(?= 0))(?:[ -]?(?:\(0\))?\d+)+`;
const leftToRightNumber = String.raw`(?<![\d.:,])(?:${phone}|${amount}(?: ?[–—-] ?${amount})+)|€ ?${amount}`;

const byScript = {
	Latn: `(?<Latn>${postcode}${wordsOf('Latn')}${houseNumber})`,
	Arab: `(?<Arab>${wordsOf('Arab')})`,
	Ethi: `(?<Ethi>${wordsOf('Ethi')})`,
} satisfies Record<Script, string>;

const foreignIn = {
	Latn: new RegExp([byScript.Arab, byScript.Ethi].join('|'), 'gu'),
	Arab: new RegExp(
		[byScript.Latn, byScript.Ethi, `(?<number>${leftToRightNumber})`].join('|'),
		'gu',
	),
	Ethi: new RegExp([byScript.Latn, byScript.Arab].join('|'), 'gu'),
} satisfies Record<Script, RegExp>;
