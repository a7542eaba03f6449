import { describe, expect, it } from 'vitest';
import settings from '../../../messages/project.inlang/settings.json' with { type: 'json' };
import {
	directionOf,
	isLanguage,
	isOffered,
	languages,
	languagesOffered,
	pluralOf,
	scriptOf,
} from './languages.ts';
import type { Language } from './languages.ts';

const tags = Object.keys(languages).filter(isLanguage);

describe('the table of languages', () => {
	it('offers exactly the languages that have a catalogue', () => {
		expect([...languagesOffered].toSorted()).toEqual(settings.locales.toSorted());
	});

	it.each(tags)('%s has the direction, script and plurals of the Unicode data', (tag) => {
		const plural = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
		expect([...languages[tag].pluralCategories].toSorted()).toEqual(plural.toSorted());
		const script = new Intl.Locale(tag).maximize().script;
		expect(scriptOf(tag)).toBe(script);
		expect(directionOf(tag)).toBe(script === 'Arab' ? 'rtl' : 'ltr');
	});

	it('knows tags, and only tags', () => {
		expect(['nl', 'fa-AF', 'so'].map(isLanguage)).toEqual([true, true, true]);
		expect(['', 'NL', 'fa-af', 'toString', 'de', null].map(isLanguage)).not.toContain(true);
		expect(['so', 'fa', 'fa-AF'].map(isOffered)).toEqual([true, true, true]);
		expect(['ckb', 'prs', 'fa-IR', ''].map(isOffered)).not.toContain(true);
		expect(isOffered('ti')).toBe(true);
	});

	it('counts as each language does', () => {
		const categories = (language: Language) =>
			[0, 1, 2, 3, 11, 100].map((number) => pluralOf(number, language)).join(' ');
		expect(categories('ar')).toBe('zero one two few many other');
		expect(categories('nl')).toBe('other one other other other other');
		expect(categories('ti')).toBe('one one other other other other');
		expect(categories('so')).toBe('other one other other other other');
		expect(categories('fa')).toBe('one one other other other other');
		expect(categories('fa-AF')).toBe('one one other other other other');
	});
});
