import { eq } from 'drizzle-orm';
import { addDays, type Day } from '#lib/law/day.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { policyFor } from '../tenants/tenants.ts';
import { endEverything, endLetters } from './ending.ts';
import { newLetterCode } from './letter-code.ts';
import { type Cost, slowHash, usualCost } from './slow-hash.ts';
import { forget, ofLetter } from './tries.ts';

/** How long a letter works where the gemeente says nothing else. */
const usualDays = 30;
const dayLong = 24 * 60 * 60_000;

/** A letter that can be printed and given; it stands nowhere yet. */
export interface Prepared {
	readonly person: people.Person;
	readonly number: string;
	readonly code: string;
	/** The last day on which it works. */
	readonly lastOn: Day;
	readonly codeHash: string;
	readonly days: number;
}

/** A new number and code for somebody of the caseload. The code is kept nowhere but on the paper. */
export async function prepare(
	actor: Staff,
	personId: string,
	{ today }: Moment,
	cost: Cost = usualCost,
): Promise<Prepared> {
	const person = permitted(actor, 'access.issue', await people.find(actor, personId));
	const { activationLetters: l } = actor.portal.store.t;
	for (;;) {
		const made = newLetterCode();
		const { number } = made;
		if ((await actor.portal.store.read.$count(l, eq(l.number, number))) > 0) continue;
		const days = daysOf(actor.portal, person);
		const codeHash = await slowHash(made.code, cost);
		return { ...made, person, lastOn: addDays(today, days - 1), codeHash, days };
	}
}

/**
 * Gives a prepared letter: from now on it works, once, and an older one no longer. `isLost` ends every other way in and
 * every sign-in of the person in the same transaction, and the person is told.
 */
export async function issue(
	actor: Staff,
	{ codeHash, days, number, person }: Prepared,
	isLost: boolean,
	{ now }: Moment,
): Promise<void> {
	permitted(actor, 'access.issue', person);
	const { portal } = actor;
	const { t } = portal.store;
	const { id: personId } = person;
	await portal.store.write(now, async (tx, log) => {
		await people.takeTurn(t, tx, personId);
		if (isLost) await endEverything(portal, tx, personId, now);
		else await endLetters(portal.store, tx, personId, now);
		await forget(tx, t, ofLetter(number, now));
		const id = newId();
		const given = { issuedBy: actor.id, issuedAt: now, endsAt: now + days * dayLong };
		await tx.insert(t.activationLetters).values({ id, personId, number, codeHash, ...given });
		const action = isLost ? 'access.lost' : 'access.issue';
		log({ actor: actor.id, action, subject: id, personId });
		await notices.add(tx, t, {
			personId,
			fact: `${action}:${id}`,
			kind: isLost ? 'accessEnded' : 'accessLetter',
			subject: id,
			at: now,
			expiresAt: now + notices.usualLife,
		});
	});
}

function daysOf({ tenant }: Portal, { gemeentecode }: people.Person): number {
	return policyFor(tenant, gemeentecode).activationLetterDays ?? usualDays;
}
