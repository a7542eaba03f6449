import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Keeps what the demo's provider must remember between two requests; gone with the process, as it should be. */
export class ProviderMemory implements Adapter {
	readonly #kept: Map<string, AdapterPayload>;

	constructor(name: string) {
		this.#kept = memories.get(name) ?? new Map<string, AdapterPayload>();
		memories.set(name, this.#kept);
	}

	upsert(id: string, payload: AdapterPayload): Promise<void> {
		this.#kept.set(id, payload);
		return Promise.resolve();
	}

	find(id: string): Promise<AdapterPayload | undefined> {
		return Promise.resolve(this.#kept.get(id));
	}

	findByUid(uid: string): Promise<AdapterPayload | undefined> {
		return this.#first((payload) => payload.uid === uid);
	}

	findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
		return this.#first((payload) => payload.userCode === userCode);
	}

	consume(id: string): Promise<void> {
		const payload = this.#kept.get(id);
		// The library compares it with its own clock in seconds; that it was used is all the demo needs.
		if (payload) this.#kept.set(id, { ...payload, consumed: 1 });
		return Promise.resolve();
	}

	destroy(id: string): Promise<void> {
		this.#kept.delete(id);
		return Promise.resolve();
	}

	revokeByGrantId(grantId: string): Promise<void> {
		for (const [id, payload] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id);
		return Promise.resolve();
	}

	#first(fits: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
		return Promise.resolve([...this.#kept.values()].find(fits));
	}
}

/** One per kind of thing (sessions, grants, codes …). */
const memories = new Map<string, Map<string, AdapterPayload>>();
