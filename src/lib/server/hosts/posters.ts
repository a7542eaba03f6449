import { randomBytes } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { mayPost, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { dayCode, hashOf, isToken, tokenOf } from './secrets.ts';

export type PosterRow = Schema['hostPosters']['$inferSelect'];

const dayMs = 24 * 3_600_000;
const lastsMs = 365 * dayMs;
const longest = 120;

/** A poster as staff see it; `token` opens the private page of the host with the code of the day. */
export interface Poster {
	readonly id: string;
	readonly gemeentecode: string;
	readonly organisation: string;
	readonly lastOn: Day;
	readonly isLive: boolean;
	readonly token: string;
}

/** Makes a poster for an organisation, for a year, with a page for the host that shows the code of the day. */
export async function makePoster(
	actor: Staff,
	{ gemeentecode, organisation }: { readonly gemeentecode: string; readonly organisation: string },
	{ now }: Moment,
): Promise<Outcome<string>> {
	if (!mayPost(actor, gemeentecode)) throw new NotFound();
	if (organisation.trim() === '') return refused({ organisation: 'missing' });
	if (organisation.length > longest) return refused({ organisation: 'tooLong' });
	const { portal } = actor;
	const id = newId();
	const values = {
		id,
		gemeentecode,
		organisation,
		tokenHash: hashOf(tokenOf(portal, 'poster', id)),
		secretSealed: envelope.seal(portal.keyring, randomBytes(32), aad(portal, id)),
		createdBy: actor.id,
		createdAt: now,
		endsAt: now + lastsMs,
	};
	await portal.store.write(now, async (tx, log) => {
		await tx.insert(portal.store.t.hostPosters).values(values);
		log({ actor: actor.id, action: 'host.poster', subject: id });
	});
	return done(id);
}

/** The posters of the actor's gemeenten, the newest first. */
export async function posters(actor: Staff, { now }: Moment): Promise<Poster[]> {
	const codes = actor.gemeentecodes.filter((code) => mayPost(actor, code));
	if (codes.length === 0) return [];
	const { t, read } = actor.portal.store;
	const rows = await read
		.select()
		.from(t.hostPosters)
		.where(inArray(t.hostPosters.gemeentecode, codes))
		.orderBy(desc(t.hostPosters.createdAt), desc(t.hostPosters.id))
		.limit(200);
	return rows.map((row) => viewOf(actor.portal, row, now));
}

/** One poster of the actor's gemeenten; otherwise not found. */
export async function poster(actor: Staff, id: string, { now }: Moment): Promise<Poster> {
	const { t, read } = actor.portal.store;
	const [row] = await read.select().from(t.hostPosters).where(eq(t.hostPosters.id, id));
	if (!row || !mayPost(actor, row.gemeentecode)) throw new NotFound();
	return viewOf(actor.portal, row, now);
}

/** Takes a poster off the wall: its code, and the page of the host, work no longer. */
export async function revokePoster(actor: Staff, id: string, moment: Moment): Promise<void> {
	await poster(actor, id, moment);
	const { store } = actor.portal;
	const { hostPosters: t } = store.t;
	await store.write(moment.now, async (tx, log) => {
		const unrevoked = and(eq(t.id, id), isNull(t.revokedAt));
		await tx.update(t).set({ revokedAt: moment.now }).where(unrevoked);
		log({ actor: actor.id, action: 'host.poster.revoke', subject: id });
	});
}

/** What the private page of a host shows today; whatever does not open is not found. */
export async function codePage(
	portal: Portal,
	token: string,
	{ now, today }: Moment,
): Promise<{ readonly organisation: string; readonly code: string }> {
	const { hostPosters: t } = portal.store.t;
	const [row] = isToken(token)
		? await portal.store.read
				.select()
				.from(t)
				.where(and(eq(t.tokenHash, hashOf(token)), live(t, now)))
		: [];
	if (!row) throw new NotFound();
	return { organisation: row.organisation, code: codeOf(portal, row, today) };
}

/** The poster that hangs somewhere, for whoever stands before it. */
export async function hanging(portal: Portal, id: string, now: number): Promise<PosterRow> {
	const { hostPosters: t } = portal.store.t;
	const [row] = await portal.store.read
		.select()
		.from(t)
		.where(and(eq(t.id, id), live(t, now)));
	if (!row) throw new NotFound();
	return row;
}

/** The code that the host tells today. */
export function codeOf(portal: Portal, { id, secretSealed }: PosterRow, today: Day): string {
	return dayCode(envelope.open(portal.keyring, secretSealed, aad(portal, id)), today);
}

function live(t: Schema['hostPosters'], now: number) {
	return and(isNull(t.revokedAt), gt(t.endsAt, now));
}

function viewOf(portal: Portal, row: PosterRow, now: number): Poster {
	const { id, gemeentecode, organisation, endsAt, revokedAt } = row;
	const isLive = revokedAt === null && endsAt > now;
	const token = tokenOf(portal, 'poster', id);
	return { id, gemeentecode, organisation, lastOn: dayOf(endsAt - dayMs), isLive, token };
}

function aad(portal: Portal, row: string): string {
	const column = 'secret_sealed';
	return envelope.aadOf({ tenant: portal.tenant.id, table: 'host_posters', column, row });
}
