import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import * as accounts from '../accounts/accounts.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { From } from './activating.ts';
import type { CodeChannel } from './kinds.ts';
import { digitsOf } from './letter-code.ts';
import * as tries from './tries.ts';

const minute = 60_000;
const dayLong = 24 * 60 * minute;

/** How long a code works, and how often one may be mistaken with it. */
const lasts = 10 * minute;
const mostTries = 5;

/** A code that goes to somebody: who gets it, and by which way. */
export interface Target {
	readonly account: accounts.Account;
	readonly channel: CodeChannel;
	/** Whether the right answer makes this the lasting way in: for who came by a letter. */
	readonly isFirst: boolean;
}

/** What was asked: `code` goes to the target and nowhere else, and there is none where nobody was found. */
export interface Asked {
	readonly id: string;
	readonly code: string | null;
}

/**
 * Makes a code of six digits for a target. Without one the same is written, so that it takes as long and looks alike.
 * Null when too many were asked for from this address or in all.
 */
export async function make(
	portal: Portal,
	target: Target | null,
	address: string,
	now: number,
): Promise<Asked | null> {
	const { store } = portal;
	const { signInCodes: t } = store.t;
	const ofHere = tries.askedFrom(portal, address, now);
	if (await tries.areUsedUp(store.read, store.t, [ofHere, tries.sentInAll(now)])) return null;
	const id = newId();
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	return store.write(now, async (tx, log) => {
		// Of somebody who is not there a count is kept too, and no other.
		const whom = tries.sentTo(target?.account.id ?? id, now);
		const limits = [ofHere, whom, tries.sentInAll(now, target !== null)];
		const isSent = (await tries.count(tx, store.t, limits, now)) && target !== null;
		await tx.delete(t).where(lt(t.until, now - dayLong));
		await tx.insert(t).values({
			id,
			accountId: isSent ? target.account.id : null,
			codeHash: hashOf(portal, id, code),
			channel: target?.channel ?? 'sms',
			isFirst: target?.isFirst ?? false,
			tries: 0,
			until: now + lasts,
		});
		log({ actor: 'code', action: 'access.code', subject: id, ...whose(target?.account ?? null) });
		return { id, code: isSent ? code : null };
	});
}

/**
 * The token of a sign-in for a code that was sent. Refused alike for a wrong code, one that is used, too old or tried
 * too often, and for one that never went to anybody.
 */
export async function answer(
	portal: Portal,
	id: string,
	typed: string,
	{ address, device }: From,
	{ now }: Moment,
): Promise<Outcome<string>> {
	const code = digitsOf(typed);
	if (!/^\d{6}$/.test(code)) return refused({ code: 'codeTypo' });
	if (!isId(id)) return refused({ code: 'codeRefused' });
	const { store } = portal;
	const { signInCodes: t } = store.t;
	const [sent] = await store.read.select().from(t).where(eq(t.id, id));
	const ofHere = tries.fromAddress(portal, address, now);
	const shared = [ofHere, tries.ofEverybody(now)];
	if (await tries.areUsedUp(store.read, store.t, shared)) return refused({ code: 'codeTooOften' });
	const account = sent?.accountId ? await accounts.byId(portal, sent.accountId) : null;
	// Of an account that is locked the answer is as of nobody: its own limit would tell that somebody was found.
	const whom = tries.ofAccount(sent?.accountId ?? id, now);
	const limits = [ofHere, whom, tries.ofEverybody(now, account !== null)];
	return store.write(now, async (tx, log) => {
		if (account?.personId) await people.takeTurn(store.t, tx, account.personId);
		const mayTry = await tries.count(tx, store.t, limits, now);
		const [tried] = await tx
			.update(t)
			.set({ tries: sql`${t.tries} + 1` })
			.where(and(eq(t.id, id), lt(t.tries, mostTries), isNull(t.usedAt), gt(t.until, now)))
			.returning();
		const isRight = isSame(
			hashOf(portal, id, code),
			sent?.codeHash ?? hashOf(portal, newId(), code),
		);
		log({ actor: 'code', action: 'access.try', subject: id, ...whose(account) });
		if (!mayTry || !tried?.accountId || !isRight || !account || account.disabledAt !== null) {
			return refused({ code: 'codeRefused' });
		}
		await tries.forgive(tx, store.t, limits);
		await tx.update(t).set({ usedAt: now }).where(eq(t.id, id));
		if (tried.isFirst) await makeLasting(store.t, tx, log, account, tried.channel, now);
		const beginning = { means: 'code', device } as const;
		return done(await accounts.beginSession(portal, tx, log, account, beginning, now));
	});
}

/** From now on a code comes at each sign-in; the sign-in of the letter has done its work. */
async function makeLasting(
	t: Schema,
	tx: Db,
	log: Log,
	{ id: accountId, personId }: accounts.Account,
	channel: CodeChannel,
	now: number,
) {
	const values = { channel, addedAt: now };
	await tx
		.insert(t.codeWays)
		.values({ accountId, ...values })
		.onConflictDoUpdate({ target: t.codeWays.accountId, set: values });
	const { sessions: s } = t;
	await tx
		.update(s)
		.set({ endedAt: now })
		.where(and(eq(s.accountId, accountId), eq(s.means, 'letter'), isNull(s.endedAt)));
	log({
		actor: accountId,
		action: 'access.byCode',
		subject: accountId,
		...whose({ personId }),
		detail: { channel },
	});
}

/** Six digits are soon guessed by who has the hash, so it needs a key; the database alone says nothing. */
function hashOf({ keyring, tenant }: Portal, id: string, code: string): string {
	return createHmac('sha256', keyring.blindIndexKey)
		.update(`sign-in-code|${tenant.id}|${id}|${code}`)
		.digest('base64url');
}

function isSame(one: string, other: string): boolean {
	return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function whose(of: Pick<accounts.Account, 'personId'> | null) {
	return of?.personId ? { personId: of.personId } : {};
}
