import { type Columns, postgresColumns, sqliteColumns } from './columns.ts';
import { accountTables } from './schema-accounts.ts';
import { agendaTables } from './schema-agenda.ts';
import { callTables } from './schema-calls.ts';
import { calendarTables } from './schema-calendars.ts';
import { courseTables } from './schema-course.ts';
import { diaryTables } from './schema-diary.ts';
import { duoTables } from './schema-duo.ts';
import { helperTables } from './schema-helpers.ts';
import { hostTables } from './schema-hosts.ts';
import { hourTables } from './schema-hours.ts';
import { intakeTables } from './schema-intake.ts';
import { messageTables } from './schema-messages.ts';
import { moduleTables } from './schema-modules.ts';
import { noticeTables } from './schema-notices.ts';
import { personTables } from './schema-people.ts';
import { parcelTables } from './schema-parcels.ts';
import { phoneTables } from './schema-phones.ts';
import { progressTables } from './schema-progress.ts';
import { proposalTables } from './schema-proposals.ts';
import { publicationTables } from './schema-publication.ts';
import { sampleTables } from './schema-samples.ts';
import { contactTables, submissionTables } from './schema-submissions.ts';
import { talkTables } from './schema-talks.ts';
import { translationTables } from './schema-translations.ts';
import { understandingTables } from './schema-understanding.ts';
import { waitingTables } from './schema-waiting.ts';
import { waysInTables } from './schema-ways-in.ts';

/** Every table of a tenant's database, written once and made for either engine. */
export function define(c: Columns) {
	const accounts = accountTables(c);
	const persons = personTables(c);
	const hours = hourTables(c);
	const agenda = agendaTables(c, persons);
	return {
		...accounts,
		...persons,
		...waysInTables(c, persons, accounts),
		...phoneTables(c, accounts),
		...parcelTables(c, persons),
		...hours,
		...sampleTables(c, hours),
		...hostTables(c, persons, hours),
		...helperTables(c, persons),
		...intakeTables(c, persons),
		...understandingTables(c, persons),
		...progressTables(c, persons),
		...moduleTables(c, persons),
		...waitingTables(c, persons),
		...courseTables(c, persons),
		...diaryTables(c, persons),
		...callTables(c, persons),
		...messageTables(c, persons),
		...duoTables(c, persons),
		...noticeTables(c, persons),
		...agenda,
		...talkTables(c, persons, agenda),
		...calendarTables(c, persons, agenda),
		...proposalTables(c, persons),
		...publicationTables(c, persons),
		...submissionTables(c, persons),
		...contactTables(c, persons),
		...translationTables(c, persons),
	};
}

export const sqliteSchema = define(sqliteColumns);

/**
 * The one cast of the two engines: drizzle's column types differ by engine although their values do not, so all
 * types come from the SQLite side. The tests run on both.
 */
export const postgresSchema = define(postgresColumns as unknown as Columns);

export type Schema = typeof sqliteSchema;
