import * as v from 'valibot';
import { type Day, day as toDay, isDay, isLikely } from '#lib/law/day.ts';
import { isBsn } from '#lib/server/crypto/bsn.ts';
import { isMailAddress } from '#lib/server/notices/notices.ts';
import type { ProblemKey } from '#lib/server/errors.ts';

const problem = (key: ProblemKey) => key;

/** Text as people type it: composed (NFC), without control and bidi-override characters, trimmed. */
const cleaned = v.pipe(v.string(), v.transform(clean));

/**
 * Takes out what could turn neighbouring text around or break a line; keeps the joiners that Persian and Kurdish need.
 */
export function clean(text: string): string {
	return text
		.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, '')
		.toWellFormed()
		.normalize('NFC')
		.trim();
}

/** A text that must be there. */
export const text = (max: number) =>
	v.pipe(cleaned, v.minLength(1, problem('missing')), v.maxLength(max, problem('tooLong')));

/** A text that may be left out; empty becomes null. */
export const optionalText = (max: number) =>
	v.pipe(
		v.optional(cleaned, ''),
		v.maxLength(max, problem('tooLong')),
		v.transform((value) => value || null),
	);

/** A phone number that may be left out: digits with the signs that people put between them. */
export const optionalPhone = v.pipe(
	v.optional(cleaned, ''),
	v.regex(/^(?:\+?[\d\s()./-]{6,30})?$/, problem('notAPhone')),
	v.transform((value) => value || null),
);

/** The address of one mailbox, which may be left out. */
export const optionalEmail = v.pipe(
	v.optional(cleaned, ''),
	v.check((value) => value === '' || isMailAddress(value), problem('notAnEmail')),
	v.transform((value) => value || null),
);

/** A calendar day as the browser's own field gives it. */
export const day = v.pipe(
	cleaned,
	v.minLength(1, problem('missing')),
	v.check((value) => isDay(value) && isLikely(value), problem('notADay')),
	v.transform((value): Day => toDay(value)),
);

/** A calendar day that may be left out. */
export const optionalDay = v.pipe(
	v.optional(cleaned, ''),
	v.check((value) => value === '' || (isDay(value) && isLikely(value)), problem('notADay')),
	v.transform((value): Day | null => (value === '' ? null : toDay(value))),
);

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
	v.pipe(
		cleaned,
		v.minLength(1, problem('missing')),
		v.regex(/^-?\d{1,6}$/, problem('notAWholeNumber')),
		v.transform(Number),
		v.minValue(min, problem('tooFew')),
		v.maxValue(max, problem('tooMany')),
	);

/** A whole number that may be left out. */
export const optionalWhole = (min: number, max: number) =>
	v.pipe(
		v.optional(cleaned, ''),
		v.regex(/^\d{0,6}$/, problem('notAWholeNumber')),
		v.transform((value) => (value === '' ? null : Number(value))),
		v.check((value) => value === null || value >= min, problem('tooFew')),
		v.check((value) => value === null || value <= max, problem('tooMany')),
	);

/** One of a closed list. */
export const choice = <const T extends readonly string[]>(options: T) =>
	v.picklist(options, problem('notAChoice'));

/** A box that is ticked or not. */
export const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== ''),
);

/** A burgerservicenummer that passes the eleven-proof. */
export const bsn = v.pipe(
	cleaned,
	v.minLength(1, problem('missing')),
	v.transform((value) => value.replace(/[\s.]/g, '')),
	v.check(isBsn, problem('notABsn')),
);
