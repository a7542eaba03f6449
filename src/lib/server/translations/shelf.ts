import { and, asc, eq } from 'drizzle-orm';
import type { Language } from '#lib/languages/languages.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { OwnText } from '../pip/pip.ts';
import type { Portal } from '../portal.ts';

export type Translation = Schema['translations']['$inferSelect'];

/** Of one text: the translation of exactly this Dutch, and the last one of what stood there before. */
export interface Standing {
	readonly exact: Translation | null;
	/** Only when there is none of this Dutch: it fits no longer, which is something else than none. */
	readonly former: Translation | null;
}

/** Every translation of somebody's free text into a language, oldest change first; the caller checked the access. */
export async function shelf(
	portal: Portal,
	personId: string,
	language: Language,
	db: Db = portal.store.read,
): Promise<readonly Translation[]> {
	const { translations } = portal.store.t;
	return db
		.select()
		.from(translations)
		.where(and(eq(translations.personId, personId), eq(translations.language, language)))
		.orderBy(asc(translations.changedAt), asc(translations.id));
}

/** How the translation of this text stands. The hash finds it and the text itself decides, whatever collides. */
export function standing(rows: readonly Translation[], { dutch, place }: OwnText): Standing {
	const exact = rows.find((row) => row.dutch === dutch) ?? null;
	const former = exact ? null : rows.findLast((row) => row.place === place);
	return { exact, former: former ?? null };
}
