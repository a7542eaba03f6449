import { describe, expect, it } from 'vitest';
import { isLanguage, languages } from './languages.ts';
import * as slots from './slots.ts';
import type { Slot } from './slots.ts';

const tags = Object.keys(languages).filter(isLanguage);
const inAll = (slot: Slot) =>
	Object.fromEntries(tags.map((tag) => [tag, slots.renderSlot(slot, tag)]));

describe('a duration', () => {
	it('is in hours and minutes', () => {
		expect(inAll(slots.minutes(210))).toMatchInlineSnapshot(`
			{
			  "ar": "3 ساعات و30 دقيقة",
			  "en": "3 hours and 30 minutes",
			  "fa": "3 ساعت و 30 دقیقه",
			  "fa-AF": "3 ساعت و 30 دقیقه",
			  "nl": "3 uur en 30 minuten",
			  "so": "3 saacadood iyo 30 daqiiqo",
			  "ti": "3 ሰዓታትን 30 ደቓይቕን",
			  "tr": "3 saat 30 dakika",
			}
		`);
		expect(inAll(slots.minutes(180))).toMatchInlineSnapshot(`
			{
			  "ar": "3 ساعات",
			  "en": "3 hours",
			  "fa": "3 ساعت",
			  "fa-AF": "3 ساعت",
			  "nl": "3 uur",
			  "so": "3 saacadood",
			  "ti": "3 ሰዓታት",
			  "tr": "3 saat",
			}
		`);
		expect(inAll(slots.minutes(45))).toMatchInlineSnapshot(`
			{
			  "ar": "45 دقيقة",
			  "en": "45 minutes",
			  "fa": "45 دقیقه",
			  "fa-AF": "45 دقیقه",
			  "nl": "45 minuten",
			  "so": "45 daqiiqo",
			  "ti": "45 ደቓይቕ",
			  "tr": "45 dakika",
			}
		`);
		expect(inAll(slots.minutes(0))).toMatchInlineSnapshot(`
			{
			  "ar": "0 ساعة",
			  "en": "0 hours",
			  "fa": "0 ساعت",
			  "fa-AF": "0 ساعت",
			  "nl": "0 uur",
			  "so": "0 saacadood",
			  "ti": "0 ሰዓት",
			  "tr": "0 saat",
			}
		`);
		expect(inAll(slots.hours(1600))).toMatchInlineSnapshot(`
			{
			  "ar": "1,600 ساعة",
			  "en": "1,600 hours",
			  "fa": "1,600 ساعت",
			  "fa-AF": "1,600 ساعت",
			  "nl": "1.600 uur",
			  "so": "1,600 saacadood",
			  "ti": "1,600 ሰዓታት",
			  "tr": "1.600 saat",
			}
		`);
	});

	it('is in weeks, months or years where it is a term', () => {
		expect(inAll(slots.weeks(8))).toMatchInlineSnapshot(`
			{
			  "ar": "8 أسابيع",
			  "en": "8 weeks",
			  "fa": "8 هفته",
			  "fa-AF": "8 هفته",
			  "nl": "8 weken",
			  "so": "8 toddobaad",
			  "ti": "8 ሰሙን",
			  "tr": "8 hafta",
			}
		`);
		expect(inAll(slots.months(6))).toMatchInlineSnapshot(`
			{
			  "ar": "6 أشهر",
			  "en": "6 months",
			  "fa": "6 ماه",
			  "fa-AF": "6 ماه",
			  "nl": "6 maanden",
			  "so": "6 bilood",
			  "ti": "6 ኣዋርሕ",
			  "tr": "6 ay",
			}
		`);
		expect(inAll(slots.years(2))).toMatchInlineSnapshot(`
			{
			  "ar": "سنتين (2)",
			  "en": "2 years",
			  "fa": "2 سال",
			  "fa-AF": "2 سال",
			  "nl": "2 jaar",
			  "so": "2 sano",
			  "ti": "2 ዓመት",
			  "tr": "2 yıl",
			}
		`);
		const arabic = [1, 2, 3, 12, 100].map((value) => slots.renderSlot(slots.weeks(value), 'ar'));
		expect(arabic).toMatchInlineSnapshot(`
			[
			  "أسبوع واحد (1)",
			  "أسبوعين (2)",
			  "3 أسابيع",
			  "12 أسبوعًا",
			  "100 أسبوع",
			]
		`);
	});

	it('follows the plurals of Arabic', () => {
		const rendered = [0, 1, 2, 3, 11, 100].map((hours) =>
			slots.renderSlot(slots.hours(hours), 'ar'),
		);
		expect(rendered).toMatchInlineSnapshot(`
			[
			  "0 ساعة",
			  "ساعة واحدة (1)",
			  "ساعتان (2)",
			  "3 ساعات",
			  "11 ساعة",
			  "100 ساعة",
			]
		`);
		expect(slots.renderSlot(slots.minutes(61), 'ar')).toMatchInlineSnapshot(
			`"ساعة واحدة (1) ودقيقة واحدة (1)"`,
		);
		expect(slots.renderSlot(slots.minutes(122), 'ar')).toMatchInlineSnapshot(
			`"ساعتان (2) ودقيقتان (2)"`,
		);
	});

	it('follows the plurals of the other languages', () => {
		const rendered = tags.map((tag) => slots.renderSlot(slots.minutes(61), tag));
		expect(rendered).toMatchInlineSnapshot(`
			[
			  "1 uur en 1 minuut",
			  "1 hour and 1 minute",
			  "ساعة واحدة (1) ودقيقة واحدة (1)",
			  "1 ሰዓትን 1 ደቒቕን",
			  "1 saat 1 dakika",
			  "1 ساعت و 1 دقیقه",
			  "1 saacad iyo 1 daqiiqad",
			  "1 ساعت و 1 دقیقه",
			]
		`);
	});
});

describe('a number', () => {
	it('has separators of the language and money has its currency', () => {
		expect(inAll(slots.count(1234567))).toMatchInlineSnapshot(`
			{
			  "ar": "1,234,567",
			  "en": "1,234,567",
			  "fa": "1,234,567",
			  "fa-AF": "1,234,567",
			  "nl": "1.234.567",
			  "so": "1,234,567",
			  "ti": "1,234,567",
			  "tr": "1.234.567",
			}
		`);
		expect(inAll(slots.cents(123_450))).toMatchInlineSnapshot(`
			{
			  "ar": "1,234.50 يورو",
			  "en": "€1,234.50",
			  "fa": "1,234.50 یورو",
			  "fa-AF": "1,234.50 یورو",
			  "nl": "€ 1.234,50",
			  "so": "1,234.50 yuuroo",
			  "ti": "1,234.50 ዩሮ",
			  "tr": "1.234,50 euro",
			}
		`);
		expect(inAll(slots.cents(9_000))).toMatchInlineSnapshot(`
			{
			  "ar": "90 يورو",
			  "en": "€90",
			  "fa": "90 یورو",
			  "fa-AF": "90 یورو",
			  "nl": "€ 90",
			  "so": "90 yuuroo",
			  "ti": "90 ዩሮ",
			  "tr": "90 euro",
			}
		`);
		expect(inAll(slots.cents(5))).toMatchInlineSnapshot(`
			{
			  "ar": "0.05 يورو",
			  "en": "€0.05",
			  "fa": "0.05 یورو",
			  "fa-AF": "0.05 یورو",
			  "nl": "€ 0,05",
			  "so": "0.05 yuuroo",
			  "ti": "0.05 ዩሮ",
			  "tr": "0,05 euro",
			}
		`);
	});

	it('is whole and not negative', () => {
		for (const value of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
			expect(() => slots.count(value)).toThrow(RangeError);
			expect(() => slots.cents(value)).toThrow(RangeError);
			expect(() => slots.hours(value)).toThrow(RangeError);
			expect(() => slots.minutes(value)).toThrow(RangeError);
		}
	});
});
