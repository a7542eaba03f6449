import type { Language } from '../languages.ts';
import { readMessage } from '../catalogue/message.ts';
import type { Message, Selector, Variant } from '../catalogue/message.ts';

/** One text of a message. `form` says what it is chosen by: 'few', or '' where there is one text. */
export type Form = { form: string; text: string };

/**
 * The texts that a message needs in a language, with what stands there now or ''. A translation that
 * has forms of its own keeps them; otherwise they follow from the Dutch and the plurals of the language.
 */
export function formsOf(source: unknown, dutch: unknown, language: Language): readonly Form[] {
	const frame = frameOf(source, dutch, language);
	const texts = formsIn(frame);
	if (source === frame) return texts;
	return texts.map(({ form }) => ({ form, text: typeof source === 'string' ? source : '' }));
}

/** The catalogue entry with these texts, in the order of `formsOf`; `source` itself when they are the same. */
export function withTexts(
	source: unknown,
	dutch: unknown,
	language: Language,
	texts: readonly string[],
): unknown {
	const present = formsOf(source, dutch, language);
	if (source !== undefined && present.every(({ text }, index) => text === texts[index]))
		return source;
	const frame = frameOf(source, dutch, language);
	if (!Array.isArray(frame)) return texts[0] ?? '';
	const next = texts.values();
	return (frame as readonly Part[]).map((part) => ({
		...part,
		match: Object.fromEntries(
			Object.keys(part.match).map((condition) => [condition, next.next().value ?? '']),
		),
	}));
}

/** The Dutch beside a form: that of the same name, else the last, which is the general one. */
export function dutchBeside(form: string, dutch: unknown): string {
	const forms = formsIn(dutch);
	return (forms.find((each) => each.form === form) ?? forms.at(-1))?.text ?? '';
}

type Part = { declarations?: unknown; selectors?: unknown; match: Record<string, string> };

/** An entry of the right shape: the translation's own, or one made after the Dutch. */
function frameOf(source: unknown, dutch: unknown, language: Language): unknown {
	if (Array.isArray(source) && typeof readMessage(source) !== 'string') return source;
	const message = readMessage(dutch);
	if (!Array.isArray(dutch) || typeof message === 'string')
		return typeof source === 'string' ? source : '';
	const conditions = message.variants.flatMap(({ match }) =>
		conditionsFor(match, message.selectors, language),
	);
	const [first] = dutch as readonly Part[];
	const { declarations, selectors } = first ?? {};
	const match = Object.fromEntries(conditions.map((condition) => [condition, '']));
	return [{ declarations, selectors, match }];
}

/** A Dutch condition, once for each plural category of the other language. */
function conditionsFor(
	match: Variant['match'],
	selectors: readonly Selector[],
	language: Language,
): readonly string[] {
	return Object.entries(match).reduce<readonly string[]>(
		(made, [name, value]) => {
			const plural = selectors.find((selector) => selector.name === name)?.plural;
			const values = plural === undefined ? [value] : categories(language, plural);
			return values.flatMap((each) =>
				made.map((before) => `${before === '' ? '' : `${before}, `}${name}=${each}`),
			);
		},
		[''],
	);
}

function formsIn(source: unknown): readonly Form[] {
	const message = readMessage(source);
	if (typeof message === 'string') return [];
	return message.variants.map(({ match, text }) => ({ form: nameOf(match, message), text }));
}

function nameOf(match: Variant['match'], { selectors }: Message): string {
	const values = selectors.map(({ name, input, plural }) => {
		const given = match[name] ?? '*';
		const value = plural !== undefined && given === '*' ? 'other' : given;
		return plural !== undefined && selectors.length === 1 ? value : `${input}=${value}`;
	});
	return values.join(', ');
}

const inOrder = ['zero', 'one', 'two', 'few', 'many', 'other'];

function categories(language: Language, type: Intl.PluralRuleType): readonly string[] {
	return new Intl.PluralRules(language, { type })
		.resolvedOptions()
		.pluralCategories.toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));
}
