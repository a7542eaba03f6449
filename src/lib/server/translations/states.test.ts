import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	after,
	transitions,
	translationEvents,
	type TranslationEvent,
	type TranslationState,
} from './states.ts';

it('can do exactly what the table says', () => {
	const all = Object.entries(transitions).flatMap(([from, can]) =>
		Object.entries(can).map(([event, to]) => `${from} ${event} ${to}`),
	);
	expect(all).toEqual([
		'none bring machine',
		'none translate translated',
		'machine bring machine',
		'machine translate translated',
		'translated translate translated',
		'translated check checked',
		'translated doubt translated',
		'checked translate translated',
		'checked doubt translated',
		'checked approve approved',
		'approved translate translated',
		'approved withdraw checked',
	]);
});

/**
 * A model that knows only who touched these words: whatever happens in whatever order, approved words were written by
 * somebody, found right after they were last written, and approved after that.
 */
it('lets no words be approved that nobody checked since they were written', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...translationEvents), { maxLength: 40 }), (events) => {
			let state: TranslationState | 'none' = 'none';
			let since: TranslationEvent[] = [];
			for (const event of events) {
				const next: TranslationState | null = after(state, event);
				if (next === null) continue;
				state = next;
				since = event === 'translate' ? ['translate'] : [...since, event];
				if (event === 'doubt') since = since.filter((each) => each !== 'check');
				if (state === 'approved') {
					expect(since[0]).toBe('translate');
					expect(since.indexOf('check')).toBeGreaterThan(0);
					expect(since.lastIndexOf('approve')).toBeGreaterThan(since.lastIndexOf('check'));
				}
				if (event === 'translate') expect(state).toBe('translated');
				if (event === 'bring') expect(state).toBe('machine');
			}
		}),
		{ numRuns: 2000 },
	);
});
