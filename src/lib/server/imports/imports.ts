/**
 * Files that staff take over from elsewhere: read, shown, and taken over whole or not at all. In between their lines are
 * kept sealed, for the one who read the file and for a day.
 */
import { and, eq, lt } from 'drizzle-orm';
import { mayAdd, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as envelope from '../crypto/envelope.ts';
import type { FileTable } from '../db/file-table.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { NotFound } from '../errors.ts';
import { isId, newId } from '../id.ts';
import type { Portal } from '../portal.ts';

const keptFor = 24 * 60 * 60_000;

/** Somebody else was first, between looking and writing; of the transaction nothing may be kept. */
export class Late extends Error {
	override readonly name = 'Late';
}

/** Not found for who has no caseload: only a klantmanager or a team leader takes over a file. */
export function expectDesk(actor: Staff) {
	if (!actor.gemeentecodes.some((code) => mayAdd(actor, code))) throw new NotFound();
}

/** The files of one kind, each with what was read from it, which has to survive JSON. */
export function keptFiles<T>(table: string, tableOf: (t: Schema) => FileTable) {
	const aad = ({ tenant }: Portal, id: string) =>
		envelope.aadOf({ tenant: tenant.id, table, column: 'lines', row: id });

	/** Takes away the lines of files that nobody took over within a day, also where nobody reads another file. */
	async function clear({ store }: Portal, now: number): Promise<void> {
		const t = tableOf(store.t);
		await store.touch((tx) => tx.delete(t).where(lt(t.readAt, now - keptFor)));
	}

	/** Keeps a file that was read, sealed; gives the id by which who read it can look at it. */
	async function keep({ id: staffId, portal }: Staff, kept: T, { now }: Moment): Promise<string> {
		const id = newId();
		const linesSealed = envelope.seal(portal.keyring, JSON.stringify(kept), aad(portal, id));
		const row = { id, staffId, linesSealed, readAt: now };
		await portal.store.touch((tx) => tx.insert(tableOf(portal.store.t)).values(row));
		await clear(portal, now);
		return id;
	}

	/** Of somebody else, or older than a day, there is none. */
	async function find(
		{ id: staffId, portal }: Staff,
		db: Db,
		id: string,
		{ now }: Moment,
	): Promise<T | null> {
		if (!isId(id)) return null;
		const t = tableOf(portal.store.t);
		const [row] = await db
			.select()
			.from(t)
			.where(and(eq(t.id, id), eq(t.staffId, staffId)));
		if (!row || row.readAt < now - keptFor) return null;
		return JSON.parse(envelope.openText(portal.keyring, row.linesSealed, aad(portal, id))) as T;
	}

	/** What was taken over need not be kept. */
	async function forget({ store }: Portal, tx: Db, id: string): Promise<void> {
		const t = tableOf(store.t);
		await tx.delete(t).where(eq(t.id, id));
	}

	return { keep, find, forget, clear };
}
