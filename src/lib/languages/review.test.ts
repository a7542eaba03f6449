import { describe, expect, it } from 'vitest';
import { messageHash } from './freshness.ts';
import type { Review } from './freshness.ts';
import { catalogues, isReviewed, isReviewedIn } from './review.ts';
import reviews from '../../../messages/review.json' with { type: 'json' };

const dutch = 'Uw plan is klaar.';
const turkish = 'Planınız hazır.';
const own = { ...catalogues, nl: { plan_ready: dutch }, tr: { plan_ready: turkish } };
const approval = {
	source: messageHash(dutch),
	translation: messageHash(turkish),
	state: 'approved',
	translator: 'translator',
	reader: 'reader',
	by: 'operator',
	on: '2026-11-20',
} satisfies Review;

describe('a reviewed message', () => {
	it('is reviewed as long as neither the Dutch nor the translation changed', () => {
		const approved = { plan_ready: { tr: approval } };
		expect(isReviewedIn(approved, own, 'plan_ready', 'tr')).toBe(true);
		const otherDutch = { ...own, nl: { plan_ready: 'Uw plan is af.' } };
		expect(isReviewedIn(approved, otherDutch, 'plan_ready', 'tr')).toBe(false);
		const otherTurkish = { ...own, tr: { plan_ready: 'Plan hazır.' } };
		expect(isReviewedIn(approved, otherTurkish, 'plan_ready', 'tr')).toBe(false);
	});

	it('is not reviewed while nobody approved it', () => {
		for (const state of ['translated', 'checked'] as const) {
			const waiting = { plan_ready: { tr: { ...approval, state } } };
			expect(isReviewedIn(waiting, own, 'plan_ready', 'tr'), state).toBe(false);
		}
	});

	it('is reviewed per language and per message', () => {
		const approved = { plan_ready: { tr: approval } };
		expect(isReviewedIn(approved, own, 'plan_ready', 'ar')).toBe(false);
		expect(isReviewedIn(approved, own, 'plan_other', 'tr')).toBe(false);
		expect(isReviewedIn({}, own, 'plan_ready', 'tr')).toBe(false);
		expect(isReviewedIn({}, own, 'plan_ready', 'nl')).toBe(true);
	});
});

it('the file of approvals names messages that exist', () => {
	expect(Object.keys(catalogues.nl)).toEqual(expect.arrayContaining(Object.keys(reviews)));
	expect(isReviewed('no_such_message', 'ar')).toBe(false);
});

it('hashes by FNV-1a, variants included', () => {
	// The published 64-bit values for "" and "a", here around the quotes that JSON adds.
	expect(messageHash('')).toBe(fnv1a('""'));
	expect(messageHash('a')).toBe(fnv1a('"a"'));
	expect(fnv1a('')).toBe('cbf29ce484222325');
	expect(fnv1a('a')).toBe('af63dc4c8601ec8c');
	expect(messageHash([{ match: { 'x=one': 'é' } }])).not.toBe(
		messageHash([{ match: { 'x=one': 'e' } }]),
	);
});

function fnv1a(text: string): string {
	let hash = 14695981039346656037n;
	for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 1099511628211n) % 2n ** 64n;
	return hash.toString(16).padStart(16, '0');
}
