import { and, eq } from 'drizzle-orm';
import type { Db, Log } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { Translation } from './shelf.ts';
import { after, type TranslationEvent } from './states.ts';

export interface Doing {
	readonly event: TranslationEvent;
	readonly actor: string;
	readonly now: number;
}

/**
 * Lets something happen to a translation that is there, inside a transaction, when it still is as it was seen:
 * the same state and the same words. Refused with `translationMoved` otherwise, and when the table does not allow it.
 */
export async function change(
	portal: Portal,
	tx: Db,
	log: Log,
	seen: Translation,
	{ event, actor, now }: Doing,
	values: Partial<Translation>,
): Promise<Outcome<Translation>> {
	const { translations } = portal.store.t;
	const { id, personId } = seen;
	const about = { actor, subject: id, personId };
	const state = after(seen.state, event);
	const [changed] = state
		? await tx
				.update(translations)
				.set({ ...values, state, changedAt: now })
				.where(
					and(
						eq(translations.id, id),
						eq(translations.state, seen.state),
						eq(translations.text, seen.text),
					),
				)
				.returning()
		: [];
	if (!changed) {
		log({ ...about, action: 'translation.refuse', detail: { event, state: seen.state } });
		return refused({ form: 'translationMoved' });
	}
	log({
		...about,
		action: `translation.${event}`,
		detail: { from: seen.state, to: changed.state },
	});
	return done(changed);
}
