/**
 * Whom an inburgeraar lets look along: somebody trusted, who sees for a while what the person ticked, on a phone of
 * their own and without an account. The link works once and for a day; what the helper's phone gets for it works until
 * the person ends it, or its time is over. Every look is logged, and the person reads that. Never for who has veilig
 * contact: nobody knows who stands beside them.
 */
import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, type Problems, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as people from '../people/people.ts';
import { mine, nameOf, type Row, sealName, working } from './rows.ts';
import { type HelperScope, helperScopes } from './scopes.ts';
import { hashOf, linkTokenOf } from './secrets.ts';
import { type HelperTerm, linkMs, termMs } from './terms.ts';

export { enter, find, type Found, type Invitation, knock } from './door.ts';
export { agendaOf, hoursOf, messagesOf, type MessagesSeen, planOf } from './looking.ts';
export { type Look, looks } from './looks.ts';
export { type HelperScope, helperScopes } from './scopes.ts';
export { type HelperTerm, helperTerms } from './terms.ts';

export const longestName = 60;

/** More than these nobody keeps in mind. */
const mostWorking = 5;
const shownEnded = 10;

/** Somebody who may look along, or might, as the person sees it. */
export interface HelperShown {
	readonly id: string;
	readonly name: string;
	readonly sees: readonly HelperScope[];
	readonly createdAt: number;
	readonly endsAt: number;
	readonly isWorking: boolean;
	/** When the helper's phone came in; null as long as none did. */
	readonly enteredAt: number | null;
	/** The link to hand over, as long as it lets somebody in. */
	readonly link: { readonly token: string; readonly endsAt: number } | null;
}

/** The person's helpers, who may look along first and the newest of each first; `isSafe` says that there can be none. */
export async function own(
	actor: Resident,
	{ now }: Moment,
): Promise<{ readonly helpers: readonly HelperShown[]; readonly isSafe: boolean }> {
	const person = await self(actor);
	const { read, t } = actor.portal.store;
	const rows = await read
		.select()
		.from(t.helpers)
		.where(mine(t, person.id))
		.orderBy(desc(t.helpers.createdAt), desc(t.helpers.id));
	const all = rows.map((row) => shown(actor, row, now));
	const over = all.filter(({ isWorking }) => !isWorking).slice(0, shownEnded);
	return {
		helpers: [...all.filter(({ isWorking }) => isWorking), ...over],
		isSafe: person.safeContact,
	};
}

/** One of the person's helpers; anybody else's is not found. */
export async function one(actor: Resident, id: string, { now }: Moment): Promise<HelperShown> {
	const person = await self(actor);
	return shown(actor, await rowOf(actor, actor.portal.store.read, person.id, id), now);
}

/**
 * Lets somebody look along. The page made the id: the same form again is the same helper. Refused under `sees` when
 * nothing is ticked, and under `form` with veilig contact or too many helpers.
 */
export async function letLook(
	actor: Resident,
	given: {
		readonly id: string;
		readonly name: string;
		readonly sees: readonly HelperScope[];
		readonly term: HelperTerm;
	},
	{ now }: Moment,
): Promise<Outcome<string>> {
	const { portal } = actor;
	const { store } = portal;
	const { id: personId } = await self(actor);
	const { id, name, term } = given;
	const sees = helperScopes.filter((scope) => given.sees.includes(scope));
	if (!isId(id)) throw new NotFound();
	if (sees.length === 0) return refused({ sees: 'missing' });
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const about = { actor: actor.id, subject: id, personId };
		const [known] = await tx.select().from(store.t.helpers).where(eq(store.t.helpers.id, id));
		if (known && known.personId !== personId) throw new NotFound();
		const problems = known ? null : await wrong(store.t, tx, personId, now);
		if (problems) {
			log({ ...about, action: 'helper.refuse' });
			return refused(problems);
		}
		log({ ...about, action: known ? 'helper.repeat' : 'helper.let', detail: detailOf(sees) });
		if (!known) {
			const nameSealed = sealName(portal, id, name);
			const row = { id, personId, nameSealed, sees, createdAt: now, endsAt: now + termMs[term] };
			await tx.insert(store.t.helpers).values({ ...row, ...newLink(actor, id, 1, now) });
		}
		return done(id);
	});
}

/** Another link for the same helper, on another phone: what the first one opened is closed. */
export async function renewLink(actor: Resident, id: string, { now }: Moment): Promise<void> {
	const { store } = actor.portal;
	const { id: personId, safeContact } = await self(actor);
	if (safeContact) throw new NotFound();
	await store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const { linkNumber } = await rowOf(actor, tx, personId, id);
		const its = and(eq(store.t.helpers.id, id), working(store.t, now));
		const changed = await tx
			.update(store.t.helpers)
			.set(newLink(actor, id, linkNumber + 1, now))
			.where(its)
			.returning({ id: store.t.helpers.id });
		if (changed.length === 0) throw new NotFound();
		log({ actor: actor.id, action: 'helper.link', subject: id, personId });
	});
}

/** Ends it: from the next request on that phone sees nothing. Once more changes nothing. */
export async function end(actor: Resident, id: string, { now }: Moment): Promise<void> {
	const { store } = actor.portal;
	const { id: personId } = await self(actor);
	await store.write(now, async (tx, log) => {
		await rowOf(actor, tx, personId, id);
		const its = and(eq(store.t.helpers.id, id), isNull(store.t.helpers.endedAt));
		await tx.update(store.t.helpers).set({ endedAt: now, secretHash: null }).where(its);
		log({ actor: actor.id, action: 'helper.end', subject: id, personId });
	});
}

async function self(actor: Resident): Promise<people.Person> {
	return permitted(actor, 'helper.manage', await people.own(actor));
}

async function rowOf({ portal }: Resident, db: Db, personId: string, id: string): Promise<Row> {
	const { t } = portal.store;
	if (!isId(id)) throw new NotFound();
	const [row] = await db
		.select()
		.from(t.helpers)
		.where(and(eq(t.helpers.id, id), mine(t, personId)));
	if (!row) throw new NotFound();
	return row;
}

function newLink({ portal }: Resident, id: string, linkNumber: number, now: number) {
	const linkHash = hashOf(linkTokenOf(portal, id, linkNumber));
	return { linkNumber, linkHash, linkEndsAt: now + linkMs, enteredAt: null, secretHash: null };
}

async function wrong(t: Schema, tx: Db, personId: string, now: number): Promise<Problems | null> {
	const [person] = await tx
		.select({ isSafe: t.people.safeContact })
		.from(t.people)
		.where(eq(t.people.id, personId));
	if (person?.isSafe !== false) return { form: 'helperSafeContact' };
	const [row] = await tx
		.select({ n: count() })
		.from(t.helpers)
		.where(and(mine(t, personId), working(t, now)));
	return (row?.n ?? 0) >= mostWorking ? { form: 'helpersTooMany' } : null;
}

function shown({ portal }: Resident, row: Row, now: number): HelperShown {
	const { createdAt, enteredAt, id, linkEndsAt, linkNumber, sees } = row;
	const isWorking = row.endedAt === null && now < row.endsAt;
	const isOpen = isWorking && enteredAt === null && now < linkEndsAt;
	return {
		id,
		name: nameOf(portal, row),
		sees,
		createdAt,
		endsAt: row.endedAt ?? row.endsAt,
		isWorking,
		enteredAt,
		link: isOpen ? { token: linkTokenOf(portal, id, linkNumber), endsAt: linkEndsAt } : null,
	};
}

function detailOf(sees: readonly HelperScope[]) {
	return { sees: sees.join(' ') };
}
