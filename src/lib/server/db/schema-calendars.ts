import type { FeedLanguages } from '../feeds/languages.ts';
import type { Said } from '../timetables/said.ts';
import type { agendaTables } from './schema-agenda.ts';
import type { Columns } from './columns.ts';
import { fileTable } from './file-table.ts';
import type { personTables } from './schema-people.ts';

/** What comes in from the calendars of others, and the addresses by which a phone reads what is planned. */
export function calendarTables(
	c: Columns,
	{ people }: ReturnType<typeof personTables>,
	{ agendaItems }: ReturnType<typeof agendaTables>,
) {
	/** A timetable that comes as a file, again and again: of one person or cohort, by its name. */
	const timetables = c.table(
		'timetables',
		{
			id: c.text().primaryKey(),
			/** The id of the person or of the cohort. */
			ownerId: c.text().notNull(),
			name: c.text().notNull(),
			/** The name without capitals and double spaces. */
			nameKey: c.text().notNull(),
			createdBy: c.text().notNull(),
			createdAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('timetables_name').on(t.ownerId, t.nameKey)],
	);
	/** What a timetable said last of an item: what staff changed since then is told from what the file changed. */
	const timetableLines = c.table(
		'timetable_lines',
		{
			itemId: c
				.text()
				.primaryKey()
				.references(() => agendaItems.id),
			timetableId: c
				.text()
				.notNull()
				.references(() => timetables.id),
			said: c.json<Said>().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [c.index('timetable_lines_timetable').on(t.timetableId)],
	);
	/** The lines of a file between looking at them and taking them over, sealed, for who read it and for a day. */
	const timetableFiles = fileTable(c, 'timetable_files');
	/** An address by which the phone of a person reads what is planned. */
	const calendarFeeds = c.table(
		'calendar_feeds',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			tokenHash: c.text().notNull(),
			/** False shows that there is an appointment and nothing of what or where. */
			showsContent: c.bool().notNull(),
			languages: c.text().$type<FeedLanguages>().notNull(),
			createdAt: c.instant().notNull(),
			changedAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			revokedAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('calendar_feeds_token').on(t.tokenHash),
			c.index('calendar_feeds_person').on(t.personId, t.createdAt),
		],
	);
	return { timetables, timetableLines, timetableFiles, calendarFeeds };
}
