import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf, isLanguage, languages } from './languages.ts';
import type { Language } from './languages.ts';
import { isolated, runs, slotRuns } from './runs.ts';
import * as slots from './slots.ts';

const tags = Object.keys(languages).filter(isLanguage);

/** Runs in short: `[nl ltr: PVT]`, with the text's own runs bare. */
function shown(text: string, language: Language): string {
	const own = `${language} ${directionOf(language)}`;
	return runs(text, language)
		.map((run) =>
			own === `${run.language} ${run.dir}` ? run.text : `[${run.language} ${run.dir}: ${run.text}]`,
		)
		.join('');
}

describe('in an Arabic text', () => {
	it.each([
		['عندك موعد مع mw. De Vries غدًا.', 'عندك موعد مع [nl ltr: mw. De Vries] غدًا.'],
		['برنامج (PVT) ومسار B1.', 'برنامج ([nl ltr: PVT]) ومسار [nl ltr: B1].'],
		['اتصل: 0513-12 34 56.', 'اتصل: [ar ltr: 0513-12 34 56].'],
		[
			'اتصل: +31 6 12 34 56 78 أو 14 0513',
			'اتصل: [ar ltr: +31 6 12 34 56 78] أو [ar ltr: 14 0513]',
		],
		['الوقت 14:30–15:30 اليوم', 'الوقت [ar ltr: 14:30–15:30] اليوم'],
		['الساعة 14:30 اليوم', 'الساعة 14:30 اليوم'],
		['اكتب إلى amina.h-2@voorbeeld.nl.', 'اكتب إلى [nl ltr: amina.h-2@voorbeeld.nl].'],
		[
			'افتح https://www.inburgeren.nl/pvt اليوم',
			'افتح [nl ltr: https://www.inburgeren.nl/pvt] اليوم',
		],
		['الثلاثاء 3 آذار (3) 2029 PVT', 'الثلاثاء 3 آذار (3) 2029 [nl ltr: PVT]'],
		['موعد PVT 23 تشرين الثاني (11) 2026', 'موعد [nl ltr: PVT] 23 تشرين الثاني (11) 2026'],
		['المكان: Plein 12, 8441 AB Heerenveen.', 'المكان: [nl ltr: Plein 12, 8441 AB Heerenveen].'],
		['المكان 8441 AB Heerenveen غدًا', 'المكان [nl ltr: 8441 AB Heerenveen] غدًا'],
		['في 2026 DUO غدًا', 'في 2026 [nl ltr: DUO] غدًا'],
		['المكان: Kerkstraat 12a، غدًا', 'المكان: [nl ltr: Kerkstraat 12a]، غدًا'],
		['المكان: Kerkstraat 12، غدًا', 'المكان: [nl ltr: Kerkstraat 12]، غدًا'],
		['وقّع participatieverklaring (PVT) غدًا', 'وقّع [nl ltr: participatieverklaring (PVT)] غدًا'],
		['المبلغ € 90,50 شهريًا', 'المبلغ [ar ltr: € 90,50] شهريًا'],
		['ساعتان (2) و30 دقيقة', 'ساعتان (2) و30 دقيقة'],
		['340 من 800 ساعة', '340 من 800 ساعة'],
		['اسمي ሰላም هنا', 'اسمي [ti ltr: ሰላም] هنا'],
		['PVT', '[nl ltr: PVT]'],
	])('%s', (text, expected) => {
		expect(shown(text, 'ar')).toBe(expected);
	});
});

describe('in other scripts', () => {
	it.each<[Language, string, string]>([
		['ti', 'ምስ mw. De Vries 14:30 (ድሕሪ ቀትሪ)', 'ምስ [nl ltr: mw. De Vries] 14:30 (ድሕሪ ቀትሪ)'],
		['ti', 'ደውል 0513-12 34 56', 'ደውል 0513-12 34 56'],
		['fa-AF', 'مسیر B1 و PVT', 'مسیر [nl ltr: B1] و [nl ltr: PVT]'],
		['fa-AF', 'نام او گلناز است', 'نام او گلناز است'],
		['fa', 'با mw. De Vries ساعت 14:30', 'با [nl ltr: mw. De Vries] ساعت 14:30'],
		['so', 'Magaca گلناز iyo PVT.', 'Magaca [fa rtl: گلناز] iyo PVT.'],
		['nl', 'Dit is van محمد علي, zegt hij.', 'Dit is van [ar rtl: محمد علي], zegt hij.'],
		['nl', 'Dit is van گلناز.', 'Dit is van [fa rtl: گلناز].'],
		['tr', 'Adı ሰላም ተስፋይ.', 'Adı [ti ltr: ሰላም ተስፋይ].'],
		['nl', 'Bel 0513-12 34 56 voor PVT.', 'Bel 0513-12 34 56 voor PVT.'],
	])('%s: %s', (language, text, expected) => {
		expect(shown(text, language)).toBe(expected);
	});
});

describe('for any text', () => {
	const pieces = fc.array(
		fc.oneof(
			fc.constantFrom(
				'PVT',
				'mw. De Vries',
				'محمد',
				'ሰላም',
				'14:30–15:30',
				'0513-12 34 56',
				' ',
				'(',
				')',
			),
			fc.constantFrom('، ', '. ', '\n', ' 12', '€ 5', '8441 AB', 'é', 'e\u0301', '@', '-', '፣ '),
			fc.string({ maxLength: 4, unit: 'binary' }),
		),
	);
	const anyText = pieces.map((parts) => parts.join(''));

	it('the runs joined are the text, none is empty and neighbours differ', () => {
		fc.assert(
			fc.property(anyText, fc.constantFrom(...tags), (text, language) => {
				const found = runs(text, language);
				expect(found.map((run) => run.text).join('')).toBe(text);
				expect(found.every((run) => run.text !== '')).toBe(true);
			}),
		);
	});

	it('letters stand in a run of their own script', () => {
		fc.assert(
			fc.property(anyText, fc.constantFrom(...tags), (text, language) => {
				for (const run of runs(text, language)) {
					const isLatin = languages[run.language].script === 'Latn';
					expect(/\p{Script=Latin}/u.test(run.text) && !isLatin).toBe(false);
					const isArabic = languages[run.language].script === 'Arab';
					expect(/(?=\p{L})\p{Script=Arabic}/u.test(run.text) && !isArabic).toBe(false);
				}
			}),
		);
	});

	it('a name, an address to write to or a number to dial stays whole in an Arabic sentence', () => {
		const digit = fc.constantFrom(...'0123456789');
		const digitsOf = (length: number) =>
			fc.array(digit, { minLength: length, maxLength: length }).map((digits) => digits.join(''));
		const phone = fc.oneof(
			fc.tuple(digitsOf(2), digitsOf(2), digitsOf(2)).map((parts) => `0513-${parts.join(' ')}`),
			digitsOf(8).map((rest) => `06 ${rest}`),
			digitsOf(8).map((rest) => `+31 6 ${rest}`),
		);
		const word = fc.stringMatching(/^[A-Z][a-zé]{1,8}$/);
		const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
		const email = fc
			.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,6}([._-][a-z0-9]{1,4}){0,2}$/), word)
			.map(([local, host]) => `${local}@${host.toLowerCase()}.nl`);
		fc.assert(
			fc.property(fc.oneof(phone, name, email), (fact) => {
				expect(runs(`قبل ${fact} بعد`, 'ar').map(({ text, dir }) => [text, dir])).toEqual([
					['قبل ', 'rtl'],
					[fact, 'ltr'],
					[' بعد', 'rtl'],
				]);
			}),
		);
	});

	it('takes time in proportion to its length', () => {
		const long = ['a-', '1', '1.', '1-', 'a (b ', '0 1', 'a 1, ', 'م ', '– '].map((part) =>
			part.repeat(100_000),
		);
		const started = performance.now();
		for (const text of long) runs(text, 'ar');
		expect(performance.now() - started).toBeLessThan(3_000);
	});
});

describe('the runs of a fact', () => {
	it('keeps what is Dutch in one run', () => {
		const kept = [slots.phone('0513-12 34 56'), slots.address('Plein 12'), slots.term('Z-route')];
		for (const slot of kept)
			expect(slotRuns(slot, 'ar')).toEqual([{ text: slot.value, language: 'nl', dir: 'ltr' }]);
	});

	it('gives a name in another script its direction', () => {
		expect(slotRuns(slots.name('محمد'), 'nl')).toEqual([
			{ text: 'محمد', language: 'ar', dir: 'rtl' },
		]);
		expect(slotRuns(slots.day('2026-11-23'), 'ar')).toHaveLength(1);
	});
});

it('isolates what is foreign where there are no elements', () => {
	expect(isolated('موعد مع De Vries غدًا', 'ar')).toBe('موعد مع \u2066De Vries\u2069 غدًا');
	expect(isolated('Van محمد.', 'nl')).toBe('Van \u2067محمد\u2069.');
	expect(isolated('Morgen om 14.30 uur', 'nl')).toBe('Morgen om 14.30 uur');
});
