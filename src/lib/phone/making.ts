import { setting, type StoredParcel } from './database.ts';
import { ownKey } from './keys.ts';
import { pack, type Parcel, unpack } from './parcel.ts';
import { seal } from './seal.ts';

/** More does not fit in one parcel, in bytes; the server takes as much. */
export const mostBytes = 50 * 1024 * 1024 - 1024;

/** What is made on this phone, without what the phone itself adds to it. */
export type Made = Omit<Parcel, 'owner'>;

/** How it is kept. */
export interface Keeping {
	readonly what: StoredParcel['what'];
	readonly state: 'draft' | 'waiting';
	/** Before this it is not tried, in ms UTC. */
	readonly nextAt: number;
	/** Whether its maker is to see it again here; only possible on an own phone. */
	readonly isShown: boolean;
	/** For whom it is made, where that was known before: it is not kept as that of who signed in here since. */
	readonly owner?: string;
}

/**
 * Makes what is kept of a parcel: sealed to the server at once and, where its maker is to see it again on an own phone,
 * encrypted with the key of that phone. Null where nobody signed in on this phone yet, or where it is somebody else's.
 */
export async function wrapped(
	made: Made,
	keeping: Keeping,
): Promise<StoredParcel | 'tooLarge' | null> {
	const [owner, key] = await Promise.all([setting('owner'), setting('seal')]);
	if (owner === undefined || key === undefined) return null;
	if (keeping.owner !== undefined && keeping.owner !== owner) return null;
	const { id, kind, madeAt } = made;
	const packed = pack({ ...made, owner });
	if (packed.length > mostBytes) return 'tooLarge';
	const sealed = await seal(packed, { id, owner }, key);
	const { what, state, nextAt, isShown } = keeping;
	return {
		id,
		owner,
		kind,
		what,
		madeAt,
		state,
		attempts: 0,
		nextAt,
		problem: null,
		bytes: sealed.length,
		sealed: sealed.buffer,
		own: isShown ? await locked(packed, id, owner) : null,
		overdueAt: null,
	};
}

/** What its maker may see again; null on a shared phone, after signing out, and of what is somebody else's. */
export async function opened(parcel: StoredParcel): Promise<Parcel | null> {
	const key = parcel.own && (await ownKey().catch(() => null));
	if (!parcel.own || !key) return null;
	try {
		const how = boxOf(parcel.own.iv, parcel.id, parcel.owner);
		return unpack(new Uint8Array(await crypto.subtle.decrypt(how, key, parcel.own.data)));
	} catch {
		return null;
	}
}

async function locked(
	packed: BufferSource,
	id: string,
	owner: string,
): Promise<StoredParcel['own']> {
	const key = await ownKey().catch(() => null);
	if (!key) return null;
	const iv = crypto.getRandomValues(new Uint8Array(12));
	return { iv, data: await crypto.subtle.encrypt(boxOf(iv, id, owner), key, packed) };
}

function boxOf(iv: Uint8Array<ArrayBuffer>, id: string, owner: string): AesGcmParams {
	return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${id}|${owner}`) };
}

/** A photo as it goes along. */
export async function fileOf(file: File): Promise<Parcel['files'][number]> {
	return { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}
