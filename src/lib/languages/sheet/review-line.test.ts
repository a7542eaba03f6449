import { describe, expect, it } from 'vitest';
import { messageHash } from '../freshness.ts';
import { isReviewedIn } from '../review.ts';
import { reviewAfter } from './review-line.ts';
import type { Claim } from './review-line.ts';
import { approval, ar, nl, texts } from './sample-texts.ts';
import { entryOf } from './standing.ts';
import type { Entry } from './standing.ts';

const bringing = { by: 'Kim', on: '2026-11-22', approves: false };
const text = 'عندك حتى {day}. سيساعدك {who}.';
const claims = (claim: Partial<Claim>): Claim => ({
	state: 'machine',
	translator: '',
	reader: '',
	backTranslation: undefined,
	...claim,
});
const approved = entryOf(texts, 'ar', 'plan_until') as Entry;
const machine: Entry = { ...approved, review: undefined, standing: 'machine' };
const checked: Entry = {
	...approved,
	standing: 'checked',
	review: { ...approval, state: 'checked' },
};
const stale: Entry = { ...approved, standing: 'stale' };
const both = { translator: 'Amal', reader: 'Basil' };

it('approving takes the mark from exactly this text', () => {
	const after = reviewAfter(machine, ar.plan_until, claims({ state: 'approved', ...both }), {
		...bringing,
		approves: true,
	});
	if (!after.ok || after.review === undefined) throw new Error('refused');
	expect(after.review).toMatchObject({ state: 'approved', by: 'Kim', on: '2026-11-22', ...both });
	const reviews = { plan_until: { ar: after.review } };
	expect(isReviewedIn(reviews, texts.catalogues, 'plan_until', 'ar')).toBe(true);
	const other = { ...texts.catalogues, ar: { ...ar, plan_until: text } };
	expect(isReviewedIn(reviews, other, 'plan_until', 'ar')).toBe(false);
	expect(after.review.source).toBe(messageHash(nl.plan_until));
});

describe('who did what', () => {
	it.each<[string, Entry, string, Partial<Claim>, string, RegExp]>([
		[
			'approval without being asked for',
			checked,
			ar.plan_until,
			{ state: 'approved', ...both },
			'state',
			/--approve/,
		],
		[
			'approval of a new text',
			approved,
			text,
			{ state: 'approved', ...both, reader: 'Cas' },
			'state',
			/--approve/,
		],
		[
			'a new text under an old reading',
			checked,
			text,
			{ state: 'checked', ...both },
			'state',
			/another than the one that Basil read/,
		],
		[
			'a new text under an old approval',
			approved,
			text,
			{ state: 'approved', ...both },
			'state',
			/another than the one/,
		],
		['no translator', machine, text, { state: 'translated' }, 'translator', /Say who translated/],
		[
			'no reader',
			machine,
			text,
			{ state: 'checked', translator: 'Amal' },
			'reader',
			/Say who read/,
		],
		[
			'the translator as reader',
			machine,
			text,
			{ state: 'checked', translator: 'Amal K.', reader: 'amal k' },
			'reader',
			/another person/,
		],
		[
			'a reader of what is only translated',
			machine,
			text,
			{ state: 'translated', ...both },
			'reader',
			/it is "checked"/,
		],
		['a person at a machine', machine, text, { translator: 'Amal' }, 'state', /say "translated"/],
		['a reader at a machine', machine, text, { reader: 'Basil' }, 'state', /say "checked"/],
		[
			'a back-translation at a machine',
			machine,
			text,
			{ backTranslation: 'U hebt' },
			'state',
			/back-translation/,
		],
		[
			'a name without end',
			machine,
			text,
			{ state: 'translated', translator: 'A'.repeat(81) },
			'translator',
			/80 characters/,
		],
		['stale that is not', machine, ar.plan_until, { state: 'stale' }, 'state', /Nothing is stale/],
		['stale with a new text', stale, text, { state: 'stale', ...both }, 'state', /no longer stale/],
	])('%s is refused', (_, entry, given, claim, column, says) => {
		const after = reviewAfter(entry, given, claims(claim), bringing);
		expect(after).toMatchObject({ ok: false, column });
		expect(after.ok ? '' : after.says).toMatch(says);
	});

	it('keeps the very review when nothing changed', () => {
		const same = reviewAfter(
			approved,
			approved.source,
			claims({ state: 'approved', ...both }),
			bringing,
		);
		expect(same.ok && same.review).toBe(approval);
		const old = reviewAfter(stale, stale.source, claims({ state: 'stale', ...both }), bringing);
		expect(old.ok && old.review).toBe(approval);
	});

	it('may take an approval back, and a whole review', () => {
		expect(
			reviewAfter(approved, approved.source, claims({ state: 'checked', ...both }), bringing),
		).toMatchObject({ ok: true, review: { state: 'checked' } });
		expect(reviewAfter(approved, approved.source, claims({}), bringing)).toEqual({
			ok: true,
			review: undefined,
		});
	});

	it('keeps a back-translation with the review', () => {
		const back = { one: 'Nog een uur', other: 'Nog uren' };
		const after = reviewAfter(
			machine,
			text,
			claims({ state: 'translated', translator: 'Amal', backTranslation: back }),
			bringing,
		);
		expect(after.ok && after.review?.backTranslation).toEqual(back);
	});
});
