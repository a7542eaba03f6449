import { and, eq } from 'drizzle-orm';
import { permitted, type Resident } from '../access/access.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addressKey } from './address.ts';
import { isPushService } from './push-services.ts';

/** Where a browser takes its push messages, and the keys with which those are sealed for it (RFC 8291). */
export interface Subscription {
	readonly endpoint: string;
	/** The public key of the browser: 65 bytes, base64url. */
	readonly p256dh: string;
	/** Its authentication secret: 16 bytes, base64url. */
	readonly auth: string;
}

export type SubscriptionRow = Schema['pushSubscriptions']['$inferSelect'];

const mostPhones = 5;

/**
 * Keeps where this phone takes its messages. Refused (`form`) for what is no subscription of a known push service. A phone that was
 * somebody else's is that person's no longer; of more than five the oldest goes.
 */
export async function subscribe(
	actor: Resident,
	subscription: Subscription,
	now: number,
): Promise<Outcome<null>> {
	const { id: personId } = permitted(actor, 'notice.choose', await people.own(actor));
	if (!isWhole(subscription)) return refused({ form: 'notAChoice' });
	const { portal } = actor;
	const { pushSubscriptions: t } = portal.store.t;
	const id = newId();
	const { endpoint, p256dh, auth } = subscription;
	const row = {
		personId,
		endpointKey: addressKey(portal, endpoint),
		sealed: envelope.seal(
			portal.keyring,
			JSON.stringify({ endpoint, p256dh, auth }),
			placeOf(portal, id),
		),
		createdAt: now,
	};
	return portal.store.write(now, async (tx, log) => {
		await tx.delete(t).where(eq(t.endpointKey, row.endpointKey));
		const known = await tx
			.select({ id: t.id })
			.from(t)
			.where(eq(t.personId, personId))
			.orderBy(t.createdAt);
		for (const old of known.slice(0, Math.max(0, known.length - mostPhones + 1))) {
			await tx.delete(t).where(eq(t.id, old.id));
		}
		await tx.insert(t).values({ id, ...row });
		log({ actor: actor.id, action: 'notice.push.on', subject: personId, personId });
		return done(null);
	});
}

/** Ends the messages to one phone, or to all of the person's when none is named. */
export async function unsubscribe(
	actor: Resident,
	endpoint: string | null,
	now: number,
): Promise<void> {
	const { id: personId } = permitted(actor, 'notice.choose', await people.own(actor));
	const { portal } = actor;
	const { pushSubscriptions: t } = portal.store.t;
	const which = endpoint ? eq(t.endpointKey, addressKey(portal, endpoint)) : undefined;
	await portal.store.write(now, async (tx, log) => {
		await tx.delete(t).where(and(eq(t.personId, personId), which));
		log({ actor: actor.id, action: 'notice.push.off', subject: personId, personId });
	});
}

/** The phones of somebody, as a transaction sees them. */
export function subscriptionsIn(
	{ store }: Portal,
	tx: Db,
	personId: string,
): Promise<SubscriptionRow[]> {
	const { pushSubscriptions: t } = store.t;
	return tx.select().from(t).where(eq(t.personId, personId)).orderBy(t.createdAt);
}

/** Opens where a phone takes its messages. */
export function opened(portal: Portal, { id, sealed }: SubscriptionRow): Subscription {
	return JSON.parse(envelope.openText(portal.keyring, sealed, placeOf(portal, id))) as Subscription;
}

function isWhole({ endpoint, p256dh, auth }: Subscription): boolean {
	return (
		endpoint.length <= 1000 &&
		isPushService(endpoint) &&
		/^[\w-]{87}=?$/.test(p256dh) &&
		Buffer.from(p256dh, 'base64url').length === 65 &&
		/^[\w-]{22}={0,2}$/.test(auth)
	);
}

function placeOf({ tenant }: Portal, row: string): string {
	return envelope.aadOf({ tenant: tenant.id, table: 'push_subscriptions', column: 'sealed', row });
}
