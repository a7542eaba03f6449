import { and, eq } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import type { InterpreterState } from './kinds.ts';
import type { ItemRow } from './occurrences.ts';
import { itemToPlan } from './planning.ts';

/** Whether an interpreter comes to an item, and for which language. */
export interface Interpreting {
	readonly interpreter: InterpreterState;
	readonly interpreterLanguage: string | null;
}

/**
 * Says whether an interpreter was asked for or booked. Refused without a language, and with `changedMeanwhile` when
 * somebody else changed the item after the page was made. What is already so is not written twice.
 */
export async function sayInterpreter(
	actor: Staff,
	itemId: string,
	seen: number,
	{ interpreter, interpreterLanguage }: Interpreting,
	{ now }: Moment,
): Promise<Outcome<ItemRow>> {
	const item = await itemToPlan(actor, itemId);
	const language = interpreter === 'none' ? null : interpreterLanguage;
	if (interpreter !== 'none' && language === null) {
		return refused({ interpreterLanguage: 'interpreterLanguageMissing' });
	}
	if (item.interpreter === interpreter && item.interpreterLanguage === language) return done(item);
	const { store } = actor.portal;
	return store.write(now, async (tx, log) => {
		const { agendaItems: t } = store.t;
		const [changed] = await tx
			.update(t)
			.set({ interpreter, interpreterLanguage: language, revision: seen + 1, changedAt: now })
			.where(and(eq(t.id, itemId), eq(t.revision, seen)))
			.returning();
		const whose = item.personId === null ? {} : { personId: item.personId };
		const action = changed ? 'agenda.interpreter' : 'agenda.late';
		log({ actor: actor.id, action, subject: itemId, ...whose, detail: { interpreter } });
		return changed ? done(changed) : refused({ form: 'changedMeanwhile' });
	});
}
