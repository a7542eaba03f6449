import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import { type EntryRow, isOpen, openEntriesOf } from './open-entries.ts';
import { isSamePlace } from './place.ts';
import { hashOf, tokenOf } from './secrets.ts';

const dayMs = 24 * 3_600_000;
const lastsMs = 14 * dayMs;

/** One link is for one visit to a host; more than these would be no half minute any more. */
const mostLines = 12;
const mostLive = 5;
const mostPerDay = 20;

/** A declaration about which a host can be asked. */
export interface AskableEntry {
	readonly id: string;
	readonly activity: string;
	readonly doneOn: Day;
	readonly minutes: number;
}

/** A link that works, to show to the host. */
export interface ShownLink {
	readonly id: string;
	readonly token: string;
	readonly lastOn: Day;
	readonly lines: readonly AskableEntry[];
}

/** This entry and what else the person declared at the same place, as far as nobody decided; not found once decided. */
export async function askable(actor: Resident, entryId: string): Promise<AskableEntry[]> {
	const mine = await openEntriesOf(
		actor.portal.store.read,
		actor.portal.store.t,
		await self(actor),
	);
	const first = mine.find(({ id }) => id === entryId);
	if (!first) throw new NotFound();
	const others = mine.filter(
		({ id, organisation }) => id !== entryId && isSamePlace(organisation, first.organisation),
	);
	return [first, ...others].slice(0, mostLines).map(plain);
}

/** The link by which a host can be asked about this entry now, or null. */
export async function linkOf(
	actor: Resident,
	entryId: string,
	{ now }: Moment,
): Promise<ShownLink | null> {
	const { portal } = actor;
	const { t, read } = portal.store;
	const [found] = await read
		.select({ link: t.hostLinks })
		.from(t.hostLines)
		.innerJoin(t.hostLinks, eq(t.hostLinks.id, t.hostLines.linkId))
		.where(and(eq(t.hostLines.entryId, entryId), live(t, await self(actor), now)))
		.limit(1);
	if (!found) return null;
	const { id, endsAt } = found.link;
	const lines = await read
		.select({ entry: t.hourEntries })
		.from(t.hostLines)
		.innerJoin(t.hourEntries, eq(t.hourEntries.id, t.hostLines.entryId))
		.where(eq(t.hostLines.linkId, id))
		.orderBy(asc(t.hourEntries.doneOn), asc(t.hourEntries.id));
	const waiting = lines.map(({ entry }) => entry).filter(isOpen);
	const token = tokenOf(portal, 'link', id);
	return { id, token, lastOn: dayOf(endsAt - dayMs), lines: waiting.map(plain) };
}

/**
 * Makes a link to these entries, of one place, for 14 days; an older one to any of them stops working. Refused under
 * `entries` when there is none, too many or of several places, and under `form` when one was decided meanwhile or
 * there are too many links.
 */
export async function makeLink(
	actor: Resident,
	entryIds: readonly string[],
	{ now }: Moment,
): Promise<Outcome<string>> {
	const { portal } = actor;
	const { store } = portal;
	const personId = await self(actor);
	const ids = [...new Set(entryIds)];
	if (ids.length === 0) return refused({ entries: 'missing' });
	if (ids.length > mostLines) return refused({ entries: 'tooMany' });
	const id = newId();
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const entries = await ownOf(tx, store.t, personId, ids);
		const known = { actor: actor.id, subject: id, personId } as const;
		const problem = await wrong(tx, store.t, personId, entries, now);
		if (problem) {
			log({ ...known, action: 'host.link.refused' });
			return refused(problem);
		}
		await endOlder(tx, store.t, personId, ids, now);
		const tokenHash = hashOf(tokenOf(portal, 'link', id));
		await tx
			.insert(store.t.hostLinks)
			.values({ id, personId, tokenHash, createdAt: now, endsAt: now + lastsMs });
		await tx
			.insert(store.t.hostLines)
			.values(entries.map((entry) => ({ linkId: id, entryId: entry.id, ...hashIn(entry) })));
		log({ ...known, action: 'host.link', detail: { lines: entries.length } });
		return done(id);
	});
}

/** Makes the links to this entry stop working at once; what was answered through them stays. */
export async function revokeLink(actor: Resident, entryId: string, { now }: Moment) {
	const { store } = actor.portal;
	const personId = await self(actor);
	await store.write(now, async (tx, log) => {
		await ownOf(tx, store.t, personId, [entryId]);
		await endOlder(tx, store.t, personId, [entryId], now);
		log({ actor: actor.id, action: 'host.link.revoke', subject: entryId, personId });
	});
}

async function self(actor: Resident): Promise<string> {
	return permitted(actor, 'host.ask', await people.own(actor)).id;
}

function live({ hostLinks: t }: Schema, personId: string, now: number) {
	const unused = and(isNull(t.revokedAt), isNull(t.usedAt), gt(t.endsAt, now));
	return and(eq(t.personId, personId), unused);
}

async function ownOf(tx: Db, { hourEntries: t }: Schema, personId: string, ids: string[]) {
	const mine = and(inArray(t.id, ids), eq(t.personId, personId));
	const rows = await tx.select().from(t).where(mine);
	if (rows.length < ids.length) throw new NotFound();
	return rows;
}

async function wrong(
	tx: Db,
	t: Schema,
	personId: string,
	entries: readonly EntryRow[],
	now: number,
) {
	const [first] = entries;
	if (!first || !entries.every(isOpen)) return { form: 'alreadyDecided' } as const;
	const isElsewhere = ({ organisation }: EntryRow) =>
		!isSamePlace(organisation, first.organisation);
	if (entries.some(isElsewhere)) return { entries: 'notAChoice' } as const;
	const { hostLinks } = t;
	const today = and(eq(hostLinks.personId, personId), gt(hostLinks.createdAt, now - dayMs));
	const [made] = await tx.select({ n: count() }).from(hostLinks).where(today);
	const [working] = await tx
		.select({ n: count() })
		.from(hostLinks)
		.where(live(t, personId, now));
	const isTooMany = (made?.n ?? 0) >= mostPerDay || (working?.n ?? 0) >= mostLive;
	return isTooMany ? ({ form: 'hostLinksTooMany' } as const) : null;
}

/** An entry has one link at a time: which of two codes on a screen works should be no question. */
async function endOlder(tx: Db, t: Schema, personId: string, ids: readonly string[], now: number) {
	const older = await tx
		.select({ id: t.hostLines.linkId })
		.from(t.hostLines)
		.where(inArray(t.hostLines.entryId, [...ids]));
	if (older.length === 0) return;
	const these = inArray(
		t.hostLinks.id,
		older.map(({ id }) => id),
	);
	await tx
		.update(t.hostLinks)
		.set({ revokedAt: now })
		.where(and(these, live(t, personId, now)));
}

function hashIn({ contentHash }: EntryRow) {
	return { contentHash };
}

function plain({ id, activity, doneOn, declaredMinutes: minutes }: EntryRow): AskableEntry {
	return { id, activity, doneOn: day(doneOn), minutes };
}
