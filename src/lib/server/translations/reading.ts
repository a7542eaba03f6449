import { isOffered, type Language } from '#lib/languages/languages.ts';
import { type Actor, permitted } from '../access/access.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { shelf, standing } from './shelf.ts';
import { spokenOf } from './spoken.ts';

/** How own words are read: with an approved translation of exactly this Dutch, or in Dutch alone until there is one. */
export type WordsRead =
	| {
			readonly standing: 'approved';
			readonly text: string;
			readonly language: Language;
			/** A spoken version of the translation. */
			readonly recordingId: string | null;
	  }
	/** The Dutch was changed after its translation was approved: that one fits no longer and is not shown. */
	| { readonly standing: 'stale' }
	| { readonly standing: 'awaited' };

/** By the Dutch text itself. */
export type OwnWordsRead = Readonly<Record<string, WordsRead>>;

/** A version of a plan, published or as it would be. */
export interface VersionRead {
	readonly content: pip.PipContent;
	readonly version: number;
}

/**
 * How the own words in these versions of somebody's plan are read in a language. In Dutch there is nothing to
 * translate. Two queries, however many texts.
 */
export async function forReading(
	actor: Actor,
	personId: string,
	language: Language,
	versions: readonly VersionRead[],
): Promise<OwnWordsRead> {
	const texts = versions.flatMap(({ content, version }) => pip.ownTextsOf(content, version));
	return wordsRead(actor, personId, language, texts);
}

/** How these own words for somebody are read in a language, wherever they stand. */
export async function wordsRead(
	actor: Actor,
	personId: string,
	language: Language,
	texts: readonly pip.OwnText[],
): Promise<OwnWordsRead> {
	permitted(actor, 'translation.read', await people.find(actor, personId));
	if (language === 'nl' || texts.length === 0) return {};
	const rows = await shelf(actor.portal, personId, language);
	const found = texts.map((text) => ({ text, ...standing(rows, text) }));
	const approved = found.flatMap(({ exact }) => (exact?.state === 'approved' ? [exact] : []));
	const spoken = await spokenOf(actor, language, approved, personId);
	const read = found.map(({ text, exact, former }): [string, WordsRead] => {
		if (exact?.state === 'approved') {
			const recordingId = spoken.get(exact.id) ?? null;
			return [text.dutch, { standing: 'approved', text: exact.text, language, recordingId }];
		}
		return [text.dutch, { standing: former?.state === 'approved' ? 'stale' : 'awaited' }];
	});
	// Entries and not assignments: a text may be called __proto__.
	return Object.fromEntries(read);
}

/** The language in which somebody reads beside Dutch, or null for who reads Dutch alone. */
export function translatedInto({ language }: { readonly language: string }): Language | null {
	return language !== 'nl' && isOffered(language) ? language : null;
}
