import { messageHash } from '../freshness.ts';
import type { Review } from '../freshness.ts';
import { languagesOffered } from '../languages.ts';
import type { Texts } from './standing.ts';

/** For the tests: four messages, of which one has plural forms, one is approved and one is not translated yet. */
export const nl = {
	$schema: 'https://inlang.com/schema/inlang-message-format',
	app_name: 'Meedoen',
	hours_left: plural({ one: 'Nog {count} uur', other: 'Nog {count} uren' }),
	plan_new: 'Er is een nieuw plan voor u.',
	plan_until: 'U hebt tot en met {day}. Uw klantmanager {who} helpt u daarbij.',
	queue_title: 'Werk',
};

export const ar = {
	$schema: 'https://inlang.com/schema/inlang-message-format',
	app_name: 'Meedoen',
	hours_left: plural({
		zero: 'لا ساعات متبقية',
		one: 'ساعة واحدة متبقية',
		two: 'ساعتان متبقيتان',
		few: '{count} ساعات متبقية',
		many: '{count} ساعة متبقية',
		other: '{count} ساعة متبقية',
	}),
	plan_until: 'لديك حتى {day}. سيساعدك {who}.',
};

export const tr = {
	app_name: 'Meedoen',
	hours_left: plural({ one: 'Bir saat kaldı', other: '{count} saat kaldı' }),
	plan_until: '{day} gününe kadar vaktiniz var. {who} yardım eder.',
};

export const approval: Review = {
	source: messageHash(nl.plan_until),
	translation: messageHash(ar.plan_until),
	state: 'approved',
	translator: 'Amal',
	reader: 'Basil',
	by: 'Kim',
	on: '2026-11-01',
};

export const texts: Texts = {
	catalogues: {
		...(Object.fromEntries(languagesOffered.map((tag) => [tag, {}])) as Texts['catalogues']),
		nl,
		ar,
		tr,
	},
	reviews: { plan_until: { ar: approval } },
	allowances: { long: [], sameAsDutch: ['app_name'], dutchOnlyAreas: ['queue'] },
};

export function plural(forms: Readonly<Record<string, string>>) {
	const match = Object.entries(forms).map(([category, text]) => [`n=${category}`, text]);
	return [
		{
			declarations: ['input count', 'local n = count: plural'],
			selectors: ['n'],
			match: Object.fromEntries(match) as Record<string, string>,
		},
	];
}
