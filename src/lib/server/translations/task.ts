import { and, eq } from 'drizzle-orm';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Schema } from '../db/schema.ts';
import type { Portal } from '../portal.ts';
import * as recordings from '../recordings/recordings.ts';
import type { Link } from './links.ts';
import { shelf, standing, type Translation } from './shelf.ts';
import { spokenAs } from './spoken.ts';
import { type PlanText, textsOf } from './texts.ts';

export type Draft = Schema['translationDrafts']['$inferSelect'];

/** One text of a link, as its bearer sees it: the words and nothing about whose they are. */
export interface TaskText {
	readonly place: string;
	readonly dutch: string;
	readonly dutchHash: string;
	/** The approved English, for who reads that better than Dutch. */
	readonly english: string | null;
	readonly translation: Translation | null;
	/** What stood there before and how it was translated: the Dutch was changed since. */
	readonly former: { readonly dutch: string; readonly text: string } | null;
	/** What the bearer saved and did not send yet; `fits` says whether the Dutch is still the same. */
	readonly draft: (Draft & { readonly fits: boolean }) | null;
	/** A spoken version of the words that the bearer sees: of the draft, else of the translation. */
	readonly recordingId: string | null;
}

/** The texts of a link that are still in the plan: exactly those it was made for, no later ones. */
export async function task(portal: Portal, link: Link): Promise<readonly TaskText[]> {
	const { personId } = link;
	const language = link.language as Parameters<typeof shelf>[2];
	const texts = await textsOfLink(portal, link);
	const [rows, inEnglish, drafts] = await Promise.all([
		shelf(portal, personId, language),
		language === 'en' ? [] : shelf(portal, personId, 'en'),
		draftsOf(portal, link),
	]);
	const words = [...rows, ...drafts].map(({ text }) => spokenAs(text));
	const spoken = await recordings.ofTexts(portal, language, words, personId);
	return texts.map(({ place, dutch, dutchHash }): TaskText => {
		const { exact, former } = standing(rows, { place, dutch });
		const english = standing(inEnglish, { place, dutch }).exact;
		const draft = drafts.find((each) => each.place === place);
		const seen = draft?.text ?? exact?.text ?? '';
		return {
			place,
			dutch,
			dutchHash,
			english: english?.state === 'approved' ? english.text : null,
			translation: exact,
			former: former && { dutch: former.dutch, text: former.text },
			draft: draft ? { ...draft, fits: draft.dutchHash === dutchHash } : null,
			recordingId: spoken.get(spokenAs(seen))?.id ?? null,
		};
	});
}

export async function textsOfLink(portal: Portal, link: Link): Promise<readonly PlanText[]> {
	const places = new Set(link.places);
	return (await textsOf(portal, link.personId)).filter(({ place }) => places.has(place));
}

export async function draftsOf(portal: Portal, { id }: Link): Promise<readonly Draft[]> {
	const { t, read } = portal.store;
	return read.select().from(t.translationDrafts).where(eq(t.translationDrafts.linkId, id));
}

/** A recording of words that the bearer of this link sees; any other is not found. */
export async function isSpokenHere(
	portal: Portal,
	link: Link,
	recording: recordings.Recording,
): Promise<boolean> {
	if (recording.personId !== link.personId || recording.language !== link.language) return false;
	const { translations } = portal.store.t;
	const rows = await portal.store.read
		.select({ text: translations.text, place: translations.place })
		.from(translations)
		.where(and(eq(translations.personId, link.personId), eq(translations.language, link.language)));
	const ours = rows.filter(({ place }) => link.places.includes(place));
	const words = [...ours, ...(await draftsOf(portal, link))];
	return words.some(({ text }) => messageHash(spokenAs(text)) === recording.textHash);
}
