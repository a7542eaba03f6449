import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import type { NoticeKind, NoticeSlots } from './kinds.ts';

/** One thing that somebody is told, once. */
export interface NewNotice {
	readonly personId: string;
	/** What happened, in a text that is unique: the same fact gives no second notice, however often it is said. */
	readonly fact: string;
	readonly kind: NoticeKind;
	/** The id of what it is about; no path, since pages move. */
	readonly subject: string;
	/** Shown after signing in, and only then. */
	readonly slots?: NoticeSlots;
	/** Not before this instant, in milliseconds UTC. */
	readonly at: number;
	/** From this instant on it is of no use: it is not sent any more, but stays in the person's list. */
	readonly expiresAt: number;
}

/** How long a notice is of use that says itself no better: a week, in milliseconds. */
export const usualLife = 7 * 24 * 60 * 60_000;

/** PostgreSQL takes 65,535 values in one statement; a row here has ten. */
const rowsAtOnce = 200;

/**
 * Puts a notice in the outbox, in the very transaction that makes the fact: either both stand or neither. What is read
 * about the person (choice, quiet hours, veilig contact) the worker reads when it comes to it.
 */
export async function add(tx: Db, t: Schema, notice: NewNotice): Promise<void> {
	await addAll(tx, t, [notice]);
}

/** `add` for many at once. */
export async function addAll(tx: Db, t: Schema, several: readonly NewNotice[]): Promise<void> {
	for (let from = 0; from < several.length; from += rowsAtOnce) {
		const rows = several
			.slice(from, from + rowsAtOnce)
			.map(({ slots = {}, ...rest }) => ({ ...rest, slots, id: newId(), createdAt: rest.at }));
		await tx.insert(t.notices).values(rows).onConflictDoNothing({ target: t.notices.fact });
	}
}

/**
 * `addAll` for a job that says the same facts again and again: what is known already needs no transaction, and so no
 * line in the audit.
 */
export async function addNew(
	{ store, tenant }: Portal,
	several: readonly NewNotice[],
	now: number,
): Promise<void> {
	const { notices: t } = store.t;
	const known = new Set<string>();
	for (let from = 0; from < several.length; from += rowsAtOnce) {
		const facts = several.slice(from, from + rowsAtOnce).map(({ fact }) => fact);
		const rows = await store.read.select({ fact: t.fact }).from(t).where(inArray(t.fact, facts));
		for (const { fact } of rows) known.add(fact);
	}
	const fresh = several.filter(({ fact }) => !known.has(fact));
	if (fresh.length === 0) return;
	await store.write(now, async (tx, log) => {
		await addAll(tx, store.t, fresh);
		const detail = { count: fresh.length };
		log({ actor: 'notices', action: 'notice.add', subject: tenant.id, detail });
	});
}

/**
 * Of these kinds lets go what waits to be sent and is not among the facts any more, such as a reminder of what was
 * called off since; it stays in the person's list.
 */
export async function letGo(
	{ store, tenant }: Portal,
	kinds: readonly NoticeKind[],
	facts: ReadonlySet<string>,
	now: number,
): Promise<void> {
	const { noticeDeliveries: d, notices: t } = store.t;
	const waiting = await store.read
		.select({ id: t.id, fact: t.fact })
		.from(d)
		.innerJoin(t, eq(t.id, d.noticeId))
		.where(and(eq(d.state, 'waiting'), inArray(t.kind, [...kinds]), gt(t.expiresAt, now)));
	const ids = new Set(waiting.filter(({ fact }) => !facts.has(fact)).map(({ id }) => id));
	if (ids.size === 0) return;
	await store.write(now, async (tx, log) => {
		for (const id of ids) await tx.update(t).set({ expiresAt: now }).where(eq(t.id, id));
		const detail = { count: ids.size };
		log({ actor: 'notices', action: 'notice.letGo', subject: tenant.id, detail });
	});
}

/** Takes back a notice that has not gone out yet, as if it never was; one that is on its way stays. */
export async function withdraw(tx: Db, t: Schema, fact: string): Promise<void> {
	await tx.delete(t.notices).where(and(eq(t.notices.fact, fact), isNull(t.notices.plannedAt)));
}
