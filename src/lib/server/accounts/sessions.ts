import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { isId, newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import type { Means } from '../ways-in/kinds.ts';
import type { Account } from './accounts.ts';

const minute = 60_000;

/**
 * How long a sign-in lasts: unused at most `idle`, in all at most `absolute` (ms). DigiD sessions end after 15
 * minutes without use (DigiD session check T14); the absolute limits are the project's choice.
 */
export const limits = {
	resident: { idle: 15 * minute, absolute: 120 * minute },
	staff: { idle: 8 * 60 * minute, absolute: 8 * 60 * minute },
	// In a classroom others walk by.
	partner: { idle: 60 * minute, absolute: 8 * 60 * minute },
} as const;

/**
 * The same of who came in without a provider. A letter opens nothing but the page where the own device is made known;
 * a code by SMS is the weakest way. That fifteen minutes unused end it holds for all: phones are shared.
 */
const limitsOfMeans = {
	letter: { idle: 15 * minute, absolute: 30 * minute },
	passkey: { idle: 15 * minute, absolute: 8 * 60 * minute },
	code: { idle: 15 * minute, absolute: 60 * minute },
} as const satisfies Record<Exclude<Means, 'provider'>, unknown>;

/** How long this sign-in lasts. */
export function limitsOf(kind: Account['kind'], means: Means) {
	return means === 'provider' ? limits[kind] : limitsOfMeans[means];
}

/** Every use would be a write; one in half a minute is exact enough for a limit of 15 minutes. */
const touchEvery = minute / 2;

export interface Session {
	readonly id: string;
	readonly accountId: string;
	readonly endsAt: number;
	readonly means: Means;
	/** What the provider wants back when it ends its own sign-in. */
	readonly idToken: string | null;
}

/** A token that names a sign-in: alive with its account, ended (whose it was is still known), or unknown. */
export type Found =
	| { readonly state: 'alive'; readonly session: Session; readonly account: Account }
	| { readonly state: 'ended'; readonly accountId: string }
	| { readonly state: 'unknown' };

/** By what a sign-in begins. */
export interface Beginning {
	readonly means: Means;
	/** Which kind of device, for the person's own list. */
	readonly device?: string | null;
	readonly passkeyId?: string;
	readonly idToken?: string | null;
}

/** Begins a sign-in of who came back from a provider and gives its token, see `begin`. */
export async function start(
	portal: Portal,
	account: Account,
	now: number,
	idToken: string | null = null,
	device: string | null = null,
): Promise<string> {
	const beginning: Beginning = { means: 'provider', idToken, device };
	return portal.store.write(now, (tx, log) => begin(portal, tx, log, account, beginning, now));
}

/**
 * Begins a sign-in and gives its token, `id.secret`. Only the SHA-256 of the secret is kept, so that a stolen
 * database opens nothing (after Lucia's guide to sessions). The provider's token holds a BSN and is kept sealed.
 */
export async function begin(
	portal: Portal,
	tx: Db,
	log: Log,
	account: Account,
	{ means, device = null, passkeyId, idToken = null }: Beginning,
	now: number,
): Promise<string> {
	const id = newId();
	const secret = randomBytes(32).toString('base64url');
	await tx.insert(portal.store.t.sessions).values({
		id,
		secretHash: hashOf(secret),
		accountId: account.id,
		startedAt: now,
		lastSeenAt: now,
		endsAt: now + limitsOf(account.kind, means).absolute,
		idToken: idToken && envelope.seal(portal.keyring, idToken, aad(portal, id)),
		means,
		device,
		passkeyId: passkeyId ?? null,
	});
	log({ actor: account.id, action: 'session.start', subject: id, detail: { means } });
	return `${id}.${secret}`;
}

/** Finds the sign-in of a token and counts this as a use of it. */
export async function find(portal: Portal, token: string, now: number): Promise<Found> {
	const [id = '', secret = '', ...more] = token.split('.');
	if (!isId(id) || !isSecret(secret) || more.length > 0) return { state: 'unknown' };
	const { t, read } = portal.store;
	const [row] = await read
		.select({ session: t.sessions, account: t.accounts })
		.from(t.sessions)
		.innerJoin(t.accounts, eq(t.accounts.id, t.sessions.accountId))
		.where(eq(t.sessions.id, id));
	if (!row || !isSame(row.session.secretHash, hashOf(secret))) return { state: 'unknown' };
	const { session, account } = row;
	const isOver =
		session.endedAt !== null ||
		account.disabledAt !== null ||
		now >= session.endsAt ||
		now >= session.lastSeenAt + limitsOf(account.kind, session.means).idle;
	if (isOver) return { state: 'ended', accountId: account.id };
	if (now - session.lastSeenAt >= touchEvery) await touch(portal, session.id, now);
	return { state: 'alive', session: shown(portal, session), account };
}

/** Ends one sign-in: from the next request on it is nobody's, and the provider's token is gone. */
export async function end(portal: Portal, sessionId: string, actor: string, now: number) {
	const { t } = portal.store;
	await portal.store.write(now, async (tx, log) => {
		const over = { endedAt: now, idToken: null };
		await tx.update(t.sessions).set(over).where(eq(t.sessions.id, sessionId));
		log({ actor, action: 'session.end', subject: sessionId });
	});
}

/** Ends every sign-in of an account (a lost phone, somebody who left). */
export async function endAll(portal: Portal, accountId: string, actor: string, now: number) {
	const { t } = portal.store;
	await portal.store.write(now, async (tx, log) => {
		await tx
			.update(t.sessions)
			.set({ endedAt: now, idToken: null })
			.where(and(eq(t.sessions.accountId, accountId), isNull(t.sessions.endedAt)));
		log({ actor, action: 'session.endAll', subject: accountId });
	});
}

async function touch(portal: Portal, id: string, now: number) {
	const { t } = portal.store;
	await portal.store.touch((tx) =>
		tx.update(t.sessions).set({ lastSeenAt: now }).where(eq(t.sessions.id, id)),
	);
}

function shown(portal: Portal, row: Schema['sessions']['$inferSelect']): Session {
	const { id, accountId, endsAt, means, idToken: sealed } = row;
	const idToken = sealed && envelope.openText(portal.keyring, sealed, aad(portal, id));
	return { id, accountId, endsAt, means, idToken };
}

function aad({ tenant }: Portal, id: string): string {
	return envelope.aadOf({ tenant: tenant.id, table: 'sessions', column: 'id_token', row: id });
}

/** 32 bytes of base64url; anything else, a NUL for instance, is not even asked of the database. */
function isSecret(text: string): boolean {
	return /^[\w-]{43}$/.test(text);
}

function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

function isSame(a: string, b: string): boolean {
	return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
