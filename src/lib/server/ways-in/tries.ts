import { createHmac } from 'node:crypto';
import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { Portal } from '../portal.ts';
import { networkOf } from './network.ts';

/** What is counted, until when, and how many of it there may be. */
export interface Limit {
	readonly about: string;
	readonly span: string;
	readonly most: number;
	/** From this instant on the count is of no use. */
	readonly until: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Tries of one letter, in its whole life; it dies before the count does. */
export function ofLetter(number: string, now: number): Limit {
	return { about: `letter:${number}`, span: 'ever', most: 5, until: now + 100 * day };
}

/** Wrong answers from one address within an hour: many share one, so only wrong ones count. */
export const fromAddress = (portal: Portal, address: string, now: number): Limit =>
	within(`address:${keyed(portal, networkOf(address))}`, hour, 20, now);

/**
 * Wrong answers of everybody within a day: what a campaign from many addresses may try. What can open nothing, as there
 * is no such letter or code, is counted apart, for the same work: else whoever makes up numbers shuts everybody out.
 */
export const ofEverybody = (now: number, isThere = true): Limit =>
	isThere ? within('everybody', day, 1000, now) : within('nobody', day, Infinity, now);

/** Wrong codes of one account within a day. */
export const ofAccount = (id: string, now: number): Limit => within(`account:${id}`, day, 20, now);

/** Codes that are sent: to one account, asked from one address, and in all; those to nobody apart, as above. */
export const sentTo = (id: string, now: number): Limit => within(`sent:${id}`, hour, 5, now);
export const askedFrom = (portal: Portal, address: string, now: number): Limit =>
	within(`asked:${keyed(portal, networkOf(address))}`, hour, 30, now);
export const sentInAll = (now: number, isSent = true): Limit =>
	isSent ? within('sent', day, 2000, now) : within('unsent', day, Infinity, now);

/** Whether nothing may be tried any more: asked beforehand, so that going on guessing writes nothing. */
export async function areUsedUp(
	db: Db,
	{ signInTries: t }: Schema,
	limits: readonly Limit[],
): Promise<boolean> {
	const rows = await db
		.select()
		.from(t)
		.where(or(...limits.map((limit) => isOf(t, limit))));
	return limits.some(({ about, span, most }) =>
		rows.some((row) => row.about === about && row.span === span && row.tried >= most),
	);
}

/**
 * Counts a try beforehand, of each limit in turn: false at the first of which it is one too many, and the next do not
 * count it, so that who goes on at one locked letter uses up nothing of everybody. The rows are locked until the
 * transaction ends, so that tries made at once are counted one after the other.
 */
export async function count(
	tx: Db,
	{ signInTries: t }: Schema,
	limits: readonly Limit[],
	now: number,
): Promise<boolean> {
	await tx.delete(t).where(lt(t.until, now));
	for (const { about, span, most, until } of limits) {
		const [row] = await tx
			.insert(t)
			.values({ about, span, tried: 1, until })
			.onConflictDoUpdate({ target: [t.about, t.span], set: { tried: sql`${t.tried} + 1` } })
			.returning({ tried: t.tried });
		if (!row || row.tried > most) return false;
	}
	return true;
}

/** Takes a counted try back: it was right. */
export async function forgive(tx: Db, { signInTries: t }: Schema, limits: readonly Limit[]) {
	for (const limit of limits) {
		await tx
			.update(t)
			.set({ tried: sql`${t.tried} - 1` })
			.where(isOf(t, limit));
	}
}

/** Begins the count of a letter anew: its number may have been guessed before it was given. */
export async function forget(tx: Db, { signInTries: t }: Schema, limit: Limit) {
	await tx.delete(t).where(isOf(t, limit));
}

function within(about: string, spanMs: number, most: number, now: number): Limit {
	const nth = Math.floor(now / spanMs);
	return { about, span: `${spanMs / hour}h:${nth}`, most, until: (nth + 1) * spanMs };
}

function isOf(t: Schema['signInTries'], { about, span }: Limit) {
	return and(eq(t.about, about), eq(t.span, span));
}

/** An address is personal: a keyed hash is enough to count by. */
function keyed({ keyring, tenant }: Portal, address: string): string {
	return createHmac('sha256', keyring.blindIndexKey)
		.update(`sign-in-address|${tenant.id}|${address}`)
		.digest('base64url');
}
