import { eq } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as proofs from '../proofs/proofs.ts';
import { longestNote } from './content.ts';
import { act } from './act.ts';
import { permittedRow } from './entry.ts';
import type { EntryRow } from './ledger.ts';

/** What the person says to a question: own words in any language, photos, or both. */
export interface Answer {
	readonly text: string | null;
	readonly photos: readonly Blob[];
}

/**
 * Answers the question that stands open; the entry goes back to who decides. Refused when there is nothing in the
 * answer (`answer`), when a photo cannot be taken (`photo`), or when no question is open any more (`form`).
 */
export async function answer(
	actor: Resident,
	entryId: string,
	{ text, photos }: Answer,
	moment: Moment,
): Promise<Outcome<null>> {
	const row = await permittedRow(actor, entryId, 'hours.declare');
	if (!text && photos.length === 0) return refused({ answer: 'missing' });
	if (text && text.length > longestNote) return refused({ answer: 'tooLong' });
	if (photos.length > 0 && row.state === 'asked') {
		const added = await addPhotosTo(actor, row, photos, moment);
		if (!added.ok) return added;
	}
	const happening = { kind: 'answered', confirmedMinutes: 0, note: text } as const;
	return act(actor, entryId, 'hours.declare', () => done(happening), moment);
}

/** Takes the declaration back. Refused (`form`) once there is a decision. */
export async function withdraw(
	actor: Resident,
	entryId: string,
	moment: Moment,
): Promise<Outcome<null>> {
	const happening = { kind: 'withdrawn', confirmedMinutes: 0 } as const;
	return act(actor, entryId, 'hours.declare', () => done(happening), moment);
}

/**
 * Adds photos to an entry that was sent. Refused under `photo` when one cannot be taken or none is there, and under
 * `form` once there is a decision.
 */
export async function addPhotos(
	actor: Resident,
	entryId: string,
	photos: readonly Blob[],
	moment: Moment,
): Promise<Outcome<null>> {
	const row = await permittedRow(actor, entryId, 'hours.declare');
	if (photos.length === 0) return refused({ photo: 'missing' });
	return addPhotosTo(actor, row, photos, moment);
}

/** Whether photos can still be added: until there is a decision. */
export function takesPhotos({ state }: Pick<EntryRow, 'state'>): boolean {
	return state === 'received' || state === 'asked';
}

/** `addPhotos` for an entry that the actor has been found to own. */
export async function addPhotosTo(
	actor: Resident,
	row: EntryRow,
	photos: readonly Blob[],
	moment: Moment,
): Promise<Outcome<null>> {
	if (!takesPhotos(row)) return refused({ form: 'alreadyDecided' });
	const { portal } = actor;
	const { t } = portal.store;
	const stored = await proofs.store(portal, photos);
	if (!stored.ok) return stored;
	const { isFull, kept } = await portal.store.write(moment.now, async (tx, log) => {
		const [now] = await tx.select().from(t.hourEntries).where(eq(t.hourEntries.id, row.id));
		const attached =
			now && takesPhotos(now)
				? await proofs.attach(tx, log, t, row, stored.value, moment.now)
				: { kept: [], isFull: false };
		const { id: subject, personId } = row;
		const detail = { photos: attached.kept.length };
		log({ actor: actor.id, action: 'proof.add', subject, personId, detail });
		return attached;
	});
	await proofs.discardOthers(portal, stored.value, kept);
	return isFull ? refused({ photo: 'photosTooMany' }) : done(null);
}
