import { describe, expect, it } from 'vitest';
import { isKept, isOfOwner, soonIn } from './pages.ts';

const item = '/agenda/AAAAAAAAAAAAAAAAAAAAAA';

describe('the pages that an own phone keeps', () => {
	it.each(['/vandaag', '/plan', '/plan/versie/2', '/agenda/week/2026-W49', `${item}.2026-11-24`])(
		'keeps %s',
		(path) => {
			expect(isKept(path)).toBe(true);
		},
	);

	it.each(['/berichten', '/uren/nieuw', '/telefoon', '/mijn-toegang', '/plan/papier/1/brief', '/'])(
		'keeps no %s',
		(path) => {
			expect(isKept(path)).toBe(false);
		},
	);

	it('takes from the agenda the coming days and one week', () => {
		const agenda =
			`<a href="${item}.2026-11-24"></a><a href="${item}.2026-11-24#answer"></a>` +
			`<a href="${item}.2026-12-08"></a><a href="/agenda/week/2026-W48"></a>` +
			'<a href="/agenda/week/2026-W49"></a><a href="/agenda/kalender"></a>';
		expect(soonIn(agenda, '2026-12-07')).toEqual([`${item}.2026-11-24`, '/agenda/week/2026-W48']);
	});
});

describe('whose page it is', () => {
	const page = '<head><meta name="meedoen-phone" data-owner="abc" data-mode="own"/></head>';

	it('knows the owner that the page names', () => {
		expect(isOfOwner(page, 'abc')).toBe(true);
	});

	it.each(['', '<head></head>', page.replace('abc', 'abd'), page.replace('"abc"', '"abcd"')])(
		'takes no other page: %s',
		(other) => {
			expect(isOfOwner(other, 'abc')).toBe(false);
		},
	);
});
