import { createHash } from 'node:crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { fateOf, logFate, newTo } from './fate.ts';
import { keepReceived, type Received, removeFiles } from './received.ts';
import { standingOf } from './standing.ts';
import { maxBytes } from './image-limits.ts';
import type { RefusedFile } from './refused-file.ts';
import { type SafeFile, safeFileOf } from './safe-file.ts';

export { fateOf, logFate } from './fate.ts';
export { removeFiles } from './received.ts';
export { isShown, type Standing, standingOf } from './standing.ts';
export { type ScanRound, scanWaiting } from './waiting.ts';

/** A photo or a paper that belongs to an entry; its file is there before the row is. */
export type Proof = Schema['proofs']['$inferSelect'];

/** A photo whose file is on the disk, sealed, and that no row knows yet. */
export type Stored = Pick<
	Proof,
	'id' | 'contentType' | 'byteCount' | 'sha256' | 'width' | 'height' | 'pageCount'
> &
	Received;

/** What a page must know of a proof to show it: of a paper how many pages it has, of a photo null. */
export type Shown = Pick<Proof, 'id' | 'pageCount'>;

export function shownOf({ id, pageCount }: Proof): Shown {
	return { id, pageCount };
}

/** More photos and papers than this say nothing more about one session. */
export const mostPerEntry = 4;

/**
 * Makes uploaded photos and papers (PDF) safe and keeps their files, all or none. Refused under `photo` when one cannot be taken.
 * Whoever calls this attaches them in the same breath.
 */
export async function store(
	portal: Portal,
	photos: readonly Blob[],
): Promise<Outcome<readonly Stored[]>> {
	if (photos.length > mostPerEntry) return refused({ photo: 'photosTooMany' });
	const files: { original: Uint8Array; safe: SafeFile }[] = [];
	for (const photo of photos) {
		if (photo.size > maxBytes) return refused({ photo: 'fileTooLarge' });
		const original = new Uint8Array(await photo.arrayBuffer());
		const safe = await safeFileOf(original);
		if (!safe.ok) return refused({ photo: problemOf[safe.reason] });
		files.push({ original, safe });
	}
	return done(await Promise.all(files.map(({ original, safe }) => put(portal, original, safe))));
}

/** Those of some photos and papers that can be taken, as many as one entry has room for. */
export async function takeable(photos: readonly Blob[]): Promise<Blob[]> {
	const found: Blob[] = [];
	for (const photo of photos) {
		if (found.length === mostPerEntry) break;
		if (photo.size > maxBytes) continue;
		const safe = await safeFileOf(new Uint8Array(await photo.arrayBuffer()));
		if (safe.ok) found.push(photo);
	}
	return found;
}

/**
 * Writes the rows of stored photos inside the transaction that needs them, and gives those that were new to the
 * entry: the same file twice is one proof, so that sending again adds nothing. `isFull` when something new did not fit.
 */
export async function attach(
	tx: Db,
	log: Log,
	t: Schema,
	entry: { readonly id: string; readonly personId: string },
	stored: readonly Stored[],
	now: number,
): Promise<{ readonly kept: readonly Stored[]; readonly isFull: boolean }> {
	const { proofs } = t;
	await people.takeTurn(t, tx, entry.personId);
	const there = await tx.select().from(proofs).where(eq(proofs.entryId, entry.id));
	const added = newTo(there, stored, mostPerEntry);
	const { id: entryId, personId } = entry;
	for (const { signature, ...photo } of added) {
		const fate = fateOf(photo.scan, now);
		await tx.insert(proofs).values({ ...photo, ...fate, entryId, personId, storedAt: now });
		logFate(log, { id: photo.id, personId }, { scan: photo.scan, signature });
	}
	const isFull = newTo(there, stored, Infinity).length > added.length;
	return { kept: added, isFull };
}

/**
 * Takes away the files of photos that no row came to know. Only after the transaction is known to have ended: when it
 * failed in between, the sweeper clears them, because a row must never be without its file.
 */
export async function discardOthers(
	portal: Portal,
	stored: readonly Stored[],
	kept: readonly Stored[],
) {
	const others = stored.filter((photo) => !kept.includes(photo));
	await Promise.all(others.map(({ id }) => removeFiles(portal, id)));
}

/** The photos of some entries, oldest first. The caller has checked that the actor may see these entries. */
export async function ofEntries(portal: Portal, entryIds: readonly string[]): Promise<Proof[]> {
	if (entryIds.length === 0) return [];
	const { t, read: db } = portal.store;
	return db
		.select()
		.from(t.proofs)
		.where(inArray(t.proofs.entryId, [...entryIds]))
		.orderBy(asc(t.proofs.storedAt), asc(t.proofs.id));
}

/**
 * The file itself, for the person and for who has the person's caseload. That staff looked is written down.
 * Throws when a row has lost its file.
 */
export async function read(
	actor: Actor,
	proofId: string,
	moment: Moment,
): Promise<{ readonly bytes: Buffer; readonly contentType: string }> {
	const { portal } = actor;
	const { t, read: db } = portal.store;
	const [proof] = await db.select().from(t.proofs).where(eq(t.proofs.id, proofId));
	if (!proof) throw new NotFound();
	const { personId, contentType } = proof;
	permitted(actor, 'proof.read', await people.find(actor, personId));
	if (standingOf(proof) !== 'shown') throw new NotFound();
	const bytes = await portal.files.get(proofId);
	if (bytes === null) {
		// It may have been deleted between the row and the file.
		const [now] = await db.select().from(t.proofs).where(eq(t.proofs.id, proofId));
		if (now && standingOf(now) !== 'shown') throw new NotFound();
		throw new Error(`the file of proof ${proofId} is gone`);
	}
	if (actor.kind !== 'resident') {
		await portal.store.write(moment.now, async (_tx, log) => {
			log({ actor: actor.id, action: 'proof.read', subject: proofId, personId });
		});
	}
	return { bytes, contentType };
}

/** The sentence for each reason. */
export const problemOf = {
	empty: 'fileDamaged',
	'too-large': 'fileTooLarge',
	'not-an-image': 'fileKind',
	'unsupported-type': 'fileKind',
	damaged: 'fileDamaged',
	locked: 'fileLocked',
	'too-many-pixels': 'fileTooManyPixels',
	'too-many-pages': 'fileTooManyPages',
	'took-too-long': 'fileSlow',
} as const satisfies Record<RefusedFile['reason'], ProblemKey>;

async function put(portal: Portal, original: Uint8Array, safe: SafeFile): Promise<Stored> {
	const { bytes, contentType } = safe;
	const id = newId();
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const received = await keepReceived(portal, id, original, bytes);
	return { id, contentType, ...sizeOf(safe), sha256, byteCount: bytes.length, ...received };
}

function sizeOf(file: SafeFile) {
	return 'pageCount' in file
		? { width: null, height: null, pageCount: file.pageCount }
		: { width: file.width, height: file.height, pageCount: null };
}
