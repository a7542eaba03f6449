import type { Language } from '#lib/languages/languages.ts';
import type { Actor } from '../access/access.ts';
import * as recordings from '../recordings/recordings.ts';
import type { Translation } from './shelf.ts';

/**
 * Under which words a spoken translation is kept: apart from the sentences of the catalogue, so that a translator who
 * types one of those speaks in nobody's place.
 */
export function spokenAs(text: string): string {
	return `translation: ${text}`;
}

/**
 * The id of the recording of each of these translations, by the translation's own id. Of an approved one the newest
 * that was there when it was approved: what a translator spoke since, nobody has heard yet.
 */
export async function spokenOf(
	actor: Actor,
	language: Language,
	rows: readonly Translation[],
	personId: string,
): Promise<ReadonlyMap<string, string>> {
	const approvedAt = new Map(
		rows.flatMap(({ changedAt, state, text }): [string, number][] =>
			state === 'approved' ? [[spokenAs(text), changedAt]] : [],
		),
	);
	const words = rows.map(({ text }) => spokenAs(text));
	const found = await recordings.findFor(actor, language, words, personId, approvedAt);
	return new Map(
		rows.flatMap(({ id, text }): [string, string][] => {
			const recording = found.get(spokenAs(text));
			return recording ? [[id, recording.id]] : [];
		}),
	);
}
