import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();

/**
 * Runs a transaction's work so that a further transaction inside it is refused at once. On SQLite it would wait for
 * the one it stands in, and so for ever.
 */
export function alone<T>(work: () => Promise<T>): Promise<T> {
	return inside.run(true, work);
}

/** Throws when this stands inside the work of another transaction. */
export function refuseNesting() {
	if (inside.getStore()) throw new Error('a transaction was begun inside another one');
}
