/** Sentences in which something is done and nobody does it: a form of `worden` with a participle. */

const worden = new Set(['word', 'wordt', 'worden', 'werd', 'werden', 'geworden']);

/** Each `worden` of a sentence with the participle that goes with it, as `wordt … ingepland`. */
export function passivesOf(words: readonly string[]): readonly string[] {
	const low = words.map((word) => word.toLowerCase());
	return low.flatMap((word, at) => {
		if (!worden.has(word)) return [];
		const after = low.slice(at + 1).find(isParticiple);
		const before = low.slice(0, at).findLast(isParticiple);
		const found = after ?? before;
		return found === undefined ? [] : [`${word} … ${found}`];
	});
}

/** `gemaakt`, `ingepland`, `besproken`, `verlengd`; not a noun such as `gemeente` or `bedrag`. */
function isParticiple(word: string): boolean {
	return (
		(/^(?:aan|af|bij|door|goed|in|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\p{L}{2,}(?:d|t|en)$/u.test(
			word,
		) ||
			/^(?:be|ver|ont|her|er)\p{L}{2,}(?:d|t)$/u.test(word) ||
			/^(?:be|ver|ont)(?:\p{L}*)(?:roken|ropen|omen|eten|even|olen|onden|oren|agen|aan|oden|uren|anden|allen|leken)$/u.test(
				word,
			)) &&
		!notParticiples.has(word)
	);
}

const notParticiples = new Set([
	...['gemeenten', 'gesprekken', 'gebieden', 'gevoelens', 'gelden', 'gebreken', 'gegevens'],
	...['gebouwen', 'gezinnen', 'gezondheid', 'geld', 'geduld', 'gebied', 'geluid', 'gewoonten'],
	...[
		'beleid',
		'besluit',
		'verdriet',
		'verstand',
		'bestand',
		'beeld',
		'bekend',
		'bericht',
		'getuigen',
	],
	...['gesprek', 'gebeden', 'gemeend', 'vereist', 'verband', 'verblijfsvergunningen', 'gevaren'],
]);
