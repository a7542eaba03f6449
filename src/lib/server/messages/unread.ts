import { and, countDistinct, count, eq, isNull } from 'drizzle-orm';
import { permitted, type Resident } from '../access/access.ts';
import * as people from '../people/people.ts';

/** How many letters and threads have something that the person did not open yet. */
export async function unread(actor: Resident): Promise<number> {
	const { id } = permitted(actor, 'message.read', await people.own(actor));
	const { t, read } = actor.portal.store;
	const { letters: l, messages: m } = t;
	const isNew = and(eq(m.personId, id), eq(m.sender, 'gemeente'), isNull(m.readAt));
	const [[threads], [letters]] = await Promise.all([
		read.select({ n: countDistinct(m.threadId) }).from(m).where(isNew),
		read
			.select({ n: count() })
			.from(l)
			.where(and(eq(l.personId, id), isNull(l.readAt))),
	]);
	return (threads?.n ?? 0) + (letters?.n ?? 0);
}
