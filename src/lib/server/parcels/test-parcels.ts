import { createHash } from 'node:crypto';
import { newParcelId, pack, type Parcel } from '#lib/phone/parcel.ts';
import { seal } from '#lib/phone/seal.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { ownerOf, sealPairOf } from '../phones/phones.ts';
import type { Made } from './made.ts';
import * as parcels from './parcels.ts';

/** A parcel as a phone holds it: sealed, under its id. */
export interface Sealed {
	readonly id: string;
	readonly sealedHash: string;
	readonly bytes: Uint8Array;
}

/** Seals something as the phone of somebody does, with the newest key or an older one. */
export async function sealed(
	{ id: accountId, portal }: Pick<Resident, 'id' | 'portal'>,
	differing: Partial<Parcel> = {},
	version = portal.keyring.newestVersion,
): Promise<Sealed> {
	const owner = ownerOf(portal, accountId);
	const parcel: Parcel = {
		id: newParcelId(),
		owner,
		kind: 'hours',
		madeAt: 0,
		isWhole: true,
		fields: {},
		files: [],
		...differing,
	};
	const pair = await sealPairOf(portal, version);
	if (!pair) throw new Error(`no key ${version}`);
	const key = { version, publicKey: pair.publicKey };
	const bytes = await seal(pack(parcel), { id: parcel.id, owner: parcel.owner }, key);
	return { id: parcel.id, sealedHash: hashOf(bytes), bytes };
}

export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('base64url');
}

/** Sends a parcel from where the server is, in parts, and takes it: what a phone does with the endpoint. */
export async function sent(
	actor: Resident,
	{ bytes, id, sealedHash }: Sealed,
	made: (parcel: Parcel) => Made | null,
	moment: Moment,
	partBytes = 100_000,
): Promise<parcels.ParcelOutcome> {
	const whole = { id, sealedHash, length: bytes.length };
	let offset = await parcels.offsetOf(actor, whole);
	for (;;) {
		const part = bytes.subarray(offset, offset + partBytes);
		const progress = await parcels.receive(actor, whole, offset, part, moment);
		if (progress.state === 'taken') return progress.outcome;
		if (progress.state === 'more') offset = progress.offset;
		else if (progress.state === 'whole') break;
		else throw new Error(progress.state);
	}
	const opened = await parcels.open(actor, whole);
	// Another request may have taken it and cleared it in between: then it is told so.
	if (opened.state === 'damaged') return sent(actor, { bytes, id, sealedHash }, made, moment);
	if (opened.state !== 'open') throw new Error(opened.state);
	const { files, madeAt } = opened.parcel;
	const content = {
		made: made(opened.parcel),
		photos: files.map((file) => new Blob([new Uint8Array(file.bytes)], { type: file.type })),
		madeAt,
	};
	const outcome = await parcels.take(actor, whole, content, moment);
	await parcels.forget(actor, whole);
	return outcome;
}
