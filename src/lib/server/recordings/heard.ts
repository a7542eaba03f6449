import type { OfferedLanguage } from '#lib/languages/languages.ts';
import type { Actor } from '../access/access.ts';
import { findFor } from './recordings.ts';

/** The ids of recordings, by language and by the text they speak. */
export type Heard = Partial<Record<OfferedLanguage, Readonly<Record<string, string>>>>;

/** The recordings of what a page says in the language of its reader and in Dutch; `said` gives its texts. */
export async function heard(
	actor: Actor,
	language: OfferedLanguage,
	said: (language: OfferedLanguage) => readonly string[],
): Promise<Heard> {
	const tongues = language === 'nl' ? (['nl'] as const) : ([language, 'nl'] as const);
	const found = await Promise.all(
		tongues.map(async (tongue) => {
			const recordings = [...(await findFor(actor, tongue, said(tongue)))];
			return [tongue, Object.fromEntries(recordings.map(([text, { id }]) => [text, id]))] as const;
		}),
	);
	return Object.fromEntries(found);
}
