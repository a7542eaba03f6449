import { and, asc, eq } from 'drizzle-orm';
import { type Actor, mayManageAccounts, type Staff } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import type { NoticeChannel, NoticeKind } from './kinds.ts';
import type { SendingError } from './states.ts';

/** A delivery that was given up: what kind of notice, never whose or what it said. */
export interface DeadLetter {
	readonly id: string;
	readonly kind: NoticeKind;
	readonly channel: NoticeChannel;
	readonly since: number;
	readonly attempts: number;
	readonly error: SendingError | null;
	/** Trying again is of use: it has not expired. */
	readonly isOfUse: boolean;
}

const shown = 100;

/** What was given up, the longest ago first. For administrators. */
export async function deadLetters(actor: Staff, now: number): Promise<DeadLetter[]> {
	expectAdministrator(actor);
	const { read, t } = actor.portal.store;
	const { notices, noticeDeliveries: d } = t;
	const { kind, expiresAt } = notices;
	const { id, channel, settledAt, attempts, error } = d;
	const rows = await read
		.select({ id, channel, settledAt, attempts, error, kind, expiresAt })
		.from(d)
		.innerJoin(notices, eq(notices.id, d.noticeId))
		.where(eq(d.state, 'dead'))
		.orderBy(asc(settledAt), asc(id))
		.limit(shown);
	return rows.map(({ settledAt: since, expiresAt: until, ...rest }) => {
		return { ...rest, since: since ?? now, isOfUse: until > now };
	});
}

/** Lets one be tried again from the first attempt on; one that was tried again already stays as it is. */
export async function retry(actor: Staff, id: string, now: number): Promise<void> {
	expectAdministrator(actor);
	const { store } = actor.portal;
	const { noticeDeliveries: t } = store.t;
	if (!isId(id)) throw new NotFound();
	await store.write(now, async (tx, log) => {
		const [known] = await tx.select({ id: t.id }).from(t).where(eq(t.id, id));
		if (!known) throw new NotFound();
		const [again] = await tx
			.update(t)
			.set({ state: 'waiting', attempts: 0, dueAt: now, settledAt: null, error: null })
			.where(and(eq(t.id, id), eq(t.state, 'dead')))
			.returning({ id: t.id });
		log({ actor: actor.id, action: again ? 'notice.retry' : 'notice.retry.again', subject: id });
	});
}

function expectAdministrator(actor: Actor) {
	if (!mayManageAccounts(actor)) throw new NotFound();
}
