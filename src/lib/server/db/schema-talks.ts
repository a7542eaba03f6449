import type { TalkQuestion } from '../talks/kinds.ts';
import type { agendaTables } from './schema-agenda.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What belongs to a talk that stands in the agenda: what the person prepared, the report in its versions, and what the
 * person says of it. All of it but a report in the making is a record: lines are added and none is changed.
 */
export function talkTables(
	c: Columns,
	{ people }: ReturnType<typeof personTables>,
	{ agendaItems }: ReturnType<typeof agendaTables>,
) {
	const itemId = () =>
		c
			.text()
			.notNull()
			.references(() => agendaItems.id);
	const personId = () =>
		c
			.text()
			.notNull()
			.references(() => people.id);
	/** What the person answered beforehand; of each question the last number holds. */
	const talkAnswers = c.table(
		'talk_answers',
		{
			id: c.text().primaryKey(),
			itemId: itemId(),
			personId: personId(),
			question: c.text().$type<TalkQuestion>().notNull(),
			number: c.whole().notNull(),
			/** The pictures that were chosen and the own words. */
			contentSealed: c.text().notNull(),
			/** In which the page was read, and so most likely the words. */
			language: c.text().notNull(),
			/** Made with the page, so that sending twice is one answer. */
			key: c.text().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('talk_answers_number').on(t.itemId, t.question, t.number),
			c.uniqueIndex('talk_answers_key').on(t.personId, t.key),
		],
	);
	const talkReportDrafts = c.table('talk_report_drafts', {
		itemId: itemId().primaryKey(),
		personId: personId(),
		contentSealed: c.text().notNull(),
		/** Counts the changes: what a page was made from. */
		revision: c.whole().notNull(),
		updatedBy: c.text().notNull(),
		updatedAt: c.instant().notNull(),
	});
	/** Reports as they were signed off; a correction is the next version. */
	const talkReports = c.table(
		'talk_reports',
		{
			id: c.text().primaryKey(),
			itemId: itemId(),
			personId: personId(),
			version: c.whole().notNull(),
			heldOn: c.text().notNull(),
			contentSealed: c.text().notNull(),
			/** The revision of the draft that was signed off: the second of two taps finds it here. */
			fromRevision: c.whole().notNull(),
			signedBy: c.text().notNull(),
			signedAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('talk_reports_version').on(t.itemId, t.version),
			c.index('talk_reports_person').on(t.personId, t.heldOn),
		],
	);
	/** The person's own view of a report, that it was not understood, and that this was spoken about. */
	const talkRemarks = c.table(
		'talk_remarks',
		{
			id: c.text().primaryKey(),
			itemId: itemId(),
			personId: personId(),
			number: c.whole().notNull(),
			kind: c.text().$type<'remark' | 'notUnderstood' | 'settled'>().notNull(),
			/** Only of a remark. */
			wordsSealed: c.text(),
			language: c.text().notNull(),
			/** The version of the report that was read. */
			version: c.whole().notNull(),
			key: c.text().notNull(),
			saidBy: c.text().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('talk_remarks_number').on(t.itemId, t.number),
			c.uniqueIndex('talk_remarks_key').on(t.personId, t.key),
		],
	);
	return { talkAnswers, talkReportDrafts, talkReports, talkRemarks };
}
