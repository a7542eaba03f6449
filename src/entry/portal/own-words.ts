import { messageHash } from '../../lib/languages/freshness.ts';
import type { Review } from '../../lib/languages/freshness.ts';
import { languagesOffered } from '../../lib/languages/languages.ts';
import type { Catalogues } from '../../lib/languages/catalogue.ts';
import type { SheetLanguage, Texts } from '../../lib/languages/sheet/standing.ts';
import type { TakenIn } from '../../lib/languages/sheet/taking-in.ts';
import * as clock from '../../lib/server/clock.ts';
import type { Portal } from '../../lib/server/portal.ts';
import { closeAll, openAll } from '../../lib/server/portals.ts';
import { read } from '../../lib/server/settings.ts';
import * as translations from '../../lib/server/translations/translations.ts';

/** Does something with the portal of one tenant, or gives null where there is no such tenant. */
export async function inTenant<T>(
	tenant: string,
	work: (portal: Portal) => Promise<T>,
): Promise<T | null> {
	const portals = await openAll(read(process.env));
	try {
		const portal = [...portals.values()].find((each) => each.tenant.id === tenant);
		return portal ? await work(portal) : null;
	} finally {
		await closeAll(portals);
	}
}

/** What klantmanagers wrote themselves in the plans of a tenant, as if it were a catalogue: each text a message. */
export async function ownWords(portal: Portal, language: SheetLanguage): Promise<Texts> {
	const found = await translations.exchanged(operator(portal), language);
	const empty = Object.fromEntries(languagesOffered.map((tag) => [tag, {}])) as Catalogues;
	const pick = (text: (of: translations.ExchangedText) => string | null | undefined) =>
		Object.fromEntries(
			found.flatMap((each) => {
				const value = text(each);
				return typeof value === 'string' ? [[each.key, value]] : [];
			}),
		);
	const catalogues = {
		...empty,
		en: pick(({ english }) => english),
		[language]: pick(({ translation }) => translation?.text),
		nl: pick(({ dutch }) => dutch),
	};
	const reviews = Object.fromEntries(
		found.flatMap((each) => {
			const review = reviewOf(each);
			return review === null ? [] : [[each.key, { [language]: review }]];
		}),
	);
	return { catalogues, reviews, allowances: { long: [], sameAsDutch: [], dutchOnlyAreas: [] } };
}

/** Writes down, for each person, that these texts went out. */
export async function wentOut(
	portal: Portal,
	language: SheetLanguage,
	keys: ReadonlySet<string>,
): Promise<void> {
	const actor = operator(portal);
	const texts = await translations.exchanged(actor, language);
	const sent = texts.filter(({ key }) => keys.has(key));
	await translations.logExchange(actor, sent, clock.moment());
}

/** Brings what was taken in to the plans: all of it, or nothing, with a sentence. */
export async function keep(
	portal: Portal,
	language: SheetLanguage,
	before: Texts,
	{ catalogue, reviews }: Extract<TakenIn, { ok: true }>,
): Promise<string | null> {
	const changes = Object.keys(catalogue).flatMap((key): translations.Brought[] => {
		const [text, was] = [catalogue[key], before.catalogues[language][key]];
		const [review, former] = [reviews[key]?.[language], before.reviews[key]?.[language]];
		if (typeof text !== 'string' || (text === was && review === former)) return [];
		const back = review?.backTranslation;
		return [
			{
				key,
				text,
				backTranslation: typeof back === 'string' ? back : null,
				translator: review?.translator ?? null,
				reader: review?.reader ?? null,
			},
		];
	});
	if (changes.length === 0) return null;
	const brought = await translations.bringBack(operator(portal), language, changes, clock.moment());
	return brought.ok
		? null
		: 'A text was changed meanwhile, or a machine cannot take it over from a person.';
}

function reviewOf({ dutch, translation }: translations.ExchangedText): Review | null {
	if (translation === null || translation.state === 'machine') return null;
	const { state, text, translator, reader, backTranslation } = translation;
	return {
		source: messageHash(dutch),
		translation: messageHash(text),
		state,
		translator,
		...(reader === null ? {} : { reader }),
		...(backTranslation === null ? {} : { backTranslation }),
		by: '',
		on: '',
	};
}

function operator(portal: Portal) {
	return { kind: 'system', id: 'operator', portal } as const;
}
