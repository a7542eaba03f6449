import { asc, eq, inArray } from 'drizzle-orm';
import type { Resident, Staff } from '../access/access.ts';
import * as absences from '../absences/absences.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { Conflict, NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import type { Portal } from '../portal.ts';
import * as proofs from '../proofs/proofs.ts';

type Row = Schema['attachments']['$inferSelect'];

/** A photo or a paper beside a message or a letter, as a page shows it. */
export interface Attachment extends Pick<Row, 'id' | 'width' | 'height' | 'pageCount'> {
	readonly standing: proofs.Standing;
}

/** To what it belongs. */
type Owner = { readonly messageId: string } | { readonly letterId: string };

/** Writes the rows of stored files inside the transaction that makes what they belong to. */
export async function attach(
	tx: Db,
	log: Log,
	t: Schema,
	owner: Owner & { readonly personId: string },
	stored: readonly proofs.Stored[],
	now: number,
): Promise<void> {
	const { personId, ...whose } = owner;
	for (const { signature, ...file } of stored) {
		const fate = proofs.fateOf(file.scan, now);
		await tx.insert(t.attachments).values({ ...file, ...fate, ...whose, personId, storedAt: now });
		proofs.logFate(log, { id: file.id, personId }, { scan: file.scan, signature });
	}
}

/**
 * What comes again under the same key brings no file that is new: it would be told to be sent, and be lost. Throws
 * Conflict otherwise.
 */
export async function expectKnown(
	tx: Db,
	{ attachments: t }: Schema,
	owner: Owner,
	stored: readonly proofs.Stored[],
): Promise<void> {
	const isOfOwner =
		'messageId' in owner ? eq(t.messageId, owner.messageId) : eq(t.letterId, owner.letterId);
	const rows = await tx.select({ sha256: t.sha256 }).from(t).where(isOfOwner);
	const known = new Set(rows.map(({ sha256 }) => sha256));
	if (!stored.every(({ sha256 }) => known.has(sha256))) throw new Conflict();
}

/**
 * What the transaction gives that needs the stored files. Where it says itself that this cannot be, it is known to have
 * changed nothing, and the files go at once; whoever tries that again and again fills no disk.
 */
export async function orDiscard<T>(
	portal: Portal,
	stored: readonly proofs.Stored[],
	writing: Promise<T>,
): Promise<T> {
	try {
		return await writing;
	} catch (problem) {
		const isOurs = problem instanceof NotFound || problem instanceof Conflict;
		if (isOurs) await proofs.discardOthers(portal, stored, []);
		throw problem;
	}
}

/** The attachments of these messages or letters, by their ids; the caller has checked the access. */
export async function of(
	{ store }: Portal,
	column: 'messageId' | 'letterId',
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
	if (ids.length === 0) return new Map();
	const { attachments: t } = store.t;
	const rows = await store.read
		.select()
		.from(t)
		.where(inArray(t[column], [...ids]))
		.orderBy(asc(t.storedAt), asc(t.id));
	return Map.groupBy(
		rows.map((row) => ({ ...shownOf(row), owner: row[column] ?? '' })),
		({ owner }) => owner,
	);
}

/**
 * The file itself, for the person and for who answers; only when the scanner found nothing. That staff looked is
 * written down. Throws when a row has lost its file.
 */
export async function read(
	actor: Resident | Staff,
	id: string,
	moment: Moment,
): Promise<{ readonly bytes: Buffer; readonly contentType: string }> {
	if (!isId(id)) throw new NotFound();
	const { portal } = actor;
	const { t, read: db } = portal.store;
	const [row] = await db.select().from(t.attachments).where(eq(t.attachments.id, id));
	if (!row) throw new NotFound();
	const { contentType, personId } = row;
	await absences.find(actor, 'message.read', personId, moment);
	if (!proofs.isShown(row)) throw new NotFound();
	const bytes = await portal.files.get(id);
	if (bytes === null) throw new Error(`the file of attachment ${id} is gone`);
	if (actor.kind === 'staff') {
		await portal.store.write(moment.now, async (_tx, log) => {
			log({ actor: actor.id, action: 'attachment.read', subject: id, personId });
		});
	}
	return { bytes, contentType };
}

function shownOf(row: Row): Attachment {
	const { height, id, pageCount, width } = row;
	return { id, width, height, pageCount, standing: proofs.standingOf(row) };
}
