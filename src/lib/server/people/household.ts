import { and, eq, ne } from 'drizzle-orm';
import { type Actor, may, permitted, type Staff } from '../access/access.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from './people.ts';

/** Who lives with somebody, as far as the actor may read them, and how many others there are. */
export interface Household {
	readonly members: readonly { readonly id: string; readonly name: string }[];
	readonly others: number;
}

/** The household of somebody, without the person; whoever may not be read is only counted. */
export async function householdOf(actor: Staff, personId: string): Promise<Household> {
	const person = await people.find(actor, personId);
	const rows = await together(actor, actor.portal.store.read, person);
	const mine = rows.filter((row) => may(actor, 'person.read', row));
	return {
		members: mine.map(({ familyName, givenName, id }) => ({
			id,
			name: `${givenName} ${familyName}`,
		})),
		others: rows.length - mine.length,
	};
}

/**
 * Says that two people live together; it opens nothing of one for another. Refused with `otherHousehold` when each of
 * them has a household of their own: which one is right a human being decides.
 */
export async function link(
	actor: Staff,
	personId: string,
	otherId: string,
	now: number,
): Promise<Outcome<null>> {
	const [one, other] = [await people.find(actor, personId), await people.find(actor, otherId)];
	if (one.id === other.id) return refused({ other: 'notAChoice' });
	const { people: t } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		// In one order for everybody, so that two who link at once wait for each other and never for ever.
		for (const id of [one.id, other.id].sort()) await people.takeTurn(actor.portal.store.t, tx, id);
		const here = await rowIn(actor, tx, one.id);
		const there = await rowIn(actor, tx, other.id);
		const isOther = here.householdId && there.householdId && here.householdId !== there.householdId;
		const action = isOther ? 'person.household.refuse' : 'person.household';
		for (const { id } of [here, there]) {
			log({ actor: actor.id, action, subject: id, personId: id });
		}
		if (isOther) return refused({ other: 'otherHousehold' });
		const householdId = here.householdId ?? there.householdId ?? newId();
		for (const { id } of [here, there]) {
			await tx.update(t).set({ householdId }).where(eq(t.id, id));
		}
		return done(null);
	});
}

/** Takes somebody out of the household; of whom is left alone there is no household. */
export async function leave(actor: Staff, personId: string, now: number) {
	const { id } = permitted(actor, 'person.write', await people.find(actor, personId));
	const { people: t } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		const person = await rowIn(actor, tx, id);
		const rest = await together(actor, tx, person);
		for (const one of rest.length === 1 ? [person, ...rest] : [person]) {
			await tx.update(t).set({ householdId: null }).where(eq(t.id, one.id));
			log({ actor: actor.id, action: 'person.household.leave', subject: one.id, personId: one.id });
		}
	});
}

async function rowIn(actor: Staff, tx: Db, id: string): Promise<people.Person> {
	const { people: t } = actor.portal.store.t;
	const [row] = await tx.select().from(t).where(eq(t.id, id));
	return permitted(actor, 'person.write', row);
}

async function together({ portal }: Actor, db: Db, { householdId, id }: people.Person) {
	if (householdId === null) return [];
	const { people: t } = portal.store.t;
	return db
		.select()
		.from(t)
		.where(and(eq(t.householdId, householdId), ne(t.id, id)))
		.orderBy(t.familyName, t.givenName);
}
