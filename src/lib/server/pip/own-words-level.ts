import { readingLevel } from '#lib/languages/reading-level/reading-level.ts';
import type { PipContent } from './content.ts';
import type { Warning } from './finding.ts';
import { ownTextsOf } from './own-texts.ts';

/** The klantmanager's own Dutch words that are harder than level B1, each with what makes it hard. */
export function* hardOwnWords(content: PipContent): Iterable<Warning> {
	const agreements = new Set(content.agreements.map(({ id }) => id));
	for (const { place, dutch } of ownTextsOf(content, 0)) {
		const reading = readingLevel(dutch);
		if (!reading.isHard) continue;
		const about = agreements.has(place) ? { agreementId: place } : {};
		const hard = { dutch, reading };
		yield { severity: 'warning', warning: 'hardToRead', article: null, hard, ...about };
	}
}
