import { and, eq, lt } from 'drizzle-orm';
import { mayAdd, type Staff } from '../access/access.ts';
import type { ForWhom } from '../agenda/planning.ts';
import type { Moment } from '../clock.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Db } from '../db/store.ts';
import { NotFound } from '../errors.ts';
import { isId, newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import type { TimetableFile } from './said.ts';

const keptFor = 24 * 60 * 60_000;

/** A file that was read, until it is taken over: for whom it is, how the timetable is called, and its lines. */
export interface Kept {
	readonly forWhom: ForWhom;
	readonly name: string;
	readonly file: TimetableFile;
}

/** Keeps a file that was read, sealed; gives the id by which who read it can look at it, for a day. */
export async function keep(actor: Staff, kept: Kept, { now }: Moment): Promise<string> {
	const { keyring, store } = actor.portal;
	const id = newId();
	const linesSealed = envelope.seal(keyring, JSON.stringify(kept), aad(actor, id));
	const row = { id, staffId: actor.id, linesSealed, readAt: now };
	await store.touch((tx) => tx.insert(store.t.timetableFiles).values(row));
	await clearFiles(actor.portal, now);
	return id;
}

/** Of somebody else, or older than a day, there is none. */
export async function keptFile(
	actor: Staff,
	db: Db,
	id: string,
	{ now }: Moment,
): Promise<Kept | null> {
	if (!isId(id)) return null;
	const { timetableFiles: t } = actor.portal.store.t;
	const [row] = await db
		.select()
		.from(t)
		.where(and(eq(t.id, id), eq(t.staffId, actor.id)));
	if (!row || row.readAt < now - keptFor) return null;
	const { keyring } = actor.portal;
	return JSON.parse(envelope.openText(keyring, row.linesSealed, aad(actor, id))) as Kept;
}

/** Takes away the lines of files that nobody took over within a day, also where nobody reads another file. */
export async function clearFiles({ store }: Portal, now: number): Promise<void> {
	const { timetableFiles: t } = store.t;
	await store.touch((tx) => tx.delete(t).where(lt(t.readAt, now - keptFor)));
}

/** Not found for who plans for nobody: only a klantmanager or a team leader takes over a timetable. */
export function expectDesk(actor: Staff) {
	if (!actor.gemeentecodes.some((code) => mayAdd(actor, code))) throw new NotFound();
}

function aad({ portal }: Staff, id: string): string {
	const place = { table: 'timetable_files', column: 'lines', row: id };
	return envelope.aadOf({ tenant: portal.tenant.id, ...place });
}
