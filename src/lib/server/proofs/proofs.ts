import { createHash } from 'node:crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { maxBytes, reencode, type RefusedImage, type SafeImage } from './image.ts';

/** A photo that belongs to an entry; its file is there before the row is. */
export type Proof = Schema['proofs']['$inferSelect'];

/** A photo whose file is on the disk, sealed, and that no row knows yet. */
export type Stored = Pick<
	Proof,
	'id' | 'contentType' | 'byteCount' | 'sha256' | 'width' | 'height'
>;

/** More pictures than this say nothing more about one session. */
export const mostPerEntry = 4;

/**
 * Makes uploaded photos safe and keeps their files, all or none. Refused under `photo` when one cannot be taken.
 * Whoever calls this attaches them in the same breath.
 */
export async function store(
	portal: Portal,
	photos: readonly Blob[],
): Promise<Outcome<readonly Stored[]>> {
	if (photos.length > mostPerEntry) return refused({ photo: 'photosTooMany' });
	const images: SafeImage[] = [];
	for (const photo of photos) {
		if (photo.size > maxBytes) return refused({ photo: 'fileTooLarge' });
		const image = await reencode(new Uint8Array(await photo.arrayBuffer()));
		if (!image.ok) return refused({ photo: problemOf[image.reason] });
		images.push(image);
	}
	return done(await Promise.all(images.map((image) => put(portal, image))));
}

/**
 * Writes the rows of stored photos inside the transaction that needs them, and gives those that were new to the
 * entry: the same picture twice is one proof, so that sending again adds nothing.
 */
export async function attach(
	tx: Db,
	{ proofs }: Schema,
	entry: { readonly id: string; readonly personId: string },
	stored: readonly Stored[],
	now: number,
): Promise<readonly Stored[]> {
	const there = await tx.select().from(proofs).where(eq(proofs.entryId, entry.id));
	const seen = new Set(there.map(({ sha256 }) => sha256));
	const added = stored.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256));
	const room = added.slice(0, Math.max(0, mostPerEntry - there.length));
	for (const photo of room) {
		const { id: entryId, personId } = entry;
		await tx.insert(proofs).values({ ...photo, entryId, personId, storedAt: now });
	}
	return room;
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
	await Promise.all(others.map(({ id }) => portal.files.remove(id)));
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
 * The picture itself, for the person and for who has the person's caseload. That staff looked is written down.
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
	const bytes = await portal.files.get(proofId);
	if (bytes === null) throw new Error(`the file of proof ${proofId} is gone`);
	if (actor.kind !== 'resident') {
		await portal.store.write(moment.now, async (_tx, log) => {
			log({ actor: actor.id, action: 'proof.read', subject: proofId, personId });
		});
	}
	return { bytes, contentType };
}

const problemOf = {
	empty: 'fileDamaged',
	'too-large': 'fileTooLarge',
	'not-an-image': 'fileKind',
	'unsupported-type': 'fileKind',
	damaged: 'fileDamaged',
	'too-many-pixels': 'fileTooManyPixels',
	'took-too-long': 'fileSlow',
} as const satisfies Record<RefusedImage['reason'], ProblemKey>;

async function put(portal: Portal, image: SafeImage): Promise<Stored> {
	const { bytes, contentType, width, height } = image;
	const id = newId();
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	await portal.files.put(id, bytes);
	return { id, contentType, width, height, sha256, byteCount: bytes.length };
}
