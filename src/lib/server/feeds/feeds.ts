/**
 * An address by which the calendar of somebody's phone reads what is planned for them. Whoever has it can read it, so it
 * is long, shows nothing of what or where unless the person wants that, can be taken back, and ends after a year.
 */
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { addDays, addYears, type Day } from '#lib/law/day.ts';
import { permitted, type Resident, type System } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { FeedLanguages } from './languages.ts';
import { hashOf, tokenOf } from './secrets.ts';
import { writtenCalendar } from './writing.ts';

export { type FeedLanguages, feedLanguages } from './languages.ts';

const dayMs = 24 * 3_600_000;
const lastsMs = 365 * dayMs;
/** How long what is off stays in the calendar as off: every phone has read it by then. */
const offShownMs = 30 * dayMs;
const daysBack = 30;

/** What somebody chooses of their address. */
export interface FeedChoice {
	/** False shows that there is an appointment, and nothing of what, where or with whom. */
	readonly showsContent: boolean;
	readonly languages: FeedLanguages;
}

/** An address that works, as its owner sees it. */
export interface Feed extends FeedChoice {
	readonly token: string;
	/** The last day on which it works. */
	readonly lastOn: Day;
}

/** What somebody sees of their own address; `isSafe` says that there can be none, for veilig contact. */
export interface OwnFeed {
	readonly feed: Feed | null;
	readonly isSafe: boolean;
}

/** The address of the person, when there is one that works. */
export async function own(actor: Resident, { now }: Moment): Promise<OwnFeed> {
	const person = await self(actor);
	const { read, t } = actor.portal.store;
	const [row] = await liveOf(t, read, person.id, now);
	const isSafe = person.safeContact;
	if (!row || isSafe) return { feed: null, isSafe };
	const { endsAt, id, languages, showsContent } = row;
	const token = tokenOf(actor.portal, id);
	return { feed: { token, languages, showsContent, lastOn: dayOf(endsAt - dayMs) }, isSafe };
}

/**
 * Makes a new address; an older one stops working at once. Refused with `feedSafeContact` for veilig contact: nothing
 * may go out to a phone that somebody else could look into.
 */
export async function make(
	actor: Resident,
	{ languages, showsContent }: FeedChoice,
	{ now }: Moment,
): Promise<Outcome<null>> {
	const { portal } = actor;
	const { store } = portal;
	const { id: personId } = await self(actor);
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const about = { actor: actor.id, personId };
		if (await isSafeNow(store.t, tx, personId)) {
			log({ ...about, action: 'feed.refuse', subject: personId });
			return refused({ form: 'feedSafeContact' });
		}
		await end(store.t, tx, personId, now);
		const id = newId();
		const at = { createdAt: now, changedAt: now, endsAt: now + lastsMs, revokedAt: null };
		const tokenHash = hashOf(tokenOf(portal, id));
		await tx
			.insert(store.t.calendarFeeds)
			.values({ id, personId, tokenHash, showsContent, languages, ...at });
		log({ ...about, action: 'feed.make', subject: id, detail: { showsContent } });
		return done(null);
	});
}

/** Changes what the address shows; it stays the same address. Not found without one that works. */
export async function choose(
	actor: Resident,
	{ languages, showsContent }: FeedChoice,
	{ now }: Moment,
): Promise<void> {
	const { store } = actor.portal;
	const { id: personId } = await self(actor);
	await store.write(now, async (tx, log) => {
		const [row] = await liveOf(store.t, tx, personId, now);
		if (!row) throw new NotFound();
		const { calendarFeeds: t } = store.t;
		await tx.update(t).set({ showsContent, languages, changedAt: now }).where(eq(t.id, row.id));
		const about = { actor: actor.id, personId, subject: row.id };
		log({ ...about, action: 'feed.choose', detail: { showsContent } });
	});
}

/** Takes the address back: from now on there is nothing behind it. */
export async function revoke(actor: Resident, { now }: Moment): Promise<void> {
	const { store } = actor.portal;
	const { id: personId } = await self(actor);
	await store.write(now, async (tx, log) => {
		await end(store.t, tx, personId, now);
		log({ actor: actor.id, action: 'feed.revoke', subject: personId, personId });
	});
}

/**
 * The calendar behind a secret. Unknown, revoked and ended are one and the same, as is an address of somebody with
 * veilig contact: NotFound, after the same one question to the database.
 */
export async function read(portal: Portal, token: string, { now, today }: Moment): Promise<string> {
	const { read: db, t } = portal.store;
	const { calendarFeeds: f } = t;
	const [found] = await db
		.select({ feed: f, language: t.people.language })
		.from(f)
		.innerJoin(t.people, eq(t.people.id, f.personId))
		.where(and(eq(f.tokenHash, hashOf(token)), live(t, now), eq(t.people.safeContact, false)));
	if (!found) throw new NotFound();
	const { feed, language } = found;
	const actor: System = { kind: 'system', id: `feed:${feed.id}`, portal };
	const window = { from: addDays(today, -daysBack), until: addYears(today, 1) };
	const planned = await agenda.of(actor, feed.personId, window);
	const shown = planned.filter((one) => !one.isCancelled || one.changedAt > now - offShownMs);
	return writtenCalendar(shown, { ...feed, language });
}

/** One occurrence as a file for a calendar, with what the person may see of it; neutral for veilig contact. */
export async function readOne(actor: Resident, key: string): Promise<string> {
	const person = await self(actor);
	const occurrence = await agenda.one(actor, person.id, key);
	const showsContent = !person.safeContact;
	return writtenCalendar([occurrence], {
		languages: 'both',
		language: person.language,
		showsContent,
		changedAt: 0,
	});
}

async function self(actor: Resident): Promise<people.Person> {
	return permitted(actor, 'feed.manage', await people.own(actor));
}

function live({ calendarFeeds: t }: Schema, now: number) {
	return and(isNull(t.revokedAt), gt(t.endsAt, now));
}

function liveOf(t: Schema, db: Db, personId: string, now: number) {
	const { calendarFeeds: f } = t;
	return db
		.select()
		.from(f)
		.where(and(eq(f.personId, personId), live(t, now)))
		.orderBy(desc(f.createdAt))
		.limit(1);
}

async function end({ calendarFeeds: t }: Schema, tx: Db, personId: string, revokedAt: number) {
	const mine = and(eq(t.personId, personId), isNull(t.revokedAt));
	await tx.update(t).set({ revokedAt }).where(mine);
}

async function isSafeNow({ people: t }: Schema, tx: Db, personId: string): Promise<boolean> {
	const [row] = await tx.select({ isSafe: t.safeContact }).from(t).where(eq(t.id, personId));
	return row?.isSafe ?? true;
}
