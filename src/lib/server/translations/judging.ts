import { eq } from 'drizzle-orm';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Moment } from '../clock.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { change } from './change.ts';
import { bearer } from './door.ts';
import { isSameName, type Link } from './links.ts';
import type { Translation } from './shelf.ts';
import { task } from './task.ts';
import { close } from './translating.ts';

export interface Judgement {
	readonly place: string;
	/** Of the translation that the reader saw. */
	readonly textHash: string;
	readonly fits: boolean;
	/** What is wrong with it. */
	readonly doubt: string | null;
}

/**
 * What a second reader finds of a translation. Refused for whoever made it: by the link, by the name it was given to,
 * and by the browser, which betrays one person with two links. Says nothing when it does not fit and no reason is given.
 */
export async function judge(
	portal: Portal,
	link: Link,
	{ place, textHash, fits, doubt }: Judgement,
	{ now }: Moment,
): Promise<Outcome<Translation>> {
	const text = (await task(portal, link)).find((each) => each.place === place);
	if (!text) throw new NotFound();
	const { translation } = text;
	if (!translation || messageHash(translation.text) !== textHash) {
		return refused({ form: 'translationMoved' });
	}
	if (!fits && doubt === null) return refused({ doubt: 'missing' });
	if (await isTranslator(portal, link, translation)) return refused({ form: 'sameTranslator' });
	const doing = { event: fits ? 'check' : 'doubt', actor: bearer(link), now } as const;
	const reader = { reader: link.givenTo, readerLinkId: link.id, doubt: fits ? null : doubt };
	return portal.store.write(now, (tx, log) => change(portal, tx, log, translation, doing, reader));
}

/** The reader is ready; what was found stands already. */
export async function finish(portal: Portal, link: Link, { now }: Moment): Promise<Outcome<null>> {
	return portal.store.write(now, async (tx, log) => {
		await close(portal, tx, log, link, now);
		return done(null);
	});
}

async function isTranslator(portal: Portal, link: Link, translation: Translation) {
	if (isSameName(translation.translator, link.givenTo)) return true;
	const { translatorLinkId } = translation;
	if (translatorLinkId === null) return false;
	const { t, read } = portal.store;
	const [made] = await read
		.select()
		.from(t.translationLinks)
		.where(eq(t.translationLinks.id, translatorLinkId));
	return made?.id === link.id || made?.browserHash === link.browserHash;
}
