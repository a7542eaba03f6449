import { describe, expect, it } from 'vitest';
import { isLanguage, languages } from './languages.ts';
import * as slots from './slots.ts';
import type { Slot } from './slots.ts';

const tags = Object.keys(languages).filter(isLanguage);
const inAll = (slot: Slot) =>
	Object.fromEntries(tags.map((tag) => [tag, slots.renderSlot(slot, tag)]));

describe('a day', () => {
	it('has its weekday, the month in words and the year', () => {
		expect(inAll(slots.day('2026-11-23'))).toMatchInlineSnapshot(`
			{
			  "ar": "الاثنين 23 تشرين الثاني (11) 2026",
			  "en": "Monday 23 November 2026",
			  "fa": "دوشنبه 23 نوامبر (11) 2026",
			  "fa-AF": "دوشنبه 23 نومبر (11) 2026",
			  "nl": "maandag 23 november 2026",
			  "so": "Isniin 23 Noofeembar 2026",
			  "ti": "ሰኑይ 23 ሕዳር (11) 2026",
			  "tr": "23 Kasım 2026 Pazartesi",
			}
		`);
		expect(inAll(slots.day('2029-03-03'))).toMatchInlineSnapshot(`
			{
			  "ar": "السبت 3 آذار (3) 2029",
			  "en": "Saturday 3 March 2029",
			  "fa": "شنبه 3 مارس (3) 2029",
			  "fa-AF": "شنبه 3 مارچ (3) 2029",
			  "nl": "zaterdag 3 maart 2029",
			  "so": "Sabti 3 Maarso 2029",
			  "ti": "ቀዳም 3 መጋቢት (3) 2029",
			  "tr": "3 Mart 2029 Cumartesi",
			}
		`);
		expect(inAll(slots.day('1987-05-31'))).toMatchInlineSnapshot(`
			{
			  "ar": "الأحد 31 أيار (5) 1987",
			  "en": "Sunday 31 May 1987",
			  "fa": "یکشنبه 31 مه (5) 1987",
			  "fa-AF": "یکشنبه 31 می (5) 1987",
			  "nl": "zondag 31 mei 1987",
			  "so": "Axad 31 Maayo 1987",
			  "ti": "ሰንበት 31 ግንቦት (5) 1987",
			  "tr": "31 Mayıs 1987 Pazar",
			}
		`);
	});

	it('can do without the year, or be the weekday or the month alone', () => {
		expect(inAll(slots.dayAndMonth('2026-12-04'))).toMatchInlineSnapshot(`
			{
			  "ar": "الجمعة 4 كانون الأول (12)",
			  "en": "Friday 4 December",
			  "fa": "جمعه 4 دسامبر (12)",
			  "fa-AF": "جمعه 4 دسمبر (12)",
			  "nl": "vrijdag 4 december",
			  "so": "Jimco 4 Diseembar",
			  "ti": "ዓርቢ 4 ታሕሳስ (12)",
			  "tr": "4 Aralık Cuma",
			}
		`);
		expect(inAll(slots.weekday('2026-11-22'))).toMatchInlineSnapshot(`
			{
			  "ar": "الأحد",
			  "en": "Sunday",
			  "fa": "یکشنبه",
			  "fa-AF": "یکشنبه",
			  "nl": "zondag",
			  "so": "Axad",
			  "ti": "ሰንበት",
			  "tr": "Pazar",
			}
		`);
		expect(inAll(slots.month('2027-01'))).toMatchInlineSnapshot(`
			{
			  "ar": "كانون الثاني (1) 2027",
			  "en": "January 2027",
			  "fa": "ژانویه (1) 2027",
			  "fa-AF": "جنوری (1) 2027",
			  "nl": "januari 2027",
			  "so": "Janaayo 2027",
			  "ti": "ጥሪ (1) 2027",
			  "tr": "Ocak 2027",
			}
		`);
	});

	it('exists', () => {
		expect(slots.renderSlot(slots.day('2028-02-29'), 'nl')).toBe('dinsdag 29 februari 2028');
		const wrong = [
			'2027-02-29',
			'2026-13-01',
			'2026-11-31',
			'26-11-23',
			'2026-1-1',
			'',
			'0050-01-01',
		];
		for (const day of wrong) expect(() => slots.day(day), day).toThrow(RangeError);
		expect(() => slots.month('2026-00')).toThrow(RangeError);
	});
});

describe('a time', () => {
	it('is on the 24-hour clock, in Tigrinya with the part of the day', () => {
		expect(inAll(slots.time('14:30'))).toMatchInlineSnapshot(`
			{
			  "ar": "14:30",
			  "en": "14:30",
			  "fa": "14:30",
			  "fa-AF": "14:30",
			  "nl": "14.30 uur",
			  "so": "14:30",
			  "ti": "14:30 (ድሕሪ ቀትሪ)",
			  "tr": "14:30",
			}
		`);
		expect(inAll(slots.time('08:00'))).toMatchInlineSnapshot(`
			{
			  "ar": "08:00",
			  "en": "08:00",
			  "fa": "08:00",
			  "fa-AF": "08:00",
			  "nl": "08.00 uur",
			  "so": "08:00",
			  "ti": "08:00 (ንግሆ)",
			  "tr": "08:00",
			}
		`);
	});

	it('falls in a part of the day', () => {
		const parts = ['00:00', '05:59', '06:00', '11:59', '12:00', '17:59', '18:00', '23:59'].map(
			(time) => slots.renderSlot(slots.dayPart(time), 'nl'),
		);
		expect(parts.join(' ')).toBe('nacht nacht ochtend ochtend middag middag avond avond');
	});

	it('exists', () => {
		for (const time of ['24:00', '9:30', '09:60', '09.30'])
			expect(() => slots.time(time), time).toThrow(RangeError);
	});
});

describe('a language', () => {
	it('has its Dutch name in Dutch and its own name elsewhere', () => {
		expect(inAll(slots.language('ti'))).toMatchInlineSnapshot(`
			{
			  "ar": "ትግርኛ",
			  "en": "ትግርኛ",
			  "fa": "ትግርኛ",
			  "fa-AF": "ትግርኛ",
			  "nl": "Tigrinya",
			  "so": "ትግርኛ",
			  "ti": "ትግርኛ",
			  "tr": "ትግርኛ",
			}
		`);
		const stored = JSON.parse('{"kind":"language","value":"toString"}') as Slot;
		expect(() => slots.renderSlot(stored, 'nl')).toThrow(RangeError);
	});
});

describe('a list', () => {
	it('has the joiners of the language', () => {
		const names = ['PVT', 'MAP', 'KNM'];
		expect(tags.map((tag) => slots.renderList(names, tag))).toMatchInlineSnapshot(`
			[
			  "PVT, MAP en KNM",
			  "PVT, MAP and KNM",
			  "PVT، MAP وKNM",
			  "PVT፣ MAPን KNMን",
			  "PVT, MAP ve KNM",
			  "PVT، MAP و KNM",
			  "PVT, MAP iyo KNM",
			  "PVT، MAP و KNM",
			]
		`);
		expect(slots.renderList(['PVT'], 'ar')).toBe('PVT');
		expect(slots.renderList(['PVT', 'MAP'], 'nl')).toBe('PVT en MAP');
		expect(() => slots.renderList([], 'nl')).toThrow(RangeError);
	});
});

it('renders the inputs of a message at once', () => {
	const inputs = { on: slots.day('2026-11-23'), who: slots.name('mw. De Vries') };
	expect(slots.renderSlots(inputs, 'nl')).toEqual({
		on: 'maandag 23 november 2026',
		who: 'mw. De Vries',
	});
});

it('refuses a slot of a kind that does not exist', () => {
	const stored = JSON.parse('{"kind":"shoe","value":"1"}') as Slot;
	expect(() => slots.renderSlot(stored, 'nl')).toThrow(RangeError);
});
