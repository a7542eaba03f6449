/** Reading one entry of a catalogue in inlang's message format, version 4. */

export type Message = {
	/** Names a caller passes: declared inputs and placeholders together. */
	inputs: ReadonlySet<string>;
	selectors: readonly Selector[];
	variants: readonly Variant[];
	/** Formatters besides `plural`; they would write a fact by the browser's tables. */
	formatters: readonly string[];
};

/** What a variant is chosen by: an input as it is, or its plural category. */
export type Selector = { name: string; input: string; plural?: Intl.PluralRuleType };

/** `match` gives the value for each selector: a category, another literal or '*'. */
export type Variant = { text: string; match: Readonly<Record<string, string>> };

/** The message, or in words why it cannot be read. */
export function readMessage(source: unknown): Message | string {
	if (typeof source === 'string') return read([], [{ text: source, match: {} }]);
	if (!Array.isArray(source) || source.length === 0) return 'neither a text nor a list of variants';
	const parts: readonly unknown[] = source;
	const declarations: string[] = [];
	const variants: Variant[] = [];
	for (const part of parts) {
		if (!isRecord(part) || !isRecord(part['match'])) return 'variants without "match"';
		declarations.push(...strings(part['declarations']));
		for (const [condition, text] of Object.entries(part['match'])) {
			if (typeof text !== 'string') return `the variant "${condition}" is no text`;
			variants.push({ text, match: readMatch(condition) });
		}
	}
	return variants.length === 0 ? 'no variants' : read(declarations, variants);
}

/** The names between braces in a text. */
export function placeholdersOf(text: string): ReadonlySet<string> {
	return new Set([...text.matchAll(placeholder)].map(([, name = '']) => name));
}

export function withoutPlaceholders(text: string): string {
	return text.replaceAll(placeholder, '');
}

const placeholder = /\{\s*([\p{ID_Start}_$][\p{ID_Continue}$]*)\s*\}/gu;

function read(declarations: readonly string[], variants: readonly Variant[]): Message {
	const locals = declarations.flatMap(readLocal);
	const isLocal = (name: string) => locals.some((local) => local.name === name);
	const selected = new Set(variants.flatMap(({ match }) => Object.keys(match)));
	const selectors = [...selected].map(
		(name): Selector => locals.find((local) => local.name === name) ?? { name, input: name },
	);
	const declared = declarations.flatMap((line) => /^input\s+(\S+)$/.exec(line.trim())?.[1] ?? []);
	const shown = variants.flatMap(({ text }) => [...placeholdersOf(text)]);
	return {
		inputs: new Set(
			[...declared, ...shown, ...selectors.map(({ input }) => input)].filter(
				(name) => !isLocal(name),
			),
		),
		selectors,
		variants,
		formatters: locals.flatMap(({ formatter }) => (formatter === 'plural' ? [] : [formatter])),
	};
}

function readLocal(declaration: string): (Selector & { formatter: string })[] {
	const [, name, input, formatter, options = ''] =
		/^local\s+(\S+)\s*=\s*(\S+?)\s*:\s*(\w+)(.*)$/.exec(declaration.trim()) ?? [];
	if (name === undefined || input === undefined || formatter === undefined) return [];
	if (formatter !== 'plural') return [{ name, input, formatter }];
	const plural = /type\s*=\s*ordinal/.test(options) ? 'ordinal' : 'cardinal';
	return [{ name, input, formatter, plural }];
}

function readMatch(condition: string): Record<string, string> {
	const pairs = condition.split(',').map((part) => part.split('=').map((word) => word.trim()));
	return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
