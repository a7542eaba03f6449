/** How a text stands in a cell, so that no spreadsheet program takes it for something else. */

/**
 * A text that a program would run as a formula gets an apostrophe before it (OWASP, "CSV injection");
 * one that begins with an apostrophe gets another, so that `unguarded` always gives the text back.
 */
export function guarded(text: string): string {
	return /^['=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that was guarded; line ends are those of Unix, whatever the program wrote. */
export function unguarded(cell: string): string {
	const text = cell.replaceAll(/\r\n?/g, '\n');
	return /^'['=+\-@\t]/.test(text) ? text.slice(1) : text;
}

/** Whether a cell begins as a formula does and nobody guarded it. */
export function isFormulaLike(cell: string): boolean {
	return /^[=+\-@\t\r]/.test(cell);
}

/**
 * The first character one cannot see and that does not belong in a text, as 'U+200B', or null. Farsi and
 * Dari need U+200C between two letters; the other direction marks are a rule of the catalogue itself.
 */
export function invisibleIn(text: string): string | null {
	const visible = text.replaceAll(/(?<=\p{Script=Arabic}\p{M}*)\u200C(?=\p{Script=Arabic})/gu, '');
	const [found] =
		/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u00A0\u202F\u2007\u2028\u2029]/u.exec(visible) ?? [];
	if (found === undefined) return null;
	return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
