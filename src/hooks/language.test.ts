import { describe, expect, it } from 'vitest';
import { choose } from './language.ts';

describe('the language beside Dutch', () => {
	it.each([
		['', 'nl'],
		['de', 'nl'],
		['de-DE,de;q=0.9', 'nl'],
		['de, tr;q=0.4', 'tr'],
		['prs', 'fa-AF'],
		['prs-AF,en;q=0.5', 'fa-AF'],
		['fa-AF', 'fa-AF'],
		['fa-Arab-AF;q=0.9, en;q=0.1', 'fa-AF'],
		['fa', 'fa'],
		['fa-IR', 'fa'],
		['fa-Arab-IR', 'fa'],
		['so-SO,en;q=0.5', 'so'],
		['fa-african', 'fa'],
		['ar-SY', 'ar'],
		['ar-SY,en;q=0.9', 'ar'],
		['AR-sy', 'ar'],
		['en;q=0.5,ti;q=0.9', 'ti'],
		['ti-ER ; q=0.2 , en ; q=0.1', 'ti'],
		['ar;q=0, en;q=0.1', 'en'],
		['ar;q=0', 'nl'],
		['ar;q=x, tr', 'tr'],
		['*', 'nl'],
		['nl-NL,ar', 'nl'],
		['arabic, en-', 'en'],
		[',,;;q=1', 'nl'],
	])('of a browser that asks for %j is %s', (asked, language) => {
		expect(choose(null, '', asked)).toBe(language);
	});

	it('is that of the account, else of the cookie, else what the browser asks for', () => {
		const resident = { kind: 'resident', language: 'ti' } as const;
		expect(choose(resident, 'tr', 'ar')).toBe('ti');
		expect(choose(null, 'tr', 'ar')).toBe('tr');
		expect(choose(null, 'de', 'ar')).toBe('ar');
		expect(choose(null, '"><script>', 'ar')).toBe('ar');
		expect(choose({ ...resident, language: 'ckb' }, '', 'ar')).toBe('ar');
	});

	it('is Dutch for staff', () => {
		expect(choose({ kind: 'staff', language: 'ar' }, 'tr', 'ti')).toBe('nl');
	});
});
