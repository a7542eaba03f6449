import type { Handle } from '@sveltejs/kit';
import { directionOf, isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import type { Account } from '#lib/server/accounts/accounts.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import * as cookies from './cookies.ts';

/**
 * In which language the page speaks beside Dutch: of the account, else as was chosen on this device, else what the
 * browser asks for, else Dutch. Never from the address, which would tell others.
 */
export const language: Handle = ({ event, resolve }) => {
	const { account, enrolling } = event.locals;
	const accept = event.request.headers.get('accept-language') ?? '';
	const cookie = cookies.get(event.cookies, 'language') ?? '';
	// Who came by a letter can choose on this device alone; until then it is the language of the letter.
	const known = account ?? (isOffered(cookie) ? null : (enrolling?.account ?? null));
	const chosen = choose(known, cookie, accept);
	event.locals.language = chosen;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', chosen)
				.replace('%dir%', directionOf(chosen))
				.replaceAll(hydrationMark, ''),
	});
};

/** Where Svelte would find its place again in the browser: no page does that, so they are bytes for nothing. */
const hydrationMark = /<!--(?:\[(?:!|-?\d+)?|\]|[a-z0-9]{4,8})?-->/g;

/** Every text names its language; a text that forgets to would be Dutch. */
overwriteGetLocale(() => 'nl');

/** The language for this account (if any), cookie and Accept-Language header. */
export function choose(
	account: Pick<Account, 'kind' | 'language'> | null,
	cookie: string,
	acceptLanguage: string,
): OfferedLanguage {
	if (account && account.kind !== 'resident') return 'nl';
	for (const tag of [account?.language ?? '', cookie, ...accepted(acceptLanguage)]) {
		if (isOffered(tag)) return tag;
	}
	return 'nl';
}

/** The languages of Accept-Language, best first; `ar-SY` counts as `ar`, and `fa-IR` as `fa`. */
function accepted(header: string): string[] {
	return header
		.split(',')
		.map((part) => {
			const [tag = '', q = 'q=1'] = part.trim().toLowerCase().split(';');
			return { tag: tag.trim(), weight: Number(q.trim().slice(2)) };
		})
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ tag }) => (isDari.test(tag) ? 'fa-AF' : (tag.split('-')[0] ?? '')));
}

/** Dari has a code of its own (ISO 639-3) and is the Persian of Afghanistan, with or without its script (BCP 47). */
const isDari = /^(?:prs|fa(?:-arab)?-af)(?:-|$)/;
