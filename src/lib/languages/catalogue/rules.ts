import { languages, scriptOf } from '../languages.ts';
import type { Language, Script } from '../languages.ts';
import { placeholdersOf, withoutPlaceholders } from './message.ts';
import type { Message, Selector, Variant } from './message.ts';

/** The closed list of what the catalogue check can find. */
export const rules = [
	'allowance',
	'key',
	'missing',
	'shape',
	'blank',
	'braces',
	'bidi-control',
	'digits',
	'leftover',
	'letters',
	'formatter',
	'variants',
	'shown-facts',
	'inputs',
	'sentence',
	'sentences',
	'length',
	'script',
	'same-as-dutch',
] as const;

export type Rule = (typeof rules)[number];
export type Finding = { rule: Rule; detail: string };

/** What can be wrong with a text by itself. */
export function textProblems(text: string, language: Language): readonly Finding[] {
	const prose = withoutPlaceholders(text);
	return [
		...found('blank', text.trim() === '' || text !== text.trim(), 'empty, or spaces at an end'),
		...matching('braces', prose, /[{}]/),
		...matching('bidi-control', text, /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/),
		...matching('digits', text, /[\u0660-\u0669\u06F0-\u06F9\u1369-\u137C]/),
		...matching('leftover', prose, /\bundefined\b|\bnull\b|\bNaN\b|\[object|\bTODO\b/),
		...(language === 'fa-AF' || language === 'fa'
			? matching('letters', text, /[\u0643\u064A]/)
			: []),
	];
}

/** What can be wrong with the choice between the variants of one message. */
export function variantProblems(message: Message, language: Language): readonly Finding[] {
	return [
		...message.formatters.map((name) => ({ rule: 'formatter' as const, detail: name })),
		...message.selectors.flatMap((selector) => coverage(message, selector, language)),
		...silentVariants(message, language),
	];
}

/** Plain Dutch: sentences of at most fifteen words, two to a message. */
export function dutchProblems({ variants }: Message, mayBeLong: boolean): readonly Finding[] {
	if (mayBeLong) return [];
	return variants.flatMap(({ text }) => {
		const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence !== '');
		const tooLong = sentences.filter((sentence) => wordsIn(sentence) > 15);
		return [
			...tooLong.map((sentence) => ({ rule: 'sentence' as const, detail: sentence })),
			...found('sentences', sentences.length > 2, `${sentences.length} sentences`),
		];
	});
}

/** What can be wrong with a translation beside its Dutch. */
export function pairProblems(
	message: Message,
	dutch: Message,
	language: Language,
	isName: boolean,
): readonly Finding[] {
	const length = longest(message);
	const limit = maximumLength(dutch);
	return [
		...difference('inputs', message.inputs, dutch.inputs),
		...difference('shown-facts', shownIn(message), shownIn(dutch)),
		...found('length', limit !== null && length > limit, `${length} characters, at most ${limit}`),
		...(isName ? [] : untranslated(message, dutch, language)),
	];
}

/** How many characters a translation may have beside this Dutch, gaps not counted; null for a short text. */
export function maximumLength(dutch: Message): number | null {
	const length = longest(dutch);
	return length > 20 ? Math.floor(length * 1.8 + 20) : null;
}

function untranslated(message: Message, dutch: Message, language: Language): readonly Finding[] {
	const dutchTexts = new Set(dutch.variants.map(({ text }) => text));
	return message.variants.flatMap(({ text }) => {
		const prose = withoutPlaceholders(text);
		if (!/\p{L}/u.test(prose)) return [];
		const isForeign = !scripts[scriptOf(language)].test(prose);
		return [
			...found('script', isForeign, `no letters of ${languages[language].dutchName}: ${text}`),
			...found('same-as-dutch', dutchTexts.has(text), text),
		];
	});
}

const scripts = {
	Latn: /\p{Script=Latin}/u,
	Arab: /\p{Script=Arabic}/u,
	Ethi: /\p{Script=Ethiopic}/u,
} satisfies Record<Script, RegExp>;

/** Without a fitting variant the reader would see the key, so each value needs one. */
function coverage(message: Message, selector: Selector, language: Language): readonly Finding[] {
	const groups = Map.groupBy(message.variants, ({ match }) => otherConditions(match, selector));
	return [...groups].flatMap(([others, variants]) => {
		const values = variants.map(({ match }) => match[selector.name] ?? '*');
		const where = `${selector.name}${others === '' ? '' : ` (${others})`}`;
		if (selector.plural === undefined)
			return found('variants', !values.includes('*'), `${where}: no "*"`);
		const given = values.map((value) => (value === '*' ? 'other' : value)).toSorted();
		const wanted = categories(language, selector.plural).toSorted();
		const differs = given.join() !== wanted.join();
		return found('variants', differs, `${where}: ${given.join()}; should be ${wanted.join()}`);
	});
}

/** Each variant shows every fact, but for a number that the words of its category already say. */
function silentVariants(message: Message, language: Language): readonly Finding[] {
	const all = shownIn(message);
	return message.variants.flatMap((variant) => {
		const spoken = new Set(
			message.selectors.filter((s) => saysNumber(variant, s, language)).map((s) => s.input),
		);
		const silent = all.difference(placeholdersOf(variant.text)).difference(spoken);
		return found('shown-facts', silent.size > 0, `"${variant.text}" lacks ${[...silent].join()}`);
	});
}

/** Whether the category holds one number only; Farsi's and Tigrinya's `one` holds 0 and 1. */
function saysNumber({ match }: Variant, { name, plural }: Selector, language: Language): boolean {
	if (plural !== 'cardinal') return false;
	const plurals = new Intl.PluralRules(language);
	const numbers = Array.from({ length: 200 }, (_, number) => number);
	return numbers.filter((number) => plurals.select(number) === match[name]).length === 1;
}

function categories(language: Language, type: Intl.PluralRuleType): readonly string[] {
	return new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
}

function otherConditions(match: Variant['match'], { name }: Selector): string {
	const others = Object.entries(match).filter(([selector]) => selector !== name);
	return others.map((pair) => pair.join('=')).join(', ');
}

function shownIn({ variants }: Message): ReadonlySet<string> {
	return new Set(variants.flatMap(({ text }) => [...placeholdersOf(text)]));
}

function longest({ variants }: Message): number {
	return Math.max(...variants.map(({ text }) => [...withoutPlaceholders(text)].length));
}

function wordsIn(sentence: string): number {
	return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function difference(
	rule: Rule,
	names: ReadonlySet<string>,
	dutch: ReadonlySet<string>,
): readonly Finding[] {
	const detail = `{${[...names].join()}} beside Dutch {${[...dutch].join()}}`;
	return found(rule, names.symmetricDifference(dutch).size > 0, detail);
}

function matching(rule: Rule, text: string, pattern: RegExp): readonly Finding[] {
	return found(rule, pattern.test(text), text);
}

function found(rule: Rule, isFound: boolean, detail: string): readonly Finding[] {
	return isFound ? [{ rule, detail }] : [];
}
