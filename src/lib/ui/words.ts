import { createContext } from 'svelte';
import type { Language } from '#lib/languages/languages.ts';
import { slugOf, type GlossaryTerm } from '#lib/languages/terms.ts';

/** A link to the card of an official word; with `id`, the place on this page that the card leads back to. */
export interface WordLink {
	readonly href: string;
	readonly id?: string;
}

/** How the official words of a page are looked up. */
interface LookUp {
	/** The link of one occurrence, or null where it has none. */
	readonly to: (term: GlossaryTerm) => WordLink | null;
	/** The words that need no link any more in the block around a text; a text by itself is a block of its own. */
	readonly seenIn: (language: Language) => Set<GlossaryTerm>;
}

const [lookUp, setLookUp, hasLookUp] = createContext<LookUp>();

/** From here down the official words in texts are links to their cards, which lead back to where the word stood. */
export function lookUpFromPlan() {
	let place = 0;
	setLookUp({
		to(term) {
			place += 1;
			return { href: `/woorden/${slugOf(term)}/${place}`, id: `w${place}` };
		},
		seenIn: () => new Set(),
	});
}

/** The same on a card, whose own word is no link. */
export function lookUpFromCard(own: () => GlossaryTerm) {
	setLookUp({
		to: (term) => (term === own() ? null : { href: `/woorden/${slugOf(term)}` }),
		seenIn: () => new Set(),
	});
}

/** The same on any other page, where a word is a link once in each language. */
export function lookUpFromPage() {
	const seen = new Map<Language, Set<GlossaryTerm>>();
	setLookUp({
		to: (term) => ({ href: `/woorden/${slugOf(term)}` }),
		seenIn: (language) => seenBefore(seen, language),
	});
}

/** From here down all texts are one block: in a long list a word is a link once in each language. */
export function lookUpOnce() {
	const around = lookUpHere();
	if (around === null) return;
	const seen = new Map<Language, Set<GlossaryTerm>>();
	setLookUp({
		to: around.to,
		seenIn: (language) => seenBefore(seen, language),
	});
}

function seenBefore(seen: Map<Language, Set<GlossaryTerm>>, language: Language) {
	const already = seen.get(language) ?? new Set();
	seen.set(language, already);
	return already;
}

/** How words are looked up on this page, or null where they are not. */
export function lookUpHere(): LookUp | null {
	return hasLookUp() ? lookUp() : null;
}
