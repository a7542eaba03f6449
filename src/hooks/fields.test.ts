import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as fields from './fields.ts';

/** Control characters but the line feed, line separators, and what turns the order of text around. */
const forbidden = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/;

/** Any text, with many more of the characters that matter here than chance would bring. */
const hostile = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'binary', maxLength: 4 }),
			fc.constantFrom('\u202E', '\u2066', '\u2069', '\u0000', '\u0085', '\r\n', '\t', '\u2028'),
			fc.constantFrom('e', '\u0301', 'ي', '\u0654', '\u200C', '\uD800', '\uDC00', ' ', '\n'),
		),
		{ maxLength: 30 },
	)
	.map((parts) => parts.join(''));

describe('clean', () => {
	it('lets no control or bidi-override character through, and gives well-formed NFC', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const clean = fields.clean(text);
				expect(clean).not.toMatch(forbidden);
				expect(clean).toBe(clean.normalize('NFC'));
				expect(clean.isWellFormed()).toBe(true);
				expect(clean).toBe(clean.trim());
			}),
			{ numRuns: 2000 },
		);
	});

	it('changes nothing that it cleaned before', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				expect(fields.clean(fields.clean(text))).toBe(fields.clean(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([
		['Persian with a zero-width non-joiner', 'می‌خواهم کتاب‌ها را بخوانم'],
		['Dari', 'من در کتابخانه کمک کردم'],
		['Tigrinya', 'ኣብ ድኳን ሓጊዘ፡ ሰለስተ ሰዓት።'],
		['Arabic with vowels', 'سَاعَدْتُ فِي المَتْجَرِ، ثَلَاثَ سَاعَاتٍ؟'],
		['Turkish', 'İğde ağacının altında çalıştım'],
		['Somali', 'Waxaan ka shaqeeyay dukaanka saddex saacadood'],
		['an emoji joined with zero-width joiners', '👩‍👧‍👦 ok'],
		['a list over several lines', 'maandag\n- kassa\n- magazijn'],
		['marks of direction that override nothing', 'A\u200Eب\u200F1'],
	])('keeps %s to the byte', (_, text) => {
		const composed = Buffer.from(text.normalize('NFC'));
		expect(Buffer.from(fields.clean(text)).equals(composed)).toBe(true);
	});

	it('composes what was typed in parts, also around a character it takes out', () => {
		expect(fields.clean('e\u0301')).toBe('é');
		expect(fields.clean('e\u0000\u0301')).toBe('é');
	});
});

describe('a field', () => {
	const said = <S extends v.GenericSchema>(schema: S, input: unknown) => {
		const result = v.safeParse(schema, input);
		return result.success ? result.output : result.issues[0].message;
	};

	it.each([
		['999990019', '999990019'],
		[' 9999.900.19 ', '999990019'],
		['999 990 019', '999990019'],
		['\u202E999990019', '999990019'],
		['10000021', '10000021'],
		['999990018', 'notABsn'],
		['000000000', 'notABsn'],
		['9999900190', 'notABsn'],
		['٩٩٩٩٩٠٠١٩', 'notABsn'],
		['99999001a', 'notABsn'],
		['', 'missing'],
		[' \u0000 ', 'missing'],
	])('bsn reads %j as %j', (input, output) => expect(said(fields.bsn, input)).toBe(output));

	it.each([
		['2026-11-23', '2026-11-23'],
		[' 2028-02-29', '2028-02-29'],
		['2026-02-29', 'notADay'],
		['2026-13-01', 'notADay'],
		['23-11-2026', 'notADay'],
		['2026-11-23T10:00', 'notADay'],
		['vandaag', 'notADay'],
		['1900-01-01', '1900-01-01'],
		['2199-12-31', '2199-12-31'],
		['9999-12-31', 'notADay'],
		['0000-01-01', 'notADay'],
		['0202-11-23', 'notADay'],
		['', 'missing'],
	])('day reads %j as %j', (input, output) => expect(said(fields.day, input)).toBe(output));

	it.each([
		['', null],
		['  ', null],
		[undefined, null],
		['2026-11-23', '2026-11-23'],
		['2026-11-31', 'notADay'],
		['9999-12-31', 'notADay'],
	])('optionalDay reads %j as %j', (input, output) => {
		expect(said(fields.optionalDay, input)).toBe(output);
	});

	it.each([
		['0', 0],
		['12', 12],
		['800', 800],
		['007', 7],
		['801', 'tooMany'],
		['-1', 'tooFew'],
		['1.5', 'notAWholeNumber'],
		['1,5', 'notAWholeNumber'],
		['1e3', 'notAWholeNumber'],
		['0x10', 'notAWholeNumber'],
		['1000000', 'notAWholeNumber'],
		['twaalf', 'notAWholeNumber'],
		['', 'missing'],
	])('whole reads %j as %j', (input, output) => {
		expect(said(fields.whole(0, 800), input)).toBe(output);
	});

	it.each([
		['', null],
		['5', 'tooFew'],
		['10', 10],
		['21', 'tooMany'],
		['-1', 'notAWholeNumber'],
	])('optionalWhole reads %j as %j', (input, output) => {
		expect(said(fields.optionalWhole(10, 20), input)).toBe(output);
	});

	it('text is there, and not too long, after cleaning', () => {
		expect(said(fields.text(3), ' abc\u0007 ')).toBe('abc');
		expect(said(fields.text(3), 'abcd')).toBe('tooLong');
		expect(said(fields.text(3), '\u202E')).toBe('missing');
		expect(said(fields.optionalText(3), ' ')).toBeNull();
		expect(said(fields.optionalText(3), undefined)).toBeNull();
		expect(said(fields.optionalText(3), 'abcd')).toBe('tooLong');
	});

	it('choice and ticked take what they offer', () => {
		expect(said(fields.choice(['a', 'b']), 'a')).toBe('a');
		expect(said(fields.choice(['a', 'b']), 'toString')).toBe('notAChoice');
		expect(said(fields.ticked, undefined)).toBe(false);
		expect(said(fields.ticked, 'on')).toBe(true);
	});
});
