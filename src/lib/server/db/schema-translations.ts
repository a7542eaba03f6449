import type { LinkRole, TranslationState } from '../translations/states.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** Spoken versions of texts, translations of somebody's free text, and the links translators work through. */
export function translationTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const recordings = c.table(
		'recordings',
		{
			id: c.text().primaryKey(),
			/** `messageHash` of exactly the words that are spoken, in the language in which they are. */
			textHash: c.text().notNull(),
			language: c.text().notNull(),
			/** Whose free text it speaks; null for a text of the catalogue, which is nobody's. */
			personId: c.text().references(() => people.id),
			mediaType: c.text().notNull(),
			bytes: c.whole().notNull(),
			seconds: c.whole(),
			recordedBy: c.text().notNull(),
			at: c.instant().notNull(),
		},
		(t) => [c.index('recordings_text').on(t.textHash, t.language)],
	);
	const translations = c.table(
		'translations',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			language: c.text().notNull(),
			/** Where the Dutch stood when it was translated: the id of an agreement, or another place of the plan. */
			place: c.text().notNull(),
			dutchHash: c.text().notNull(),
			dutch: c.text().notNull(),
			state: c.text().$type<TranslationState>().notNull(),
			text: c.text().notNull(),
			backTranslation: c.text(),
			/** What the translator wants to say about it, to the reader and the gemeente. */
			note: c.text(),
			/** What the second reader finds wrong; null when nothing is. */
			doubt: c.text(),
			translatorLinkId: c.text(),
			translator: c.text().notNull(),
			readerLinkId: c.text(),
			reader: c.text(),
			approvedBy: c.text(),
			changedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('translations_dutch').on(t.personId, t.language, t.dutchHash)],
	);
	const translationLinks = c.table(
		'translation_links',
		{
			id: c.text().primaryKey(),
			/** SHA-256 of the secret in the address; the secret itself is nowhere. */
			tokenHash: c.text().notNull(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			language: c.text().notNull(),
			role: c.text().$type<LinkRole>().notNull(),
			/** Whom the gemeente gave it to, by name. */
			givenTo: c.text().notNull(),
			places: c.json<string[]>().notNull(),
			createdBy: c.text().notNull(),
			createdAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			/** SHA-256 of the secret of the browser in which it was opened first, and alone opens since. */
			browserHash: c.text(),
			openedAt: c.instant(),
			sentAt: c.instant(),
			revokedAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('translation_links_token').on(t.tokenHash),
			c.index('translation_links_person').on(t.personId, t.createdAt),
		],
	);
	const translationDrafts = c.table(
		'translation_drafts',
		{
			linkId: c
				.text()
				.notNull()
				.references(() => translationLinks.id),
			place: c.text().notNull(),
			dutchHash: c.text().notNull(),
			text: c.text().notNull(),
			backTranslation: c.text(),
			note: c.text(),
			updatedAt: c.instant().notNull(),
		},
		(t) => [c.primaryKey({ columns: [t.linkId, t.place] })],
	);
	return { recordings, translations, translationLinks, translationDrafts };
}
