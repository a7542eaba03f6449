import { and, desc, eq, inArray } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import * as sendings from '../sending/sending.ts';

/** A published version of somebody's plan. It is never changed. */
export type Pip = Schema['pips']['$inferSelect'] & {
	/** How it went out; left out where that was not asked for or not kept. */
	readonly sending?: sendings.Sending | undefined;
};

/** The plan that began the term and the plan that holds now; both null before the first. */
export interface Pips {
	readonly first: Pip | null;
	readonly current: Pip | null;
}

/** The plan that holds now, or null before the first is published. */
export async function current(actor: Actor, personId: string): Promise<Pip | null> {
	return (await of(actor, personId)).current;
}

/** The first plan, from which the term counts (W 11), and the one that holds now. */
export async function of(actor: Actor, personId: string): Promise<Pips> {
	const all = await versions(actor, personId);
	return { first: all.at(-1) ?? null, current: all[0] ?? null };
}

/** As `of`, by the id of the person, without how the plans went out; the caller has checked the access. */
export async function ofMany(
	{ portal }: Actor,
	personIds: readonly string[],
	db: Db = portal.store.read,
): Promise<ReadonlyMap<string, Pips>> {
	if (personIds.length === 0) return new Map();
	const { t } = portal.store;
	const rows = await db
		.select()
		.from(t.pips)
		.where(inArray(t.pips.personId, [...personIds]))
		.orderBy(desc(t.pips.version));
	const byPerson = Map.groupBy(rows, ({ personId }) => personId);
	return new Map(
		[...byPerson].map(([id, all]) => [id, { first: all.at(-1) ?? null, current: all[0] ?? null }]),
	);
}

/** Every published version, the newest first. */
export async function versions(actor: Actor, personId: string): Promise<Pip[]> {
	permitted(actor, 'pip.read', await people.find(actor, personId));
	return versionsIn(actor, actor.portal.store.read, personId);
}

/** One published version; not found when there is none with this number. */
export async function version(actor: Actor, personId: string, number: number): Promise<Pip> {
	permitted(actor, 'pip.read', await people.find(actor, personId));
	if (!isNumberOfVersion(number)) throw new NotFound();
	const { t, read } = actor.portal.store;
	const [found] = await read
		.select()
		.from(t.pips)
		.where(and(eq(t.pips.personId, personId), eq(t.pips.version, number)));
	if (!found) throw new NotFound();
	return { ...found, sending: (await sendings.sendingsIn(actor, read, personId)).get(found.id) };
}

/**
 * The day on which it went out, from the day after which the time for bezwaar counts (Awb 3:41, 6:8(1)); null as long as
 * the letter waits. Where that was not kept it is the dagtekening.
 */
export function bekendmakingOn({
	dagtekeningOn,
	sending,
}: Pick<Pip, 'dagtekeningOn' | 'sending'>): Day | null {
	if (!sending) return day(dagtekeningOn);
	return sending.sentOn === null ? null : day(sending.sentOn);
}

/** What is no whole number, or one beyond its column, PostgreSQL does not take to compare with. */
function isNumberOfVersion(number: number): boolean {
	return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}

/** Every version as a transaction sees it, the newest first; whoever asks has checked the access. */
export async function versionsIn(actor: Actor, tx: Db, personId: string): Promise<Pip[]> {
	const { pips } = actor.portal.store.t;
	const all = await tx
		.select()
		.from(pips)
		.where(eq(pips.personId, personId))
		.orderBy(desc(pips.version));
	if (all.length === 0) return [];
	const sent = await sendings.sendingsIn(actor, tx, personId);
	return all.map((pip) => ({ ...pip, sending: sent.get(pip.id) }));
}

/** The first and the current plan as a transaction sees them; whoever asks has checked the access. */
export async function pipsIn(actor: Actor, tx: Db, personId: string): Promise<Pips> {
	const all = await versionsIn(actor, tx, personId);
	return { first: all.at(-1) ?? null, current: all[0] ?? null };
}

/** The number of the newest version as a transaction sees it; 0 before the first. */
export async function latestVersion(actor: Actor, tx: Db, personId: string): Promise<number> {
	const [newest] = await versionsIn(actor, tx, personId);
	return newest?.version ?? 0;
}
