import { themes, words } from '#lib/languages/labels/words.ts';
import { wordsLike } from '#lib/languages/word-search.ts';
import type { PageServerLoad } from './$types';

const longestQuery = 60;

/** The official words, all of them or those that somebody looks for, by theme. */
export const load: PageServerLoad = ({ locals, url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, longestQuery);
	const found = wordsLike(query, locals.language);
	return {
		query,
		groups: themes
			.map((theme) => ({ theme, terms: found.filter((term) => words[term].theme === theme) }))
			.filter(({ terms }) => terms.length > 0),
	};
};
