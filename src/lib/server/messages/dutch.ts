import { and, eq } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import * as absences from '../absences/absences.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import { seal } from './sealed.ts';

/** Longest Dutch beside words in another language, in characters. */
export const longestDutch = 4000;

/**
 * Writes down what the person's words say in Dutch, after an interpreter for one. The original stays beside it, and the
 * person sees who wrote it. Said again it is what was said last.
 */
export async function writeDutch(
	actor: Staff,
	personId: string,
	{ messageId, words }: { readonly messageId: string; readonly words: string },
	moment: Moment,
): Promise<void> {
	await absences.find(actor, 'message.write', personId, moment);
	if (!isId(messageId)) throw new NotFound();
	const { portal } = actor;
	const { messages: m } = portal.store.t;
	const place = { table: 'messages', column: 'dutch', row: messageId } as const;
	const written = {
		dutchSealed: seal(portal, place, words),
		dutchBy: actor.id,
		dutchAt: moment.now,
	};
	await portal.store.write(moment.now, async (tx, log) => {
		const [row] = await tx
			.update(m)
			.set(written)
			.where(and(eq(m.id, messageId), eq(m.personId, personId), eq(m.sender, 'person')))
			.returning({ id: m.id });
		if (!row) throw new NotFound();
		log({ actor: actor.id, action: 'message.dutch', subject: messageId, personId });
	});
}
