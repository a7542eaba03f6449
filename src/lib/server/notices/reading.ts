import { and, count, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import { permitted, type Resident } from '../access/access.ts';
import * as people from '../people/people.ts';
import type { NoticeRow } from './wanted.ts';

/** A notice as its page shows it, after signing in. */
export type NoticeShown = Pick<NoticeRow, 'id' | 'kind' | 'subject' | 'slots' | 'at'> & {
	readonly isNew: boolean;
};

const shown = 16;
const dayLong = 24 * 60 * 60_000;

/** So long the page of today tells of what was not read, in milliseconds; after that it is no news. */
const newsFor = 30 * dayLong;

/** The last notices of the person, the newest first; those that are still to come are not among them. */
export async function own(actor: Resident, now: number): Promise<NoticeShown[]> {
	const { id: personId } = permitted(actor, 'notice.read', await people.own(actor));
	const { read, t } = actor.portal.store;
	const { notices } = t;
	const rows = await read
		.select()
		.from(notices)
		.where(and(eq(notices.personId, personId), lte(notices.at, now)))
		.orderBy(desc(notices.at), desc(notices.id))
		.limit(shown);
	return rows.map(({ id, kind, subject, slots, at, readAt }) => {
		return { id, kind, subject, slots, at, isNew: readAt === null };
	});
}

/** How many the person has not seen yet. */
export async function unread(actor: Resident, now: number): Promise<number> {
	const { id: personId } = permitted(actor, 'notice.read', await people.own(actor));
	const { read, t } = actor.portal.store;
	const { notices } = t;
	const isNews = and(isNull(notices.readAt), lte(notices.at, now), gt(notices.at, now - newsFor));
	const [row] = await read
		.select({ n: count() })
		.from(notices)
		.where(and(eq(notices.personId, personId), isNews));
	return row?.n ?? 0;
}

/** Keeps that the person saw the list. It changes nothing of what is sent, and nothing of the law reads it. */
export async function seen(actor: Resident, now: number): Promise<void> {
	const { id: personId } = permitted(actor, 'notice.read', await people.own(actor));
	const { notices } = actor.portal.store.t;
	if ((await unread(actor, now)) === 0) return;
	await actor.portal.store.touch((tx) =>
		tx
			.update(notices)
			.set({ readAt: now })
			.where(and(eq(notices.personId, personId), isNull(notices.readAt), lte(notices.at, now))),
	);
}
