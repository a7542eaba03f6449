import { allowances as ownAllowances } from './catalogue/allowances.ts';
import type { Allowances } from './catalogue/allowances.ts';
import { dutchProblems, pairProblems, textProblems, variantProblems } from './catalogue/rules.ts';
import type { Finding, Rule } from './catalogue/rules.ts';
import { readMessage } from './catalogue/message.ts';
import type { Message } from './catalogue/message.ts';
import { languagesOffered } from './languages.ts';
import type { OfferedLanguage } from './languages.ts';

/** A file of `messages/`, as parsed from JSON. */
export type Catalogue = Readonly<Record<string, unknown>>;
export type Catalogues = Readonly<Record<OfferedLanguage, Catalogue>>;

/** What is wrong with one message in one language. `detail` is for the developer or translator. */
export type Problem = { rule: Rule; language: OfferedLanguage; key: string; detail: string };

/**
 * Checks the catalogues against each other and against the writing rules of the portal. An empty
 * answer means: each message exists in each language, with the same facts, for every number, and
 * within the length that fits beside the Dutch.
 */
export function check(
	catalogues: Catalogues,
	allowances: Allowances = ownAllowances,
): readonly Problem[] {
	return [
		...staleAllowances(catalogues.nl, allowances),
		...languagesOffered.flatMap((language) =>
			keysOf(catalogues).flatMap((key) =>
				findings(catalogues, language, key, allowances).map((finding) => ({
					...finding,
					language,
					key,
				})),
			),
		),
	];
}

/** What is wrong with one message in one language, by the same rules. */
export function checkMessage(
	catalogues: Catalogues,
	language: OfferedLanguage,
	key: string,
	allowances: Allowances = ownAllowances,
): readonly Finding[] {
	return findings(catalogues, language, key, allowances);
}

/** Whether only staff read this message, whose pages are Dutch. */
export function isForStaff(key: string, allowances: Allowances = ownAllowances): boolean {
	return allowances.dutchOnlyAreas.some((area) => key.startsWith(`${area}_`));
}

/** The keys of a catalogue without the reference to its JSON schema. */
export function messageKeys(catalogue: Catalogue): readonly string[] {
	return Object.keys(catalogue).filter((key) => key !== '$schema');
}

function keysOf(catalogues: Catalogues): readonly string[] {
	return [...new Set(Object.values(catalogues).flatMap(messageKeys))].toSorted();
}

function findings(
	catalogues: Catalogues,
	language: OfferedLanguage,
	key: string,
	allowances: Allowances,
): readonly Finding[] {
	if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key))
		return [{ rule: 'key', detail: 'area_page_thing' }];
	const source = catalogues[language][key];
	if (source === undefined && isForStaff(key, allowances) && language !== 'nl') return [];
	if (source === undefined)
		return [{ rule: 'missing', detail: 'the key is not in this catalogue' }];
	const message = readMessage(source);
	if (typeof message === 'string') return [{ rule: 'shape', detail: message }];
	const alone = [
		...message.variants.flatMap(({ text }) => textProblems(text, language)),
		...variantProblems(message, language),
	];
	if (language === 'nl')
		return [...alone, ...dutchProblems(message, allowances.long.includes(key))];
	const dutch = readDutch(catalogues.nl[key]);
	if (dutch === undefined) return alone;
	const isName = allowances.sameAsDutch.includes(key);
	return [...alone, ...pairProblems(message, dutch, language, isName)];
}

/** A missing or unreadable Dutch message is reported once, at Dutch. */
function readDutch(source: unknown): Message | undefined {
	const dutch = source === undefined ? 'missing' : readMessage(source);
	return typeof dutch === 'string' ? undefined : dutch;
}

function staleAllowances(dutch: Catalogue, { long, sameAsDutch }: Allowances): readonly Problem[] {
	return [...long, ...sameAsDutch]
		.filter((key) => dutch[key] === undefined)
		.map((key) => ({ rule: 'allowance', language: 'nl', key, detail: 'no such message' }));
}
