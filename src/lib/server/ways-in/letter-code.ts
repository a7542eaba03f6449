import { randomInt } from 'node:crypto';

/**
 * What stands on a letter: a number that is no secret, and a code. Both are digits alone: the keyboards of Arabic and
 * Tigrinya have no Latin letters at hand, and every phone has a keypad.
 */
export interface LetterCode {
	/** Eight digits. */
	readonly number: string;
	/** Sixteen random digits, 53 bits, and two check digits. */
	readonly code: string;
}

const randomDigits = 16;

/** A new number and code. */
export function newLetterCode(): LetterCode {
	const number = String(randomInt(10_000_000, 100_000_000));
	const half = () => String(randomInt(10 ** (randomDigits / 2))).padStart(randomDigits / 2, '0');
	const secret = half() + half();
	const check = 98 - rest97(`${number}${secret}00`);
	return { number, code: `${secret}${String(check).padStart(2, '0')}` };
}

/**
 * What somebody typed, or null where a digit is wrong, left out or in another place (ISO/IEC 7064, MOD 97-10, over both
 * together, as in an IBAN). The sum is known to everybody, so saying so tells nothing and costs no try.
 */
export function readTyped(number: string, code: string): LetterCode | null {
	const typed = { number: digitsOf(number), code: digitsOf(code) };
	if (!/^\d{8}$/.test(typed.number) || !/^\d{18}$/.test(typed.code)) return null;
	return rest97(typed.number + typed.code) === 1 ? typed : null;
}

/** Digits in groups, as they are printed and read aloud. */
export function grouped(digits: string, size: number): string {
	return (digits.match(new RegExp(`\\d{1,${size}}`, 'g')) ?? []).join(' ');
}

/** Digits as any of our keyboards types them, without what people put between them. */
export function digitsOf(typed: string): string {
	return typed
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[\s.\u200C-\u200F\u2010-\u2015-]/g, '');
}

function rest97(digits: string): number {
	return Number(BigInt(digits) % 97n);
}
