import { describe, expect, it } from 'vitest';
import { check } from './catalogue.ts';
import type { Catalogues } from './catalogue.ts';
import { rules } from './catalogue/rules.ts';
import type { Rule } from './catalogue/rules.ts';
import { languagesOffered } from './languages.ts';
import type { OfferedLanguage } from './languages.ts';
import { catalogues as own } from './review.ts';

it('the catalogues of the portal have no problems', () => {
	expect(check(own)).toEqual([]);
});

/** Good catalogues: a name, a text with a fact, and a number in all its forms. */
const good = {
	nl: {
		$schema: 'https://inlang.com/schema/inlang-message-format',
		app_name: 'Meedoen',
		plan_until: 'U hebt tot en met {day}. {who} helpt u daarbij.',
		hours_left: plural({ one: 'Nog {count} uur', other: 'Nog {count} uren' }),
	},
	en: {
		app_name: 'Meedoen',
		plan_until: 'You have until {day}. {who} helps you.',
		hours_left: plural({ one: 'One hour left', other: '{count} hours left' }),
	},
	ar: {
		app_name: 'Meedoen',
		plan_until: 'لديك حتى {day}. سيساعدك {who}.',
		hours_left: plural({
			zero: 'لا ساعات متبقية',
			one: 'ساعة واحدة متبقية',
			two: 'ساعتان متبقيتان',
			few: '{count} ساعات متبقية',
			many: '{count} ساعة متبقية',
			other: '{count} ساعة متبقية',
		}),
	},
	ti: {
		app_name: 'Meedoen',
		plan_until: 'ክሳብ {day} ግዜ ኣለኩም። {who} ይሕግዘኩም።',
		hours_left: plural({ one: '{count} ሰዓት ተሪፉ', '*': '{count} ሰዓታት ተሪፉ' }),
	},
	tr: {
		app_name: 'Meedoen',
		plan_until: '{day} gününe kadar vaktiniz var. {who} yardım eder.',
		hours_left: plural({ one: 'Bir saat kaldı', other: '{count} saat kaldı' }),
	},
	'fa-AF': {
		app_name: 'Meedoen',
		plan_until: 'تا {day} وقت دارید. {who} کمک می‌کند.',
		hours_left: plural({ one: '{count} ساعت مانده', other: '{count} ساعت مانده' }),
	},
	so: {
		app_name: 'Meedoen',
		plan_until: 'Waxaad haysataa ilaa {day}. {who} ayaa ku caawinaya.',
		hours_left: plural({
			one: '{count} saacad ayaa hartay',
			other: '{count} saacadood ayaa hartay',
		}),
	},
	fa: {
		app_name: 'Meedoen',
		plan_until: 'تا {day} وقت دارید. {who} کمک می‌کند.',
		hours_left: plural({ one: '{count} ساعت مانده', other: '{count} ساعت مانده' }),
	},
} satisfies Catalogues;

const allowances = { long: [], sameAsDutch: ['app_name'], dutchOnlyAreas: ['queue'] };
const inEvery = (text: string) =>
	Object.fromEntries(languagesOffered.map((language) => [language, { extra_text: text }]));

/** One catalogue spoiled in one way for each rule; each has to be found, at its place. */
const bad: Record<Rule, readonly [OfferedLanguage, Record<string, unknown>][]> = {
	allowance: [],
	key: [['en', { 'Plan.Title': 'Plan title' }]],
	missing: [
		['tr', { plan_until: undefined }],
		['nl', { plan_until: undefined }],
	],
	shape: [
		['ti', { plan_until: { nested: 'ክሳብ' } }],
		['ti', { plan_until: [] }],
		['ti', { plan_until: [{ selectors: [] }] }],
	],
	blank: [
		['en', { plan_until: '' }],
		['nl', { plan_until: ' U hebt tot en met {day}. {who} helpt.' }],
	],
	braces: [
		['en', { plan_until: 'You have until {day}. {who} helps {you' }],
		['en', { plan_until: 'You have until {day}. {{who}} helps you.' }],
	],
	'bidi-control': [['ar', { plan_until: 'لديك حتى \u200F{day}. سيساعدك {who}.' }]],
	digits: [
		['ar', { plan_until: 'لديك ٣ حتى {day}. سيساعدك {who}.' }],
		['fa-AF', { plan_until: 'تا {day} ۳ وقت دارید. {who} کمک.' }],
		['fa', { plan_until: 'تا {day} ۳ وقت دارید. {who} کمک.' }],
		['ti', { plan_until: 'ክሳብ {day} ፫ ግዜ። {who} ይሕግዘኩም።' }],
	],
	leftover: [['en', { plan_until: 'You have until {day} undefined. {who}' }]],
	letters: [
		['fa-AF', { plan_until: 'تا {day} وقت داريد. {who} کمک.' }],
		['fa', { plan_until: 'تا {day} وقت دارید. {who} كمک.' }],
	],
	formatter: [
		[
			'nl',
			{
				plan_until: [
					{
						declarations: ['input day', 'input who', 'local d = day: datetime dateStyle=long'],
						match: { 'who=*': '{d} {who}' },
					},
				],
			},
		],
	],
	variants: [
		['ar', { hours_left: plural({ one: '{count} ساعة', other: '{count} ساعة' }) }],
		['nl', { hours_left: plural({ one: 'Nog {count} uur' }) }],
		[
			'nl',
			{ hours_left: plural({ one: '{count} uur', two: '{count} uur', other: '{count} uur' }) },
		],
		['tr', { plan_until: [{ match: { 'who=An': '{day} gün {who}' } }] }],
	],
	'shown-facts': [
		['en', { plan_until: 'You have until {day}. We help you.' }],
		['ti', { hours_left: plural({ one: 'ሓደ ሰዓት ተሪፉ', other: '{count} ሰዓታት ተሪፉ' }) }],
		['tr', { hours_left: plural({ one: '{count} saat', other: 'saat kaldı' }) }],
	],
	inputs: [['tr', { plan_until: '{day} gününe kadar. {kim} yardım eder.' }]],
	sentence: [['nl', { plan_until: `U ${'moet '.repeat(15)}{day}. {who} helpt u daarbij.` }]],
	sentences: [['nl', { plan_until: 'Tot {day}. {who} helpt. Bel ons. Of niet.' }]],
	length: [['en', { plan_until: `You have until {day}. {who} helps you${' a lot'.repeat(20)}.` }]],
	script: [['ti', { plan_until: 'You have until {day}. {who} helps you.' }]],
	'same-as-dutch': [
		['tr', { plan_until: good.nl.plan_until }],
		['so', { plan_until: good.nl.plan_until }],
	],
};

describe('the check', () => {
	it('finds nothing in good catalogues', () => {
		expect(check(good, allowances)).toEqual([]);
	});

	it.each(rules.filter((rule) => rule !== 'allowance'))('finds %s', (rule) => {
		expect(bad[rule].length).toBeGreaterThan(0);
		for (const [language, messages] of bad[rule]) {
			const problems = check(
				{ ...good, [language]: { ...good[language], ...messages } },
				allowances,
			);
			const key = Object.keys(messages)[0];
			expect(problems).toContainEqual(expect.objectContaining({ rule, language, key }));
		}
	});

	it('finds an allowance without a message', () => {
		const problems = check(good, { ...allowances, long: ['letter_gone'] });
		expect(problems.map(({ rule, key }) => [rule, key])).toEqual([['allowance', 'letter_gone']]);
	});

	it('finds a key that only a translation has, at each language that lacks it', () => {
		const problems = check({ ...good, tr: { ...good.tr, plan_extra: 'Ek' } }, allowances);
		expect(problems.map(({ rule, language }) => `${rule} ${language}`)).toEqual(
			languagesOffered.filter((tag) => tag !== 'tr').map((language) => `missing ${language}`),
		);
	});

	it('allows names to be the same and long texts to be long, by their key', () => {
		const long = `U ${'moet '.repeat(20)}. Dan. En dan. Klaar.`;
		const same = { ...good, ...merge(inEvery(long)) };
		const withAllowance = {
			...allowances,
			long: ['extra_text'],
			sameAsDutch: ['app_name', 'extra_text'],
		};
		expect(check(same, withAllowance)).toEqual([]);
		expect(new Set(check(same, allowances).map(({ rule }) => rule))).toEqual(
			new Set(['sentence', 'sentences', 'script', 'same-as-dutch']),
		);
	});

	it('has no opinion on the language of a text without letters', () => {
		expect(check({ ...good, ...merge(inEvery('{from}–{until}')) }, allowances)).toEqual([]);
	});

	it('asks for every number in every case of another selector', () => {
		const cased = [
			{
				declarations: ['input count', 'input route', 'local n = count: plural'],
				match: {
					'n=one, route=z': 'Nog {count} uur Z',
					'n=other, route=z': 'Nog {count} uren Z',
					'n=other, route=*': 'Nog {count} uren',
				},
			},
		];
		const problems = check({ ...good, nl: { ...good.nl, hours_left: cased } }, allowances);
		const found = problems.filter(({ language }) => language === 'nl').map(({ rule }) => rule);
		expect(found).toEqual(['variants', 'variants']);
	});
});

function plural(forms: Record<string, string>) {
	const match = Object.entries(forms).map(([category, text]) => [`n=${category}`, text]);
	return [
		{
			declarations: ['input count', 'local n = count: plural'],
			selectors: ['n'],
			match: Object.fromEntries(match) as Record<string, string>,
		},
	];
}

function merge(extra: Record<string, Record<string, string>>): Catalogues {
	const entries = languagesOffered.map((tag) => [tag, { ...good[tag], ...extra[tag] }]);
	return Object.fromEntries(entries) as Catalogues;
}
