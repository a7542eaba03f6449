import { and, eq, gt, isNull } from 'drizzle-orm';
import * as accounts from '../accounts/accounts.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { type LetterCode, readTyped } from './letter-code.ts';
import { Busy, type Cost, decoy, isSameSecret, usualCost } from './slow-hash.ts';
import {
	areUsedUp,
	count,
	forgive,
	fromAddress,
	type Limit,
	ofEverybody,
	ofLetter,
} from './tries.ts';

/** Where a request comes from: the address is counted by, the kind of device is shown to the person. */
export interface From {
	readonly address: string;
	readonly device: string | null;
}

type Letter = Schema['activationLetters']['$inferSelect'];

/**
 * The token of a sign-in that may do nothing but make a device known, for the code of a letter. Refused alike for an
 * unknown number, a wrong code, and a letter that was used, replaced, locked or is too old: the same answer after the
 * same work, one transaction and one slow hash (ASVS 5.0 6.3.8). What cannot be a code at all is told apart for free.
 */
export async function activate(
	portal: Portal,
	given: LetterCode,
	from: From,
	{ now }: Moment,
	cost: Cost = usualCost,
): Promise<Outcome<string>> {
	const typed = readTyped(given.number, given.code);
	if (!typed) return refused({ code: 'codeTypo' });
	const { store } = portal;
	const ofHere = fromAddress(portal, from.address, now);
	const shared = [ofHere, ofEverybody(now)];
	if (await areUsedUp(store.read, store.t, shared)) return refused({ code: 'codeTooOften' });
	const letter = await find(portal, typed.number);
	const limits = [ofHere, ofLetter(typed.number, now), ofEverybody(now, letter !== null)];
	const mayTry = await store.write(now, async (tx, log) => {
		const subject = `letter ${typed.number}`;
		log({ actor: 'letter', action: 'access.try', subject, ...whose(letter) });
		return count(tx, store.t, limits, now);
	});
	const isRight = await compared(typed.code, letter?.codeHash ?? decoy(cost));
	if (isRight === null) return refused({ code: 'codeTooOften' });
	if (!letter || !isRight || !mayTry) return refused({ code: 'codeRefused' });
	const token = await open(portal, letter, limits, from, now);
	return token === null ? refused({ code: 'codeRefused' }) : done(token);
}

async function find({ store }: Portal, number: string): Promise<Letter | null> {
	const { activationLetters: l } = store.t;
	const [letter] = await store.read.select().from(l).where(eq(l.number, number));
	return letter ?? null;
}

/** Uses the letter up, once, and begins the sign-in in the same transaction. */
async function open(
	portal: Portal,
	{ id, personId }: Letter,
	limits: readonly Limit[],
	{ device }: From,
	now: number,
): Promise<string | null> {
	const { t } = portal.store;
	const { activationLetters: l } = t;
	return portal.store.write(now, async (tx, log) => {
		await people.takeTurn(t, tx, personId);
		const isGood = and(isNull(l.usedAt), isNull(l.revokedAt), gt(l.endsAt, now));
		const [used] = await tx
			.update(l)
			.set({ usedAt: now })
			.where(and(eq(l.id, id), isGood))
			.returning();
		const account = used && (await accounts.ofPersonIn(portal, tx, log, personId, now));
		if (!account || account.disabledAt !== null) {
			log({ actor: 'letter', action: 'access.spent', subject: id, personId });
			return null;
		}
		await forgive(tx, t, limits);
		log({ actor: account.id, action: 'access.activate', subject: id, personId });
		return accounts.beginSession(portal, tx, log, account, { means: 'letter', device }, now);
	});
}

/** Null when too many wait for their turn. */
async function compared(code: string, hash: string): Promise<boolean | null> {
	try {
		return await isSameSecret(code, hash);
	} catch (problem) {
		if (problem instanceof Busy) return null;
		throw problem;
	}
}

function whose(letter: Letter | null) {
	return letter ? { personId: letter.personId } : {};
}
