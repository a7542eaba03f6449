import type { Actor } from '../access/access.ts';
import type { Person } from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { forReading, translatedInto, type VersionRead } from './reading.ts';

/**
 * What to look at before a plan is published: own words that the person would read in Dutch alone, because there is no
 * approved translation yet or because the one there was fits no longer. It does not stop the publication.
 */
export async function warnings(
	actor: Actor,
	person: Person,
	version: VersionRead,
): Promise<pip.Finding[]> {
	const language = translatedInto(person);
	if (language === null) return [];
	const read = await forReading(actor, person.id, language, [version]);
	const agreements = new Set(version.content.agreements.map(({ id }) => id));
	return pip.ownTextsOf(version.content, version.version).flatMap(({ place, dutch }) => {
		const words = read[dutch];
		if (!words || words.standing === 'approved') return [];
		const warning = words.standing === 'stale' ? 'ownWordsStale' : 'ownWordsUntranslated';
		const about = agreements.has(place) ? { agreementId: place } : {};
		return [{ severity: 'warning', warning, article: null, ...about } as const];
	});
}
