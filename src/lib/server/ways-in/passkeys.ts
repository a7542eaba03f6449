import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import * as accounts from '../accounts/accounts.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { remember, take } from './challenges.ts';
import { mayAddDevice } from './kinds.ts';
import { challengeOf, readAdded, readSigned } from './signed.ts';

type Passkey = Schema['passkeys']['$inferSelect'];

/** Where the browser is: a passkey works for one host only (WebAuthn, relying party id). */
export interface Place {
	/** The host, which picked the tenant from an allow-list. */
	readonly host: string;
	/** Protocol, host and port. */
	readonly origin: string;
	/** Which kind of device, for the person's own list. */
	readonly device: string | null;
}

/** Who adds a device, and by which sign-in. */
export interface Adding {
	readonly account: accounts.Account;
	readonly session: accounts.Session;
}

/** The name in the keychain of a phone that others may see: not of the gemeente, and not what it is for. */
const neutralName = 'Meedoen';

/** EdDSA, ES256 and RS256 (COSE), which every phone can one of; named, as asking Node for more is experimental. */
const algorithms = [-8, -7, -257] as const;

/** What the browser asks the device to make. Not found for a sign-in that may not add one. */
export async function askToAdd(
	portal: Portal,
	{ account, session }: Adding,
	{ host }: Pick<Place, 'host'>,
	now: number,
) {
	if (!mayAddDevice[session.means]) throw new NotFound();
	const known = await ofAccount(portal, account.id);
	const options = await generateRegistrationOptions({
		rpName: neutralName,
		rpID: host,
		userName: account.name,
		userID: new Uint8Array(Buffer.from(account.id)),
		supportedAlgorithmIDs: [...algorithms],
		attestationType: 'none',
		excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
		// Nobody types a name here, so the device itself must know whose key it has.
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
	await remember(portal, options.challenge, 'add', account.id, now);
	return options;
}

/**
 * Keeps the public half of what the device made. Who came by a letter goes on with a sign-in of the device, whose token
 * this gives; for another sign-in null. The person is told in the portal. Refused for anything that does not fit.
 */
export async function add(
	portal: Portal,
	{ account, session }: Adding,
	given: string,
	{ device, host, origin }: Place,
	now: number,
): Promise<Outcome<string | null>> {
	if (!mayAddDevice[session.means]) throw new NotFound();
	const response = readAdded(given);
	const challenge = response && challengeOf(response.response.clientDataJSON);
	if (!challenge || !(await take(portal, challenge, 'add', account.id, now))) return failed;
	const expected = { expectedOrigin: origin, expectedRPID: host, requireUserVerification: true };
	const verified = await verifyRegistrationResponse({
		response,
		expectedChallenge: challenge,
		...expected,
		supportedAlgorithmIDs: [...algorithms],
	}).catch(() => null);
	if (!verified?.verified) return failed;
	const { counter, id: credentialId, publicKey } = verified.registrationInfo.credential;
	const row = {
		id: newId(),
		accountId: account.id,
		credentialId,
		publicKey: Buffer.from(publicKey).toString('base64url'),
		counter,
		transports: response.response.transports ?? [],
		device,
		addedAt: now,
	};
	return keep(portal, { account, session }, row, now);
}

async function keep(
	portal: Portal,
	{ account, session }: Adding,
	row: Schema['passkeys']['$inferInsert'],
	now: number,
): Promise<Outcome<string | null>> {
	const { t } = portal.store;
	const personId = account.personId ?? '';
	return portal.store.write(now, async (tx, log) => {
		await people.takeTurn(t, tx, personId);
		const isLetter = session.means === 'letter';
		const isHere = and(eq(t.sessions.id, session.id), isNull(t.sessions.endedAt));
		const [alive] = await tx
			.update(t.sessions)
			.set(isLetter ? { endedAt: now } : { lastSeenAt: now })
			.where(isHere)
			.returning();
		const [kept] = alive
			? await tx.insert(t.passkeys).values(row).onConflictDoNothing().returning()
			: [];
		log({ actor: account.id, action: 'access.device', subject: row.id, personId });
		if (!kept) return failed;
		await notices.add(tx, t, {
			personId,
			fact: `access.device:${row.id}`,
			kind: 'deviceNew',
			subject: row.id,
			at: now,
			expiresAt: now + notices.usualLife,
		});
		if (!isLetter) return done(null);
		const { device = null, id: passkeyId } = row;
		const beginning = { means: 'passkey', device, passkeyId } as const;
		return done(await accounts.beginSession(portal, tx, log, account, beginning, now));
	});
}

/** What the browser asks a device that is not known yet to sign: any that has a key for this host. */
export async function askToSignIn(portal: Portal, { host }: Pick<Place, 'host'>, now: number) {
	const options = await generateAuthenticationOptions({
		rpID: host,
		userVerification: 'required',
	});
	await remember(portal, options.challenge, 'signIn', null, now);
	return options;
}

/** The token of a sign-in by what a device signed; refused alike for whatever does not fit. */
export async function signIn(
	portal: Portal,
	given: string,
	{ device, host, origin }: Place,
	now: number,
): Promise<Outcome<string>> {
	const response = readSigned(given);
	const challenge = response && challengeOf(response.response.clientDataJSON);
	if (!challenge || !(await take(portal, challenge, 'signIn', null, now))) return failed;
	const known = await ofCredential(portal, response.id);
	const { userHandle } = response.response;
	if (!known || (userHandle && userHandle !== handleOf(known.account))) return failed;
	const { account, passkey } = known;
	const verified = await verifyAuthenticationResponse({
		response,
		expectedChallenge: challenge,
		expectedOrigin: origin,
		expectedRPID: host,
		requireUserVerification: true,
		credential: {
			id: passkey.credentialId,
			publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
			counter: passkey.counter,
		},
	}).catch(() => null);
	const counter = verified?.verified ? verified.authenticationInfo.newCounter : null;
	return begin(portal, account, passkey, counter, device, now);
}

/** `counter` is null where the signature did not hold, or was older than the last one: a copy (WebAuthn 6.1.1). */
async function begin(
	portal: Portal,
	account: accounts.Account,
	{ counter: before, id }: Passkey,
	counter: number | null,
	device: string | null,
	now: number,
): Promise<Outcome<string>> {
	const { t } = portal.store;
	const whose = { subject: id, personId: account.personId ?? '' };
	return portal.store.write(now, async (tx, log) => {
		if (counter === null || account.disabledAt !== null) {
			log({ actor: account.id, action: 'access.refused', ...whose });
			return failed;
		}
		await people.takeTurn(t, tx, whose.personId);
		const { passkeys: p } = t;
		const [used] = await tx
			.update(p)
			.set({ counter, lastUsedAt: now })
			.where(and(eq(p.id, id), eq(p.counter, before), isNull(p.revokedAt)))
			.returning();
		if (!used) {
			log({ actor: account.id, action: 'access.refused', ...whose });
			return failed;
		}
		const beginning = { means: 'passkey', device, passkeyId: id } as const;
		return done(await accounts.beginSession(portal, tx, log, account, beginning, now));
	});
}

const failed = refused({ device: 'deviceFailed' });

/** The passkeys of an account that work. */
export async function ofAccount({ store }: Portal, accountId: string): Promise<Passkey[]> {
	const { passkeys: t } = store.t;
	return store.read
		.select()
		.from(t)
		.where(and(eq(t.accountId, accountId), isNull(t.revokedAt)))
		.orderBy(t.addedAt);
}

async function ofCredential({ store }: Portal, credentialId: string) {
	const { accounts: a, passkeys: p } = store.t;
	const [row] = await store.read
		.select({ passkey: p, account: a })
		.from(p)
		.innerJoin(a, eq(a.id, p.accountId))
		.where(and(eq(p.credentialId, credentialId), isNull(p.revokedAt)));
	return row ?? null;
}

function handleOf({ id }: accounts.Account): string {
	return Buffer.from(id).toString('base64url');
}
