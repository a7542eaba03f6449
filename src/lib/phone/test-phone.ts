import { vi } from 'vitest';

/** A phone for tests: its database and its caches in memory instead of those of a browser. */
export function testPhone() {
	const stores = { parcels: new Map<string, unknown>(), settings: new Map<string, unknown>() };
	const kept = new Map<string, Map<string, Response>>();
	type Name = keyof typeof stores;

	vi.resetModules();
	vi.doMock('idb', () => ({ openDB: () => Promise.resolve(db) }));
	vi.doMock('workbox-precaching', () => ({ matchPrecache: () => Promise.resolve(undefined) }));
	vi.stubGlobal('location', new URL('https://portal.example/'));
	vi.stubGlobal('dispatchEvent', () => true);
	vi.stubGlobal('caches', {
		delete: (name: string) => Promise.resolve(kept.delete(name)),
		has: (name: string) => Promise.resolve(kept.has(name)),
		match: (path: string) =>
			Promise.resolve([...kept.values()].map((each) => each.get(path)?.clone()).find(Boolean)),
		open: (name: string) => Promise.resolve(cacheOf(name)),
	});

	const db = {
		get: (name: Name, key: string) => Promise.resolve(stores[name].get(key)),
		getAll: (name: Name) => Promise.resolve([...stores[name].values()]),
		transaction: (name: Name) => ({ store: storeOf(name), done: Promise.resolve() }),
	};

	function storeOf(name: Name) {
		return {
			get: (key: string) => Promise.resolve(stores[name].get(key)),
			put: (value: { id?: string }, key = value.id ?? '') =>
				Promise.resolve(stores[name].set(key, value)),
			delete: (key: string) => Promise.resolve(stores[name].delete(key)),
		};
	}

	/** As the specification has it: what is put again comes last. */
	function cacheOf(name: string) {
		const cache = kept.get(name) ?? new Map<string, Response>();
		kept.set(name, cache);
		const pathOf = (asked: string | { url: string }) =>
			typeof asked === 'string' ? asked : new URL(asked.url).pathname;
		return {
			match: (asked: string | { url: string }) =>
				Promise.resolve(cache.get(pathOf(asked))?.clone()),
			put: (asked: string | { url: string }, answer: Response) => {
				cache.delete(pathOf(asked));
				return Promise.resolve(cache.set(pathOf(asked), answer));
			},
			delete: (asked: string | { url: string }) => Promise.resolve(cache.delete(pathOf(asked))),
			keys: () =>
				Promise.resolve(
					[...cache.keys()].map((path) => ({ url: new URL(path, location.href).href })),
				),
		};
	}

	/** The server, by path; what is not named there has no connection. */
	function serve(answers: Record<string, () => Response>) {
		const fetched = vi.fn((path: string) => {
			const answer = answers[path];
			return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no connection'));
		});
		vi.stubGlobal('fetch', fetched);
		return fetched;
	}

	function end() {
		vi.doUnmock('idb');
		vi.doUnmock('workbox-precaching');
		vi.unstubAllGlobals();
		vi.resetModules();
	}

	return { ...stores, cacheOf, kept, serve, end };
}
