const letters = (text: string) =>
	text
		.normalize('NFKD')
		.replaceAll(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();

/** One place for one name, however it was typed. */
export function isSamePlace(one: string, other: string): boolean {
	return letters(one) === letters(other);
}

/** Whether what somebody typed can be this organisation: people leave out the town or say it with more words. */
export function canBePlace(typed: string, organisation: string): boolean {
	const [short = '', long = ''] = [letters(typed), letters(organisation)].toSorted(
		(a, b) => a.length - b.length,
	);
	return short === long || (short.length >= 4 && long.includes(short));
}
