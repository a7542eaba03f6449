import { and, eq } from 'drizzle-orm';
import type { Helper } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { open, working } from './rows.ts';
import type { HelperScope } from './scopes.ts';
import { hashOf, isSame, newKey, readKey } from './secrets.ts';

/** What the bearer of a link reads before coming in: with whom they would look along, by the given name. */
export interface Invitation {
	readonly id: string;
	readonly personId: string;
	readonly personName: string;
	readonly sees: readonly HelperScope[];
	readonly endsAt: number;
}

/** Somebody who came in, and what their pages say of it. */
export interface Found {
	readonly actor: Helper;
	readonly personName: string;
	readonly endsAt: number;
}

/**
 * What the link with this token offers; looking at it uses nothing up, since programs open links before people do.
 * Unknown, used and ended are one and the same: NotFound, after the same one question to the database.
 */
export async function knock(portal: Portal, token: string, { now }: Moment): Promise<Invitation> {
	const { read, t } = portal.store;
	const { endsAt, id, personId, sees } = t.helpers;
	const [row] = await read
		.select({ id, personId, personName: t.people.givenName, sees, endsAt })
		.from(t.helpers)
		.innerJoin(t.people, eq(t.people.id, personId))
		.where(
			and(eq(t.helpers.linkHash, hashOf(token)), open(t, now), eq(t.people.safeContact, false)),
		);
	if (!row) throw new NotFound();
	return row;
}

/** Uses the link up, once whoever taps at the same time, and gives what the phone is known by until the end. */
export async function enter(
	portal: Portal,
	token: string,
	moment: Moment,
): Promise<{ readonly key: string; readonly endsAt: number }> {
	const { id, endsAt, personId } = await knock(portal, token, moment);
	const { store } = portal;
	const { key, secretHash } = newKey(id);
	await store.write(moment.now, async (tx, log) => {
		const used = await tx
			.update(store.t.helpers)
			.set({ enteredAt: moment.now, secretHash })
			.where(and(eq(store.t.helpers.linkHash, hashOf(token)), open(store.t, moment.now)))
			.returning({ id: store.t.helpers.id });
		if (used.length === 0) throw new NotFound();
		log({ actor: id, action: 'helper.enter', subject: id, personId });
	});
	return { key, endsAt };
}

/** Who holds this key, as long as they may look along; null for everybody else. */
export async function find(portal: Portal, key: string, now: number): Promise<Found | null> {
	const said = readKey(key);
	if (!said) return null;
	const { read, t } = portal.store;
	const [row] = await read
		.select({ helper: t.helpers, personName: t.people.givenName })
		.from(t.helpers)
		.innerJoin(t.people, eq(t.people.id, t.helpers.personId))
		.where(and(eq(t.helpers.id, said.id), working(t, now), eq(t.people.safeContact, false)));
	if (!row?.helper.secretHash || !isSame(row.helper.secretHash, said.secretHash)) return null;
	const { endsAt, id, personId, sees } = row.helper;
	return {
		actor: { kind: 'helper', id, personId, sees, portal },
		personName: row.personName,
		endsAt,
	};
}
