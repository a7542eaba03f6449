/**
 * Syllables of a Dutch word: the groups of vowels, with a cut wherever two vowels that stand together are no diphthong
 * (`theater`, `idee-en`), or a diaeresis says so (`reünie`). A word of capitals or digits is spelled out as one.
 */
export function syllablesOf(word: string): number {
	if (!/\p{Ll}/u.test(word)) return 1;
	const plain = fold(word.toLowerCase());
	const groups = plain.match(/[aeiouy|]+/g) ?? [];
	const found = groups.flatMap(cut).length;
	return Math.max(1, found);
}

/** One group of vowels in its sounds: the longest that Dutch writes together, from the left. */
function cut(group: string): readonly string[] {
	const sounds = group.match(
		/aai|ooi|oei|eeu|ieu|aau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|[aeiouy]/g,
	);
	return sounds ?? [];
}

/**
 * Accents fall away; a diaeresis becomes a cut, since it says that a new syllable begins. `ij` is one vowel, and a `y`
 * or `i` before or after another vowel in words like `yoga` and `radio` is counted as the spelling suggests.
 */
function fold(word: string): string {
	return word
		.normalize('NFD')
		.replace(/([aeiou])\u0308/g, '|$1')
		.replace(/\p{M}/gu, '')
		.replaceAll('ij', 'y')
		.replace(/qu/g, 'kw')
		.replace(/^y(?=[aeou])/, 'j');
}
