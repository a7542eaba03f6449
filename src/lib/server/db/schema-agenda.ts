import type {
	AgendaKind,
	AgendaSource,
	Bringable,
	ChangeReason,
	InterpreterState,
	Presence,
} from '../agenda/kinds.ts';
import type { ActivityId } from '../tenants/activities.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What is planned: items (once or in series) for one person or for a cohort, the occurrences that differ, and what is
 * said of each. Days and times are those of the clock on the wall in the Netherlands, so that a lesson stays at nine.
 */
export function agendaTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const agendaCohorts = c.table(
		'agenda_cohorts',
		{
			id: c.text().primaryKey(),
			gemeentecode: c.text().notNull(),
			kind: c.text().$type<AgendaKind>().notNull(),
			name: c.text().notNull(),
			/** The id of the partner among those of the tenant who gives it; null for the gemeente itself. */
			partnerId: c.text(),
			/** The account that leads it and reads the whole list. */
			ownerId: c.text().notNull(),
			createdAt: c.instant().notNull(),
			endedAt: c.instant(),
		},
		(t) => [c.index('agenda_cohorts_gemeente').on(t.gemeentecode, t.name)],
	);
	const agendaMembers = c.table(
		'agenda_members',
		{
			id: c.text().primaryKey(),
			cohortId: c
				.text()
				.notNull()
				.references(() => agendaCohorts.id),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			fromOn: c.text().notNull(),
			/** Exclusive; null as long as no end is known. */
			until: c.text(),
			addedBy: c.text().notNull(),
			addedAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('agenda_members_once').on(t.cohortId, t.personId, t.fromOn),
			c.index('agenda_members_person').on(t.personId),
		],
	);
	const agendaItems = c.table(
		'agenda_items',
		{
			id: c.text().primaryKey(),
			gemeentecode: c.text().notNull(),
			/** One of the two. */
			personId: c.text().references(() => people.id),
			cohortId: c.text().references(() => agendaCohorts.id),
			kind: c.text().$type<AgendaKind>().notNull(),
			/** Of an `activity`: as what its hours are counted; null for what gives no hours. */
			activity: c.text().$type<ActivityId>(),
			/** What it is about in somebody's own words. */
			subject: c.text(),
			startsOn: c.text().notNull(),
			/** HH:MM on the clock of the Netherlands. */
			startsAt: c.text().notNull(),
			minutes: c.whole().notNull(),
			/** A recurrence rule of RFC 5545 3.3.10 without UNTIL and COUNT; null for what happens once. */
			rule: c.text(),
			/** Exclusive: on and after this day nothing of it happens. */
			until: c.text().notNull(),
			place: c.text(),
			address: c.text(),
			withWhom: c.text(),
			interpreter: c.text().$type<InterpreterState>().notNull(),
			interpreterLanguage: c.text(),
			bring: c.json<readonly Bringable[]>().notNull(),
			source: c.text().$type<AgendaSource>().notNull(),
			/** What it is called in the file it came from, so that the same file twice changes nothing. */
			sourceKey: c.text(),
			/** Counts the changes of this row: what a page was made from. */
			revision: c.whole().notNull(),
			/** What begins at this instant or later is off. */
			cancelledAt: c.instant(),
			cancelReason: c.text().$type<ChangeReason>(),
			createdBy: c.text().notNull(),
			createdAt: c.instant().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [
			c.index('agenda_items_person').on(t.personId, t.until),
			c.index('agenda_items_cohort').on(t.cohortId, t.until),
			c.uniqueIndex('agenda_items_source').on(t.sourceKey),
		],
	);
	/** An occurrence that differs from what its item says: off, or at another time or place. */
	const agendaExceptions = c.table(
		'agenda_exceptions',
		{
			itemId: c
				.text()
				.notNull()
				.references(() => agendaItems.id),
			/** The day on which the item says that it happens; it stays the name of the occurrence. */
			occurrenceOn: c.text().notNull(),
			isCancelled: c.bool().notNull(),
			startsOn: c.text().notNull(),
			startsAt: c.text().notNull(),
			minutes: c.whole().notNull(),
			place: c.text(),
			address: c.text(),
			withWhom: c.text(),
			reason: c.text().$type<ChangeReason>().notNull(),
			revision: c.whole().notNull(),
			changedBy: c.text().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [
			c.primaryKey({ columns: [t.itemId, t.occurrenceOn] }),
			c.index('agenda_exceptions_day').on(t.startsOn),
		],
	);
	/** Who comes and who cannot, as the person said; the last number holds. */
	const agendaAnswers = c.table(
		'agenda_answers',
		{
			id: c.text().primaryKey(),
			itemId: c
				.text()
				.notNull()
				.references(() => agendaItems.id),
			occurrenceOn: c.text().notNull(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			number: c.whole().notNull(),
			isComing: c.bool().notNull(),
			/** Sealed: it may tell of health. Null when coming. */
			reasonSealed: c.text(),
			/** Day and time that were shown, YYYY-MM-DDTHH:MM: what moved afterwards is asked again. */
			answeredFor: c.text().notNull(),
			/** The key that the phone made, so that sending twice is one answer. */
			key: c.text().notNull(),
			saidBy: c.text().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('agenda_answers_number').on(t.itemId, t.occurrenceOn, t.personId, t.number),
			c.uniqueIndex('agenda_answers_key').on(t.personId, t.key),
			c.index('agenda_answers_person').on(t.personId, t.occurrenceOn),
		],
	);
	/** Who was there, as who held it wrote down; the last number holds. */
	const agendaAttendance = c.table(
		'agenda_attendance',
		{
			id: c.text().primaryKey(),
			itemId: c
				.text()
				.notNull()
				.references(() => agendaItems.id),
			occurrenceOn: c.text().notNull(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			number: c.whole().notNull(),
			presence: c.text().$type<Presence>().notNull(),
			/** How long the person was there; 0 when absent. */
			minutes: c.whole().notNull(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('agenda_attendance_number').on(t.itemId, t.occurrenceOn, t.personId, t.number),
			c.index('agenda_attendance_person').on(t.personId, t.occurrenceOn),
		],
	);
	return {
		agendaCohorts,
		agendaMembers,
		agendaItems,
		agendaExceptions,
		agendaAnswers,
		agendaAttendance,
	};
}
