import { createHash } from 'node:crypto';
import { type Parcel, unpack } from '#lib/phone/parcel.ts';
import { sealVersion } from '#lib/phone/seal.ts';
import { unseal } from '#lib/phone/unseal.ts';
import type { Resident } from '../access/access.ts';
import { queue } from '../outside/queue.ts';
import { sealPairOf } from '../phones/phones.ts';
import { uploadOf } from './receive.ts';
import type { Whole } from './taken.ts';

/** What a parcel turned out to be. */
export type Opened =
	| { readonly state: 'open'; readonly parcel: Parcel }
	/** These are not the bytes that were sealed: they have to come again, from the first. */
	| { readonly state: 'damaged' }
	/** It is of a key that came after this process started: later it opens. */
	| { readonly state: 'keyUnknown' }
	/** It never opens: not sealed for this portal, not under this id, or not by this person. */
	| { readonly state: 'unreadable' };

/** A large parcel lies in memory several times while it is opened. */
const inTurn = queue(2);

/** Opens a parcel of which every byte is there; what cannot be opened is cleared. */
export function open(actor: Resident, whole: Whole): Promise<Opened> {
	return inTurn(async () => {
		const upload = uploadOf(actor, whole);
		const { keyring, uploads } = actor.portal;
		const sealed = (await uploads.read(upload)) ?? Buffer.alloc(0);
		const hash = createHash('sha256').update(sealed).digest('base64url');
		if (hash !== whole.sealedHash) {
			await uploads.remove(upload);
			return { state: 'damaged' };
		}
		const version = sealVersion(sealed);
		if (version !== null && version > keyring.newestVersion) return { state: 'keyUnknown' };
		const pair = version === null ? null : await sealPairOf(actor.portal, version);
		const packed = pair && (await unseal(sealed, upload, pair.privateKey));
		const parcel = packed && unpack(packed);
		if (parcel?.id !== upload.id || parcel.owner !== upload.owner) {
			await uploads.remove(upload);
			return { state: 'unreadable' };
		}
		return { state: 'open', parcel };
	});
}
