import { createHash } from 'node:crypto';
import { newParcelId, pack, type Parcel } from '#lib/phone/parcel.ts';
import { seal, type SealKey } from '#lib/phone/seal.ts';
import type { Waiting } from './world.ts';

const partBytes = 100_000;

/** What the portal tells a phone with which somebody is signed in. */
export interface Keys {
	readonly owner: string;
	readonly seal: SealKey;
}

/** A phone without a connection: it holds sealed parcels and knows how far each has come. */
export class Phone {
	readonly #address: string;
	readonly #session: string;
	readonly #keys: Keys;

	constructor(address: string, session: string, keys: Keys) {
		this.#address = address;
		this.#session = session;
		this.#keys = keys;
	}

	static async signedIn(address: string, session: string): Promise<Phone> {
		const answer = await fetch(`${address}/telefoon/sleutels`, { headers: cookie(session) });
		if (!answer.ok) throw new Error(`no keys: ${answer.status}`);
		return new Phone(address, session, (await answer.json()) as Keys);
	}

	/** Seals hours; the same id again is the same thing with more in it. */
	async sealed(
		hours: Omit<Waiting, 'session' | 'draftId'>,
		isWhole: boolean,
		photo: Uint8Array,
		id = newParcelId(),
	) {
		const { owner, seal: key } = this.#keys;
		const fields = {
			activity: 'volunteering',
			organisation: 'Buurthuis',
			doneOn: isWhole ? '2026-11-20' : '',
			minutes: String(hours.minutes),
			dutchSpoken: 'yes',
			together: 'yes',
		};
		const files = hours.withPhoto ? [{ name: '', type: 'image/jpeg', bytes: photo }] : [];
		const parcel: Parcel = { id, owner, kind: 'hours', madeAt: 0, isWhole, fields, files };
		return { id, bytes: await seal(pack(parcel), { id, owner }, key) };
	}

	/**
	 * Goes on sending where the portal is, and gives what became of it; throws when the connection is lost, as phones do
	 * all the time.
	 */
	async send(id: string, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<string> {
		const sealedHash = createHash('sha256').update(bytes).digest('base64url');
		const url = `${this.#address}/pakket/${id}`;
		const headers = { ...cookie(this.#session), origin: this.#address, 'x-seal': sealedHash };
		const asked = await fetch(url, { method: 'HEAD', headers, signal });
		let offset = offsetOf(asked);
		for (;;) {
			const answer = await fetch(url, {
				method: 'PATCH',
				signal,
				headers: {
					...headers,
					'content-type': 'application/offset+octet-stream',
					'upload-offset': String(offset),
					'upload-length': String(bytes.length),
					'x-owner': this.#keys.owner,
				},
				body: bytes.slice(offset, offset + partBytes),
			});
			const body = await answer.text();
			if (answer.status === 200) return outcomeOf(body, id);
			offset = offsetOf(answer);
		}
	}
}

function cookie(session: string) {
	return { cookie: `__Host-session=${session}` };
}

function offsetOf(answer: Response): number {
	const offset = answer.headers.get('upload-offset');
	if (offset === null || ![200, 204, 409].includes(answer.status)) {
		throw new Error(`the portal answers ${answer.status}`);
	}
	return Number(offset);
}

function outcomeOf(body: string, id: string): string {
	const said = JSON.parse(body) as { id: string; outcome: string };
	if (said.id !== id) throw new Error(`the portal answers about ${said.id}`);
	return said.outcome;
}
