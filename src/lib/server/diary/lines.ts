import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { type Day, dayBefore, day, isBefore, isDay, isOnOrAfter } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { dayOf } from '../clock.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { type Reason, reasons } from './reasons.ts';

export type Row = Schema['diaryLines']['$inferSelect'];

/** What somebody wrote: why, from which day, until which (exclusive; null while it lasts), and in own words. */
export interface Content {
	readonly reason: Reason;
	readonly sinceOn: Day;
	readonly untilOn: Day | null;
	readonly words: string | null;
}

/** A line of the diary, as its owner sees it. */
export interface Line extends Content {
	readonly id: string;
	readonly writtenOn: Day;
	/** Null where only the person sees it. */
	readonly sharedOn: Day | null;
	/** Whether the own words go along with what is shared. */
	readonly sharesWords: boolean;
	/** Counts the changes: what a page was made from. */
	readonly revision: number;
}

/** The last day on which it was so; null while it lasts. */
export function lastDayOf({ untilOn }: Pick<Content, 'untilOn'>): Day | null {
	return untilOn === null ? null : dayBefore(untilOn);
}

/** Whether it is so on a day. */
export function lastsOn({ sinceOn, untilOn }: Pick<Content, 'sinceOn' | 'untilOn'>, on: Day) {
	return isOnOrAfter(on, sinceOn) && (untilOn === null || isBefore(on, untilOn));
}

/** The own lines as they are kept, the newest first. */
export async function rowsOf(portal: Portal, db: Db, personId: string): Promise<Row[]> {
	const { diaryLines: t } = portal.store.t;
	const mine = eq(t.personId, personId);
	return db.select().from(t).where(mine).orderBy(desc(t.writtenAt), desc(t.id));
}

/** One of the actor's own lines; anybody else's is not found. */
export async function ownRow({ portal, personId }: Resident, db: Db, id: string): Promise<Row> {
	if (!isId(id)) throw new NotFound();
	const { diaryLines: t } = portal.store.t;
	const [row] = await db
		.select()
		.from(t)
		.where(and(eq(t.id, id), eq(t.personId, personId)));
	if (!row) throw new NotFound();
	return row;
}

/** A row, opened. */
export function lineOf(portal: Portal, row: Row): Line {
	const { id, sharedAt, sharesWords, revision, writtenAt } = row;
	const writtenOn = dayOf(writtenAt);
	const sharedOn = sharedAt === null ? null : dayOf(sharedAt);
	return { ...contentOf(portal, row), id, writtenOn, sharedOn, sharesWords, revision };
}

/** Seals a line as a whole, bound to its row and its person: that somebody is ill stands nowhere in the clear. */
export function seal(portal: Portal, row: Pick<Row, 'id' | 'personId'>, content: Content): string {
	const { reason, sinceOn, untilOn, words } = content;
	const text = JSON.stringify({ reason, sinceOn, untilOn, words });
	return envelope.seal(portal.keyring, text, aad(portal, row));
}

const aDay = v.pipe(
	v.string(),
	v.check((text) => isDay(text)),
	v.transform(day),
);

const contentSchema = v.strictObject({
	reason: v.picklist(reasons),
	sinceOn: aDay,
	untilOn: v.nullable(aDay),
	words: v.nullable(v.string()),
});

function contentOf(portal: Portal, row: Row): Content {
	const text = envelope.openText(portal.keyring, row.contentSealed, aad(portal, row));
	const opened: unknown = JSON.parse(text);
	return v.parse(contentSchema, opened);
}

function aad({ tenant }: Portal, { id, personId }: Pick<Row, 'id' | 'personId'>): string {
	const row = `${personId}/${id}`;
	return envelope.aadOf({ tenant: tenant.id, table: 'diary_lines', column: 'content', row });
}
