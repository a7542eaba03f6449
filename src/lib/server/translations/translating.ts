import { and, eq, isNull } from 'drizzle-orm';
import type { Language } from '#lib/languages/languages.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import * as recordings from '../recordings/recordings.ts';
import { change } from './change.ts';
import { bearer } from './door.ts';
import type { Link } from './links.ts';
import { shelf, standing } from './shelf.ts';
import { spokenAs } from './spoken.ts';
import { type Draft, draftsOf, textsOfLink } from './task.ts';
import type { PlanText } from './texts.ts';

/** The longest translation, back-translation and note, in characters. */
export const textMax = 2000;

export interface Typed {
	readonly place: string;
	/** Of the Dutch that the translator saw. */
	readonly dutchHash: string;
	readonly text: string;
	readonly backTranslation: string | null;
	readonly note: string | null;
	readonly recording: Blob | null;
}

/**
 * Keeps what a translator wrote and spoke of one text until all is sent. A recording belongs to exactly the words that
 * come with it. Refused when the Dutch is no longer what was seen, and when the recording is no sound.
 */
export async function save(
	portal: Portal,
	link: Link,
	{ recording, ...typed }: Typed,
	moment: Moment,
): Promise<Outcome<Draft>> {
	const text = (await textsOfLink(portal, link)).find(({ place }) => place === typed.place);
	if (!text) throw new NotFound();
	if (text.dutchHash !== typed.dutchHash) return refused({ form: 'changedMeanwhile' });
	if (recording) {
		const speaker = { portal, id: bearer(link), name: link.givenTo };
		const language = link.language as Language;
		const words = spokenAs(typed.text);
		const spoken = { text: words, language, personId: link.personId, file: recording };
		const added = await recordings.add(speaker, spoken, moment);
		if (!added.ok) return added;
	}
	const { translationDrafts } = portal.store.t;
	const values = { linkId: link.id, ...typed, updatedAt: moment.now };
	const [saved] = await portal.store.touch((tx) =>
		tx
			.insert(translationDrafts)
			.values(values)
			.onConflictDoUpdate({
				target: [translationDrafts.linkId, translationDrafts.place],
				set: values,
			})
			.returning(),
	);
	if (!saved) throw new Error('the draft did not come back');
	return done(saved);
}

/**
 * Sends what was saved, all or nothing, and closes the link. A text whose Dutch was changed in between is left out: it
 * shows as to be translated. A translation that says the same as it did keeps its state.
 */
export async function send(
	portal: Portal,
	link: Link,
	{ now }: Moment,
): Promise<Outcome<{ readonly sent: number }>> {
	const texts = await textsOfLink(portal, link);
	const drafts = await draftsOf(portal, link);
	const ready = texts.flatMap((text) => {
		const draft = drafts.find(
			({ place, dutchHash }) => place === text.place && dutchHash === text.dutchHash,
		);
		return draft ? [{ text, draft }] : [];
	});
	if (ready.length === 0) return refused({ form: 'nothingTranslated' });
	return portal.store.write(now, async (tx, log) => {
		await close(portal, tx, log, link, now);
		for (const { text, draft } of ready) await translate(portal, tx, log, link, text, draft, now);
		return done({ sent: ready.length });
	});
}

/** Nothing more can be done through this link. Throws NotFound when that was so already. */
export async function close(portal: Portal, tx: Db, log: Log, link: Link, now: number) {
	const { translationLinks } = portal.store.t;
	const [closed] = await tx
		.update(translationLinks)
		.set({ sentAt: now })
		.where(
			and(
				eq(translationLinks.id, link.id),
				isNull(translationLinks.sentAt),
				isNull(translationLinks.revokedAt),
			),
		)
		.returning();
	if (!closed) throw new NotFound();
	const { id: subject, personId } = link;
	log({ actor: bearer(link), action: 'translation.link.send', subject, personId });
}

async function translate(
	portal: Portal,
	tx: Db,
	log: Log,
	link: Link,
	{ place, dutch, dutchHash }: PlanText,
	{ text, backTranslation, note }: Draft,
	now: number,
) {
	const { personId } = link;
	const rows = await shelf(portal, personId, link.language as Language, tx);
	const { exact } = standing(rows, { place, dutch });
	const actor = bearer(link);
	const words = {
		...{ text, backTranslation, note, translator: link.givenTo, translatorLinkId: link.id },
		...{ doubt: null, reader: null, readerLinkId: null, approvedBy: null },
	};
	if (exact) {
		if (exact.text === text && exact.state !== 'machine' && exact.doubt === null) return;
		await change(portal, tx, log, exact, { event: 'translate', actor, now }, words);
		return;
	}
	const id = newId();
	const where = { id, personId, language: link.language, place, dutch, dutchHash };
	const { translations } = portal.store.t;
	await tx.insert(translations).values({ ...where, ...words, state: 'translated', changedAt: now });
	const detail = { from: 'none', to: 'translated' };
	log({ actor, action: 'translation.translate', subject: id, personId, detail });
}
