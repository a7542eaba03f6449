import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { ownerOf } from '../phones/phones.ts';
import { dayMs, mostBytes, mostInDay, mostUnfinished, mostUnfinishedBytes } from './limits.ts';
import type { ParcelOutcome } from './outcome.ts';
import { taken, takenLength, takenSince, type Whole } from './taken.ts';
import type { Upload } from './uploads.ts';

/** Which sealed bytes of which parcel. */
export type Named = Omit<Whole, 'length'>;

/** How far a parcel has come. */
export type Progress =
	| { readonly state: 'taken'; readonly outcome: ParcelOutcome }
	/** Every byte is there: it can be opened and taken. */
	| { readonly state: 'whole' }
	/** So many bytes are there; the next one comes there. `isElsewhere` where something else was sent. */
	| { readonly state: 'more'; readonly offset: number; readonly isElsewhere: boolean }
	| { readonly state: 'tooLarge' }
	| { readonly state: 'tooMuch' };

/** The upload of a person: nobody else can add to it or find it. */
export function uploadOf({ id: accountId, portal }: Resident, named: Named): Upload {
	const { id, sealedHash } = named;
	return { owner: ownerOf(portal, accountId), id, sealedHash };
}

/** How many bytes of a parcel there are: all of them once it was taken. */
export async function offsetOf(actor: Resident, named: Named): Promise<number> {
	const length = await takenLength(actor, named);
	return length ?? actor.portal.uploads.size(uploadOf(actor, named));
}

/**
 * Writes the next bytes of a parcel, which are on the disk when this resolves. The same bytes twice do no harm, nor do two
 * at once: they are written at their place, and the hash in the name says which they are.
 */
export async function receive(
	actor: Resident,
	parcel: Whole,
	offset: number,
	bytes: Uint8Array,
	moment: Moment,
): Promise<Progress> {
	const outcome = await taken(actor, parcel);
	if (outcome) return { state: 'taken', outcome };
	if (parcel.length > mostBytes || offset + bytes.length > parcel.length) {
		return { state: 'tooLarge' };
	}
	const { uploads } = actor.portal;
	const upload = uploadOf(actor, parcel);
	const there = await uploads.size(upload);
	if (offset !== there) return { state: 'more', offset: there, isElsewhere: true };
	if (bytes.length > 0) {
		const isFirst = there === 0;
		if (await isTooMuch(actor, upload.owner, isFirst, moment)) return { state: 'tooMuch' };
		await uploads.write(upload, offset, bytes);
	}
	const now = offset + bytes.length;
	return now === parcel.length
		? { state: 'whole' }
		: { state: 'more', offset: now, isElsewhere: false };
}

/** What began within the limits may be finished; many that were begun at once fill the disk no further than one more. */
async function isTooMuch(
	actor: Resident,
	owner: string,
	isFirst: boolean,
	{ now }: Moment,
): Promise<boolean> {
	const { bytes, count } = await actor.portal.uploads.waiting(owner);
	if (!isFirst) return bytes >= mostUnfinishedBytes + mostBytes;
	if (count >= mostUnfinished || bytes >= mostUnfinishedBytes) return true;
	return (await takenSince(actor, now - dayMs)) >= mostInDay;
}
