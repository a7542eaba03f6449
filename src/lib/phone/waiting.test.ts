import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredParcel } from './database.ts';
import type { Sent } from './send.ts';
import { after, aged, draftUntil, dropped, due, isLeft, noteOf, recent } from './waiting.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.UTC(2026, 10, 23, 9, 30);

const parcel: StoredParcel = {
	id: 'AAAAAAAAAAAAAAAAAAAAAA',
	owner: 'amina',
	kind: 'hours',
	what: 'hours',
	madeAt: now - minute,
	state: 'waiting',
	attempts: 0,
	nextAt: 0,
	problem: null,
	bytes: 3,
	sealed: new ArrayBuffer(3),
	own: null,
	overdueAt: null,
};

const taken = (outcome: 'received' | 'draft' | 'refused'): Sent => ({
	kind: 'taken',
	outcome,
	at: '/uren/AAAAAAAAAAAAAAAAAAAAAA',
	reason: 'noRights',
	withoutPhotos: false,
});

describe('what is tried now', () => {
	const tried = (parcels: StoredParcel[], reason: Parameters<typeof due>[1]['reason'] = 'start') =>
		due(parcels, { owner: 'amina', now, reason }).map(({ id }) => id);

	test('in the order in which it was made, and only of who signed in', () => {
		const parcels = [
			{ ...parcel, id: 'second', madeAt: now - 2 },
			{ ...parcel, id: 'of another', owner: 'selam' },
			{ ...parcel, id: 'first', madeAt: now - 3 },
		];
		expect(tried(parcels)).toEqual(['first', 'second']);
		expect(due(parcels, { owner: undefined, now, reason: 'asked' })).toEqual([]);
	});

	test('what was just tried and what was refused is not', () => {
		expect(due([parcel], { owner: 'amina', now, reason: 'asked' }, new Set([parcel.id]))).toEqual(
			[],
		);
		expect(tried([{ ...parcel, state: 'refused' }], 'asked')).toEqual([]);
		expect(tried([{ ...parcel, sealed: null }], 'asked')).toEqual([]);
	});

	test('what was on its way when the browser was killed is tried again', () => {
		expect(tried([{ ...parcel, state: 'sending' }])).toEqual([parcel.id]);
	});

	test('a pause is kept, but not when the person asks', () => {
		const paused = { ...parcel, nextAt: now + minute };
		expect(tried([paused])).toEqual([]);
		expect(tried([paused], 'asked')).toEqual([parcel.id]);
	});

	test('a pause that a wrong clock wrote is none', () => {
		expect(tried([{ ...parcel, nextAt: now + day }])).toEqual([parcel.id]);
	});

	test('a draft waits for its maker, longer where it can be opened again', () => {
		const draft = { ...parcel, state: 'draft' } as const;
		expect(tried([{ ...draft, nextAt: draftUntil(now, false) }], 'asked')).toEqual([]);
		expect(tried([{ ...draft, nextAt: draftUntil(now - 31 * minute, false) }])).toEqual([
			parcel.id,
		]);
		expect(tried([{ ...draft, nextAt: draftUntil(now - 31 * minute, true) }])).toEqual([]);
		expect(tried([{ ...draft, nextAt: draftUntil(now, true) }], 'sign-out')).toEqual([parcel.id]);
	});
});

describe('what an answer changes', () => {
	test('it leaves the phone only when it was received or is a draft online', () => {
		expect(after(parcel, taken('received'), now, 0)).toBeNull();
		expect(after(parcel, taken('draft'), now, 0)).toBeNull();
	});

	test('what was refused because there is no plan yet can be sent again', () => {
		const refused = { ...taken('refused'), reason: 'noPlan' } as Sent;
		expect(after(parcel, refused, now, 0)).toMatchObject({ sealed: parcel.sealed });
	});

	test('what was refused stays with its reason, and no longer with its content', () => {
		expect(after(parcel, taken('refused'), now, 0)).toMatchObject({
			state: 'refused',
			problem: 'noRights',
			sealed: null,
		});
	});

	test('what could not be opened stays whole', () => {
		const kept = after(parcel, { kind: 'refused', reason: null }, now, 0);
		expect(kept).toMatchObject({ state: 'refused', sealed: parcel.sealed });
	});

	test.each(['signedOut', 'otherPerson', 'noConnection'] as const)('%s costs no try', (kind) => {
		const kept = after({ ...parcel, state: 'sending' }, { kind }, now, 0);
		expect(kept).toMatchObject({ state: 'waiting', attempts: 0, nextAt: 0 });
	});

	test('pauses grow, to an hour at most, and what the server asks for is kept', () => {
		const pause = (attempts: number, chance: number, afterMs: number | null = null) => {
			const sent = { kind: 'later', reason: null, afterMs } as const;
			return (after({ ...parcel, attempts }, sent, now, chance)?.nextAt ?? 0) - now;
		};
		expect(pause(0, 1)).toBe(30_000);
		expect(pause(0, 0)).toBe(15_000);
		expect(pause(3, 1)).toBe(240_000);
		expect(pause(1000, 1)).toBe(60 * minute);
		expect(pause(0, 1, 120_000)).toBe(120_000);
	});

	test('no answer but those two makes a parcel leave', () => {
		const sent = fc.constantFrom<Sent>(
			taken('refused'),
			{ kind: 'refused', reason: null },
			{ kind: 'later', reason: null, afterMs: null },
			{ kind: 'signedOut' },
			{ kind: 'otherPerson' },
			{ kind: 'noConnection' },
		);
		const state = fc.constantFrom('draft', 'waiting', 'sending', 'refused');
		fc.assert(
			fc.property(sent, state, fc.nat(), (sent, state, attempts) => {
				expect(after({ ...parcel, state, attempts }, sent, now, 0.5)).not.toBeNull();
			}),
		);
	});

	test('what left is told, what stays is not', () => {
		expect(noteOf(parcel, taken('received'), now)).toMatchObject({
			outcome: 'received',
			at: '/uren/AAAAAAAAAAAAAAAAAAAAAA',
		});
		expect(noteOf(parcel, taken('refused'), now)).toBeNull();
		expect(noteOf(parcel, { kind: 'noConnection' }, now)).toBeNull();
	});
});

describe('how long anything stays', () => {
	const old = { ...parcel, madeAt: now - 15 * day };

	test('14 days, and then a day more in which it may still be sent', () => {
		expect(aged({ ...parcel, madeAt: now - 14 * day }, now)).toMatchObject({ overdueAt: null });
		const first = aged(old, now);
		expect(first).toMatchObject({ overdueAt: now });
		expect(first && aged(first, now + day - 1)).not.toBeNull();
		expect(first && aged(first, now + day)).toBeNull();
	});

	test('a clock that was wrong for a while takes nothing away', () => {
		const inJune = Date.UTC(2027, 5, 1);
		const looked = aged(parcel, inJune);
		expect(looked).toMatchObject({ overdueAt: inJune });
		expect(looked && aged(looked, now)).toMatchObject({ overdueAt: null });
	});

	test('what was made by a clock of 1970 is first tried', () => {
		const made = { ...parcel, madeAt: 60_000 };
		expect(aged(made, now)).not.toBeNull();
		expect(due([made], { owner: 'amina', now, reason: 'start' })).toHaveLength(1);
	});

	test('what went is told for 14 days', () => {
		const told = dropped(old, now);
		expect(told).toMatchObject({ outcome: 'dropped', what: 'hours' });
		expect(recent([told], now + 14 * day)).toEqual([told]);
		expect(recent([told], now + 15 * day)).toEqual([]);
	});
});

test('something is left as long as it could be sent without the person', () => {
	expect(isLeft([parcel], 'amina')).toBe(true);
	expect(isLeft([parcel], 'selam')).toBe(false);
	expect(
		isLeft(
			[
				{ ...parcel, state: 'refused' },
				{ ...parcel, state: 'draft' },
			],
			'amina',
		),
	).toBe(false);
});
