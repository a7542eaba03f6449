import { pack, unpack } from '#lib/phone/parcel.ts';
import type { Portal } from '../portal.ts';

/**
 * Keeps photos as they came from a phone until their draft is sent, in place of what was kept for it before. They are on
 * the disk, sealed, when this resolves: the draft may then say how many there are.
 */
export async function keepPhotos(portal: Portal, draftId: string, photos: readonly Blob[]) {
	const files = await Promise.all(
		photos.map(async (photo) => {
			const bytes = new Uint8Array(await photo.arrayBuffer());
			return { name: '', type: photo.type, bytes };
		}),
	);
	const head = { id: draftId, owner: '', kind: 'hours', madeAt: 0, isWhole: false, fields: {} };
	await portal.draftPhotos.put(draftId, pack({ ...head, kind: 'hours', files }));
}

/** The photos that wait for a draft. Throws where what was kept does not read back. */
export async function keptPhotos(portal: Portal, draftId: string): Promise<Blob[]> {
	const kept = await portal.draftPhotos.get(draftId);
	if (kept === null) return [];
	const parcel = unpack(kept);
	if (parcel === null) throw new Error(`the photos of draft ${draftId} do not read back`);
	return parcel.files.map(({ bytes, type }) => new Blob([new Uint8Array(bytes)], { type }));
}
