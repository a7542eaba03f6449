import type { HourEvent } from './entry.ts';

/**
 * What happened to an entry as its person is told it: a decision that was undone within seconds is left out, and one
 * line says that there was one. The ledger keeps both.
 */
export function storyOf(events: readonly HourEvent[]): HourEvent[] {
	const undone = new Set(events.map(({ undoes }) => undoes));
	return events.filter(({ number }) => !undone.has(number));
}
