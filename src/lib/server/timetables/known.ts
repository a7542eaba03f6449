import { createHash } from 'node:crypto';
import { and, eq, isNull, notLike, or } from 'drizzle-orm';
import { day, type Day, earlierOf } from '#lib/law/day.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { Line, Said } from './said.ts';

export type Timetable = Schema['timetables']['$inferSelect'];

/** For whom a timetable is: the ids as they stand in the rows of items. */
export type Owner = Pick<agenda.ItemRow, 'gemeentecode' | 'personId' | 'cohortId'>;

/** An item that a timetable brought: what the file said of it last, and what it is now. */
export interface KnownItem {
	readonly item: agenda.ItemRow;
	readonly said: Said;
	readonly now: agenda.Occurrence;
}

/** A timetable by its name among those of a person or cohort; null when none came yet. */
export async function timetableOf(
	{ timetables: t }: Schema,
	db: Db,
	ownerId: string,
	name: string,
): Promise<Timetable | null> {
	const [found] = await db
		.select()
		.from(t)
		.where(and(eq(t.ownerId, ownerId), eq(t.nameKey, nameKey(name))));
	return found ?? null;
}

export function nameKey(name: string): string {
	return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** What the item of a line is called among all items; its first parts tell which timetable and which event. */
export function sourceKey(timetableId: string, { group, key }: Pick<Line, 'group' | 'key'>) {
	return `${groupKey(timetableId, group)}${hash(key)}`;
}

/** How the keys of all items of one event begin. */
export function groupKey(timetableId: string, group: string): string {
	return `${timetableId}.${hash(group)}.`;
}

/** The items that a timetable brought, by their source keys. */
export async function itemsOf(
	t: Schema,
	db: Db,
	timetable: Timetable | null,
): Promise<Map<string, KnownItem>> {
	if (!timetable) return new Map();
	const rows = await db
		.select({ item: t.agendaItems, said: t.timetableLines.said })
		.from(t.timetableLines)
		.innerJoin(t.agendaItems, eq(t.agendaItems.id, t.timetableLines.itemId))
		.where(eq(t.timetableLines.timetableId, timetable.id));
	const items = rows.map(({ item }) => item);
	const exceptions = Map.groupBy(await agenda.exceptionsOf(t, db, items), ({ itemId }) => itemId);
	return new Map(
		rows.flatMap(({ item, said }) => {
			const now = agenda.occurrenceOf(item, exceptions.get(item.id) ?? [], day(item.startsOn));
			return item.sourceKey && now ? [[item.sourceKey, { item, said, now }] as const] : [];
		}),
	);
}

/**
 * What somebody else planned for the same person or cohort in the days of these lines: by staff, or from another
 * timetable. As `slotOf` names it.
 */
export async function plannedElsewhere(
	t: Schema,
	db: Db,
	owner: Owner,
	timetable: Timetable | null,
	lines: readonly Line[],
): Promise<ReadonlySet<string>> {
	const [first] = lines;
	if (!first) return new Set();
	const { agendaItems: i } = t;
	const whose = owner.personId
		? eq(i.personId, owner.personId)
		: eq(i.cohortId, owner.cohortId ?? '');
	const from = lines.reduce<Day>((min, { said }) => earlierOf(min, said.on), first.said.on);
	const until = day(`${Number(from.slice(0, 4)) + 4}-01-01`);
	const others = timetable
		? or(isNull(i.sourceKey), notLike(i.sourceKey, `${timetable.id}.%`))
		: undefined;
	const found = await agenda.occurrencesWhere(t, db, and(whose, others), { from, until });
	return new Set(found.filter(({ isCancelled }) => !isCancelled).map(slotOf));
}

/** Two of these at once are the same lesson. */
export function slotOf({ at, kind, minutes, on }: Pick<Said, 'on' | 'at' | 'minutes' | 'kind'>) {
	return `${kind} ${on} ${at} ${minutes}`;
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
