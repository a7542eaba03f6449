/**
 * Is this a BSN: 8 or 9 digits that pass the eleven-proof (weights 9 to 2, and -1 for the last digit)?
 * Says nothing about whether the number was ever given out.
 */
export function isBsn(text: string): boolean {
	if (!/^\d{8,9}$/.test(text)) return false;
	const digits = [...nineDigits(text)].map(Number);
	const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
	return sum !== 0 && sum % 11 === 0;
}

/** The one spelling that is stored and looked up: an 8-digit number gets its leading zero. */
export function nineDigits(bsn: string): string {
	return bsn.padStart(9, '0');
}

/** For the screen: the last three digits, the rest as stars. Shows nothing at all of a text that is no BSN. */
export function maskBsn(bsn: string): string {
	return isBsn(bsn) ? `******${bsn.slice(-3)}` : '*********';
}
