/**
 * The browsers that somebody uses: the own phone, of which nobody else knows what it shows, or one that others use too.
 * Only on an own phone a copy of what was seen last may be kept, encrypted with a key that is handed out to who is signed
 * in there. Which phone it is stands in a cookie; that cookie lets nobody in.
 */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { permitted, type Resident, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { policyFor } from '../tenants/tenants.ts';
import { copyKeyOf, sealKeyOf } from './keys.ts';
import type { PhoneMode } from './kinds.ts';
import { ownerOf } from './owner.ts';

export { sealPairOf } from './keys.ts';
export { type PhoneMode, phoneModes } from './kinds.ts';
export { ownerOf } from './owner.ts';

type Row = Schema['phones']['$inferSelect'];

/** The phone that a cookie names, of whomever; null stands for one that is not known any more. */
export type Named = Row | null;

/** What a page says about the phone: whether others use it, or that nobody said so yet. */
export type Standing = PhoneMode | 'unasked';

const most = 20;

/**
 * The weather of the KNMI: a public body, so no consent to ask, no advertising and no account, and everybody looks at it.
 */
const weather = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen';

/** The phone with this id, of whomever; null where there is none. */
export async function named({ store }: Portal, id: string): Promise<Named> {
	if (!isId(id)) return null;
	const { phones: p } = store.t;
	const [row] = await store.read.select().from(p).where(eq(p.id, id));
	return row ?? null;
}

/** Whether what stands on the phone must go: it is not known, its copy was ended, or somebody else is signed in. */
export function isOver(phone: Named, accountId: string | null): boolean {
	if (!phone || phone.revokedAt !== null) return true;
	return accountId !== null && phone.accountId !== accountId;
}

/** Remembers the day on which a phone was last signed in on. */
export async function see({ store }: Portal, phone: Row, { now, today }: Moment): Promise<void> {
	if (dayOf(phone.seenAt) === today) return;
	const { phones: p } = store.t;
	await store.touch((tx) => tx.update(p).set({ seenAt: now }).where(eq(p.id, phone.id)));
}

/**
 * How the phone stands for who is signed in. A copy is not for everybody: with veilig contact nobody knows who holds the
 * phone, and a gemeente can do without. Then every phone is a shared one, and nothing is asked.
 */
export async function standing(actor: Resident, phone: Named | undefined): Promise<Standing> {
	if (!(await mayKeepCopy(actor))) return 'shared';
	return phone && !isOver(phone, actor.id) ? phone.mode : 'unasked';
}

/** What a page says of the phone to its scripts, and where it leads who must leave it fast. */
export async function shown(actor: Resident, phone: Named | undefined) {
	const { portal } = actor;
	const { gemeentecode } = await people.own(actor);
	return {
		owner: ownerOf(portal, actor.id),
		mode: await standing(actor, phone),
		leaveTo: policyFor(portal.tenant, gemeentecode).leaveTo ?? weather,
	};
}

/** What the phone of who is signed in needs to keep things: whose they are, and the keys. */
export async function keysFor(actor: Resident, phone: Named | undefined) {
	const { portal } = actor;
	const mode = await standing(actor, phone);
	return {
		owner: ownerOf(portal, actor.id),
		mode: mode === 'own' ? ('own' as const) : ('shared' as const),
		key: mode === 'own' && phone ? copyKeyOf(portal, phone) : null,
		seal: await sealKeyOf(portal),
	};
}

/**
 * Says whether others use the phone, and gives its id for the cookie. Another choice than before is a phone of its own: what
 * the first one kept stays closed for good. Refused under `mode` where no copy may be kept.
 */
export async function choose(
	actor: Resident,
	{ device, mode }: { readonly device: string | null; readonly mode: PhoneMode },
	phone: Named | undefined,
	{ now }: Moment,
): Promise<Outcome<string>> {
	const { portal } = actor;
	const { store } = portal;
	const { id: personId } = permitted(actor, 'phone.choose', await people.own(actor));
	if (mode === 'own' && !(await mayKeepCopy(actor))) return refused({ mode: 'notAChoice' });
	const { people: persons, phones: p } = store.t;
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const about = { actor: actor.id, personId, detail: { mode } };
		const [person] = await tx.select().from(persons).where(eq(persons.id, personId));
		// Veilig contact that began just now ended every copy, and this one would be there when it ends.
		if (mode === 'own' && person?.safeContact) {
			log({ ...about, action: 'phone.refuse', subject: personId });
			return refused({ mode: 'notAChoice' });
		}
		const [before] = phone ? await tx.select().from(p).where(eq(p.id, phone.id)) : [];
		if (before && !isOver(before, actor.id) && before.mode === mode) {
			log({ ...about, action: 'phone.repeat', subject: before.id });
			return done(before.id);
		}
		// Whoever had this browser before: the cookie that named theirs is gone now.
		if (before) await tx.update(p).set({ revokedAt: now }).where(isAlive(p, before.id));
		const id = newId();
		const keyVersion = portal.keyring.newestVersion;
		const row = { id, accountId: actor.id, mode, device, keyVersion, askedAt: now, seenAt: now };
		await tx.insert(p).values(row);
		log({ ...about, action: 'phone.choose', subject: id });
		return done(id);
	});
}

/** The phones of a person that may still hold something, the last one chosen first. */
export async function list(actor: Resident | Staff, personId: string, thisId?: string) {
	const person = permitted(actor, 'phone.revoke', await people.find(actor, personId));
	const { read, t } = actor.portal.store;
	const rows = await read
		.select({ phone: t.phones })
		.from(t.phones)
		.innerJoin(t.accounts, eq(t.accounts.id, t.phones.accountId))
		.where(and(eq(t.accounts.personId, person.id), isNull(t.phones.revokedAt)))
		.orderBy(desc(t.phones.askedAt), desc(t.phones.id))
		.limit(most);
	return rows.map(({ phone: { askedAt, device, id, mode, seenAt } }) => ({
		id,
		device,
		mode,
		askedOn: dayOf(askedAt),
		seenOn: dayOf(seenAt),
		isThis: id === thisId,
	}));
}

/**
 * Ends the copy on a phone: its key is handed out no more, and the phone wipes it as soon as it asks for anything. Once more
 * changes nothing; a phone of somebody else is not found.
 */
export async function revoke(
	actor: Resident | Staff,
	personId: string,
	id: string,
	{ now }: Moment,
): Promise<void> {
	const person = permitted(actor, 'phone.revoke', await people.find(actor, personId));
	const { store } = actor.portal;
	const { accounts: a, phones: p } = store.t;
	if (!isId(id)) throw new NotFound();
	await store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, person.id);
		const mine = tx.select({ id: a.id }).from(a).where(eq(a.personId, person.id));
		const its = and(eq(p.id, id), inArray(p.accountId, mine));
		const [known] = await tx.select({ id: p.id }).from(p).where(its);
		if (!known) throw new NotFound();
		await tx.update(p).set({ revokedAt: now }).where(isAlive(p, id));
		log({ actor: actor.id, action: 'phone.revoke', subject: id, personId: person.id });
	});
}

/** Whether a phone may keep a copy for this person at all. */
export async function mayKeepCopy(actor: Resident): Promise<boolean> {
	const { gemeentecode, safeContact } = await people.own(actor);
	return !safeContact && (policyFor(actor.portal.tenant, gemeentecode).ownPhones ?? true);
}

function isAlive(p: Schema['phones'], id: string) {
	return and(eq(p.id, id), isNull(p.revokedAt));
}
