import type { Language } from '#lib/languages/languages.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { ReadingSkill, Situation } from '../people/circumstances.ts';
import type { GroepReason } from '../people/groep-history.ts';
import type { PipContent } from '../pip/content.ts';
import type { Columns } from './columns.ts';
import { fileTable } from './file-table.ts';

/** The inburgeraars of a tenant and their plans. */
export function personTables(c: Columns) {
	const people = c.table(
		'people',
		{
			id: c.text().primaryKey(),
			gemeentecode: c.text().notNull(),
			klantmanagerId: c.text().notNull(),
			givenName: c.text().notNull(),
			familyName: c.text().notNull(),
			bornOn: c.text().notNull(),
			bsnSealed: c.text().notNull(),
			bsnIndex: c.text().notNull(),
			groepDetail: c.text().$type<GroepDetail>().notNull(),
			plichtSinceOn: c.text().notNull(),
			notifiedOn: c.text(),
			brpRegisteredOn: c.text(),
			movedInOn: c.text(),
			firstDagtekeningOn: c.text(),
			waitingForThirdPartySinceOn: c.text(),
			thirdPartyInformationOn: c.text(),
			ontheffingHours: c.whole(),
			loweredHours: c.whole(),
			extendedUntil: c.text(),
			hasParticipatiewetBenefit: c.bool().notNull(),
			inAzc: c.bool().notNull(),
			language: c.text().notNull(),
			interpreter: c.bool().notNull(),
			speaks: c.json<readonly Language[]>().notNull().default([]),
			reads: c.json<readonly Language[]>().notNull().default([]),
			otherLanguages: c.text(),
			canRead: c.text().$type<ReadingSkill>(),
			situations: c.json<readonly Situation[]>().notNull().default([]),
			/** What people who live together have in common; it opens nothing of one for another. */
			householdId: c.text(),
			phone: c.text(),
			email: c.text(),
			/** Veilig contact: nothing goes out to any channel, for somebody at home might see it. */
			safeContact: c.bool().notNull().default(false),
			/** Counts the changes of this row: what a page was made from. */
			revision: c.whole().notNull().default(0),
			createdAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('people_bsn').on(t.bsnIndex),
			c.index('people_klantmanager').on(t.klantmanagerId, t.familyName),
			c.index('people_gemeente').on(t.gemeentecode, t.familyName),
			c.index('people_born').on(t.bornOn),
			c.index('people_household').on(t.householdId),
		],
	);
	const groepChanges = c.table(
		'groep_changes',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			fromDetail: c.text().$type<GroepDetail>().notNull(),
			toDetail: c.text().$type<GroepDetail>().notNull(),
			changedOn: c.text().notNull(),
			reason: c.text().$type<GroepReason>().notNull(),
			changedBy: c.text().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [c.index('groep_changes_person').on(t.personId, t.changedAt)],
	);
	/** A file with people between reading and taking over: its lines sealed, gone when taken over or after a day. */
	const personFiles = fileTable(c, 'person_files');
	const pipDrafts = c.table('pip_drafts', {
		personId: c
			.text()
			.primaryKey()
			.references(() => people.id),
		content: c.json<PipContent>().notNull(),
		revision: c.whole().notNull(),
		baseVersion: c.whole().notNull(),
		/** The page of the editor that saved last, so that it may save again what it is not sure of. */
		savedFrom: c.text(),
		updatedBy: c.text().notNull(),
		updatedAt: c.instant().notNull(),
	});
	const pips = c.table(
		'pips',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			version: c.whole().notNull(),
			dagtekeningOn: c.text().notNull(),
			content: c.json<PipContent>().notNull(),
			publishedBy: c.text().notNull(),
			publishedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('pips_person_version').on(t.personId, t.version)],
	);
	return { people, groepChanges, personFiles, pipDrafts, pips };
}
