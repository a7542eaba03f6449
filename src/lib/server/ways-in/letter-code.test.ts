import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, newLetterCode, readTyped } from './letter-code.ts';

const letter = { number: '12345678', code: '012345678901234586' };

describe('the code of a letter', () => {
	it('is eight and eighteen digits, and reads back as it was made', () => {
		for (let nth = 0; nth < 200; nth += 1) {
			const made = newLetterCode();
			expect(made.number).toMatch(/^[1-9]\d{7}$/);
			expect(made.code).toMatch(/^\d{18}$/);
			expect(readTyped(made.number, grouped(made.code, 3))).toEqual(made);
		}
	});

	it('tells one wrong digit, and two that changed places, of code and number', () => {
		fc.assert(
			fc.property(fc.nat(24), fc.integer({ min: 1, max: 9 }), (place, more) => {
				const { number, code } = newLetterCode();
				const digits = [...(number + code)];
				const wrong = digits.with(place, String((Number(digits[place]) + more) % 10));
				expect(readTyped(wrong.slice(0, 8).join(''), wrong.slice(8).join(''))).toBeNull();
				const [one = '', other = ''] = [digits[place], digits[place + 1]];
				const turned = digits.with(place, other).with(place + 1, one);
				const read = readTyped(turned.slice(0, 8).join(''), turned.slice(8).join(''));
				expect(read === null).toBe(one !== other);
			}),
		);
	});

	it.each([
		['1234 5678', '012 345 678 901 234 586'],
		['١٢٣٤٥٦٧٨', '٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٨٦'],
		['۱۲۳۴۵۶۷۸', '۰۱۲-۳۴۵-۶۷۸-۹۰۱-۲۳۴-۵۸۶'],
	])('is read as any keyboard types it: %s', (number, code) => {
		expect(readTyped(number, code)).toEqual(letter);
	});

	it.each(['', '1', 'abc', '1'.repeat(19), "'; drop table", '１２３'])('is no code: %j', (code) => {
		expect(readTyped('12345678', code)).toBeNull();
	});
});
