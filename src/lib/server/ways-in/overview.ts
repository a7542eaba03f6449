import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { permitted, type Resident, type Staff } from '../access/access.ts';
import * as accounts from '../accounts/accounts.ts';
import { dayOf, type Moment, timeOf } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { ofAccount } from './passkeys.ts';

export type LetterState = 'open' | 'used' | 'replaced' | 'over';

const shown = 6;

/** How somebody gets in, for the desk: which ways there are and what became of the letters; not when they were used. */
export async function forDesk(actor: Staff, personId: string, { now }: Moment) {
	const person = permitted(actor, 'access.issue', await people.find(actor, personId));
	const { portal } = actor;
	const { activationLetters: l } = portal.store.t;
	const rows = await portal.store.read
		.select()
		.from(l)
		.where(eq(l.personId, person.id))
		.orderBy(desc(l.issuedAt))
		.limit(shown);
	const account = await accountOf(portal, person.id);
	return {
		person,
		letters: rows.map((letter) => ({
			number: letter.number,
			issuedOn: dayOf(letter.issuedAt),
			lastOn: dayOf(letter.endsAt - 1),
			usedOn: letter.usedAt === null ? null : dayOf(letter.usedAt),
			state: stateOf(letter, now),
		})),
		...(await waysOf(portal, account)),
		signedIn: account ? (await aliveOf(portal, account.id, now)).length : 0,
	};
}

/** The own ways in, devices and sign-ins of an inburgeraar. */
export async function own(actor: Resident, sessionId: string, { now }: Moment) {
	const person = permitted(actor, 'access.own', await people.own(actor));
	const { portal } = actor;
	const account = await accountOf(portal, person.id);
	const sessions = account ? await aliveOf(portal, account.id, now) : [];
	return {
		...(await waysOf(portal, account)),
		sessions: sessions.map(({ device, id, lastSeenAt, startedAt }) => ({
			id,
			device,
			startedOn: dayOf(startedAt),
			seenOn: dayOf(lastSeenAt),
			seenAt: timeOf(lastSeenAt),
			isThis: id === sessionId,
		})),
	};
}

/** Ends one own sign-in; not found when it is somebody else's. */
export async function endSession(actor: Resident, id: string, { now }: Moment): Promise<void> {
	permitted(actor, 'access.own', await people.own(actor));
	const { sessions: s } = actor.portal.store.t;
	if (!isId(id)) throw new NotFound();
	await actor.portal.store.write(now, async (tx, log) => {
		const [ended] = await tx
			.update(s)
			.set({ endedAt: now, idToken: null })
			.where(and(eq(s.id, id), eq(s.accountId, actor.id)))
			.returning();
		if (!ended) throw new NotFound();
		log({ actor: actor.id, action: 'session.end', subject: id, personId: actor.personId });
	});
}

/** Ends every own sign-in but this one. */
export async function endOthers(actor: Resident, thisId: string, { now }: Moment): Promise<void> {
	permitted(actor, 'access.own', await people.own(actor));
	const { sessions: s } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx
			.update(s)
			.set({ endedAt: now, idToken: null })
			.where(and(eq(s.accountId, actor.id), ne(s.id, thisId), isNull(s.endedAt)));
		log({ actor: actor.id, action: 'session.endAll', subject: actor.id, personId: actor.personId });
	});
}

/** Takes a device away: it cannot sign in any more, and what it had signed in is ended. */
export async function removeDevice(actor: Resident, id: string, { now }: Moment): Promise<void> {
	permitted(actor, 'access.own', await people.own(actor));
	const { passkeys: p, sessions: s } = actor.portal.store.t;
	if (!isId(id)) throw new NotFound();
	await actor.portal.store.write(now, async (tx, log) => {
		await people.takeTurn(actor.portal.store.t, tx, actor.personId);
		const [gone] = await tx
			.update(p)
			.set({ revokedAt: now })
			.where(and(eq(p.id, id), eq(p.accountId, actor.id)))
			.returning();
		if (!gone) throw new NotFound();
		await tx
			.update(s)
			.set({ endedAt: now })
			.where(and(eq(s.passkeyId, id), isNull(s.endedAt)));
		log({ actor: actor.id, action: 'access.remove', subject: id, personId: actor.personId });
	});
}

async function waysOf(portal: Portal, account: Schema['accounts']['$inferSelect'] | null) {
	if (!account) return { hasDigid: false, codeChannel: null, devices: [] };
	const { accountIdentities: i, codeWays: w } = portal.store.t;
	const { read } = portal.store;
	const [way] = await read.select().from(w).where(eq(w.accountId, account.id));
	const joined = await read.$count(i, eq(i.accountId, account.id));
	const passkeys = await ofAccount(portal, account.id);
	return {
		hasDigid: joined > 0 || accounts.cameByProvider(account),
		codeChannel: way?.channel ?? null,
		devices: passkeys.map(({ addedAt, device, id, lastUsedAt }) => ({
			id,
			device,
			addedOn: dayOf(addedAt),
			lastOn: lastUsedAt === null ? null : dayOf(lastUsedAt),
		})),
	};
}

async function accountOf({ store }: Portal, personId: string) {
	const { accounts: a } = store.t;
	const [account] = await store.read
		.select()
		.from(a)
		.where(and(eq(a.personId, personId), eq(a.kind, 'resident')))
		.orderBy(a.createdAt);
	return account ?? null;
}

/** Sign-ins that were not ended and would still open something. */
async function aliveOf({ store }: Portal, accountId: string, now: number) {
	const { sessions: s } = store.t;
	const isAlive = and(eq(s.accountId, accountId), isNull(s.endedAt), gt(s.endsAt, now));
	const rows = await store.read.select().from(s).where(isAlive).orderBy(desc(s.lastSeenAt));
	return rows.filter(({ lastSeenAt, means }) => {
		return now < lastSeenAt + accounts.limitsOf('resident', means).idle;
	});
}

function stateOf(
	{ endsAt, revokedAt, usedAt }: Schema['activationLetters']['$inferSelect'],
	now: number,
): LetterState {
	if (usedAt !== null) return 'used';
	if (revokedAt !== null) return 'replaced';
	return now < endsAt ? 'open' : 'over';
}
