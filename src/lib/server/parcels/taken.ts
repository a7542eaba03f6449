import { and, count, eq, gt } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Db, Log } from '../db/store.ts';
import type { ParcelOutcome } from './outcome.ts';

/** A parcel of which every byte is there. */
export interface Whole {
	readonly id: string;
	readonly sealedHash: string;
	readonly length: number;
}

/** What became of a parcel that was taken before; null where it was not. */
export async function taken(
	actor: Resident,
	named: Omit<Whole, 'length'>,
	db: Db = actor.portal.store.read,
): Promise<ParcelOutcome | null> {
	return (await rowOf(actor, named, db))?.outcome ?? null;
}

/** How many bytes a parcel had that was taken before; null where it was not. */
export async function takenLength(
	actor: Resident,
	named: Omit<Whole, 'length'>,
): Promise<number | null> {
	return (await rowOf(actor, named, actor.portal.store.read))?.length ?? null;
}

/** What became of whatever was sealed under this id, the first of it; null where nothing was taken. */
export async function takenAs(
	{ personId, portal }: Resident,
	id: string,
	db: Db = portal.store.read,
): Promise<ParcelOutcome | null> {
	const { parcels: t } = portal.store.t;
	const [row] = await db
		.select()
		.from(t)
		.where(and(eq(t.id, id), eq(t.personId, personId)))
		.orderBy(t.takenAt)
		.limit(1);
	return row?.outcome ?? null;
}

/** How many parcels of a person were taken since an instant (ms UTC). */
export async function takenSince({ personId, portal }: Resident, since: number): Promise<number> {
	const { parcels: t } = portal.store.t;
	const [row] = await portal.store.read
		.select({ number: count() })
		.from(t)
		.where(and(eq(t.personId, personId), gt(t.takenAt, since)));
	return row?.number ?? 0;
}

/** Writes what became of a parcel, in the transaction that did it. */
export async function insert(
	tx: Db,
	log: Log,
	{ id: accountId, personId, portal }: Resident,
	{ id, length, sealedHash }: Whole,
	outcome: ParcelOutcome,
	now: number,
) {
	const { parcels: t } = portal.store.t;
	await tx.insert(t).values({ id, sealedHash, personId, length, outcome, takenAt: now });
	const detail = { outcome: outcome.outcome, reason: outcome.reason };
	log({ actor: accountId, action: `parcel.${outcome.outcome}`, subject: id, personId, detail });
}

async function rowOf(
	{ personId, portal }: Resident,
	{ id, sealedHash }: Omit<Whole, 'length'>,
	db: Db,
) {
	const { parcels: t } = portal.store.t;
	const [row] = await db
		.select()
		.from(t)
		.where(and(eq(t.id, id), eq(t.sealedHash, sealedHash), eq(t.personId, personId)));
	return row;
}
