import type { HostVerdict } from '../hosts/verdicts.ts';
import type { Columns } from './columns.ts';
import type { hourTables } from './schema-hours.ts';
import type { personTables } from './schema-people.ts';

/** What organisations where people help say about hours: one-time links, posters, and the answers, which are kept. */
export function hostTables(
	c: Columns,
	{ people }: ReturnType<typeof personTables>,
	{ hourEntries }: ReturnType<typeof hourTables>,
) {
	const hostLinks = c.table(
		'host_links',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			tokenHash: c.text().notNull(),
			createdAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			revokedAt: c.instant(),
			usedAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('host_links_token').on(t.tokenHash),
			c.index('host_links_person').on(t.personId, t.createdAt),
		],
	);
	const hostLines = c.table(
		'host_lines',
		{
			linkId: c
				.text()
				.notNull()
				.references(() => hostLinks.id),
			entryId: c
				.text()
				.notNull()
				.references(() => hourEntries.id),
			/** What was declared when the link was made: an answer holds for that alone. */
			contentHash: c.text().notNull(),
		},
		(t) => [
			c.primaryKey({ columns: [t.linkId, t.entryId] }),
			c.index('host_lines_entry').on(t.entryId),
		],
	);
	const hostPosters = c.table(
		'host_posters',
		{
			id: c.text().primaryKey(),
			gemeentecode: c.text().notNull(),
			organisation: c.text().notNull(),
			/** Of the private page of the host. */
			tokenHash: c.text().notNull(),
			/** From which the code of each day is made. */
			secretSealed: c.text().notNull(),
			createdBy: c.text().notNull(),
			createdAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			revokedAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('host_posters_token').on(t.tokenHash),
			c.index('host_posters_gemeente').on(t.gemeentecode, t.createdAt),
		],
	);
	const hostAnswers = c.table(
		'host_answers',
		{
			id: c.text().primaryKey(),
			entryId: c
				.text()
				.notNull()
				.references(() => hourEntries.id),
			personId: c.text().notNull(),
			contentHash: c.text().notNull(),
			/** Through which link it was said, or at which poster the code of the day was right: one of the two. */
			linkId: c.text().references(() => hostLinks.id),
			posterId: c.text().references(() => hostPosters.id),
			verdict: c.text().$type<HostVerdict>().notNull(),
			/** How many minutes it was, where the host says another number. */
			minutes: c.whole(),
			/** Name and role of who says so. */
			bySealed: c.text(),
			saidOn: c.text().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('host_answers_link').on(t.entryId, t.linkId),
			c.uniqueIndex('host_answers_poster').on(t.entryId, t.posterId),
		],
	);
	/** How many wrong codes there were on a day: of a person, and at a poster. Of earlier days nothing is kept. */
	const hostGuesses = c.table(
		'host_guesses',
		{
			about: c.text().notNull(),
			triedOn: c.text().notNull(),
			wrong: c.whole().notNull(),
		},
		(t) => [c.primaryKey({ columns: [t.about, t.triedOn] })],
	);
	return { hostLinks, hostLines, hostPosters, hostAnswers, hostGuesses };
}
