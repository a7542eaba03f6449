import { randomBytes } from 'node:crypto';

/** A new id of 128 random bits, base64url: it cannot be guessed (ASVS 5.0 11.5.1). */
export function newId(): string {
	return randomBytes(16).toString('base64url');
}

/** Whether a text from outside has the shape of an id. */
export function isId(text: string): boolean {
	return /^[A-Za-z0-9_-]{22}$/.test(text);
}
