import { type Run, runs } from '#lib/languages/runs.ts';

/**
 * Arabic script as it is printed, without the signs for short vowels and doubling, as letters and newspapers leave
 * them out. The typesetter draws each sign apart from its letter and writes the letter twice, so that a screen reader
 * would read every such word wrongly. The hamza of Persian after he has a letter of its own.
 */
export function printed(text: string): string {
	return text
		.normalize('NFC')
		.replaceAll('ه\u0654', 'ۀ')
		.replaceAll(/[\u064B-\u0652\u0670]/g, '');
}

/** What somebody typed, as Dutch runs around it: a name of any script keeps its own direction. */
export function typed(text: string): Run[] {
	return runs(text, 'nl');
}
