import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';

/** How many wrong codes somebody may type on a day, and how many all may type at one poster. */
export const mostOfPerson = 5;
export const mostAtPoster = 50;

interface Guess {
	readonly personId: string;
	readonly posterId: string;
	readonly today: Day;
}

/** Whether nothing can be guessed any more today: asked beforehand, so that going on guessing writes nothing. */
export async function areUsedUp(
	db: Db,
	{ hostGuesses: t }: Schema,
	guess: Guess,
): Promise<boolean> {
	const [person, poster] = subjects(guess);
	const rows = await db
		.select()
		.from(t)
		.where(and(inArray(t.about, [person, poster]), eq(t.triedOn, guess.today)));
	const wrong = (about: string) => rows.find((row) => row.about === about)?.wrong ?? 0;
	return wrong(person) >= mostOfPerson || wrong(poster) >= mostAtPoster;
}

/**
 * Counts a guess beforehand: false when it is one too many, of the person or at the poster. The rows are locked until
 * the transaction ends, so that guesses made at once are counted one after the other. One person can use up no more
 * of a poster than their own guesses.
 */
export async function count(tx: Db, t: Schema, guess: Guess): Promise<boolean> {
	await tx.delete(t.hostGuesses).where(lt(t.hostGuesses.triedOn, guess.today));
	const [person, poster] = subjects(guess);
	if ((await raise(tx, t, person, guess.today)) > mostOfPerson) {
		await lower(tx, t, person, guess.today);
		return false;
	}
	if ((await raise(tx, t, poster, guess.today)) > mostAtPoster) {
		for (const about of [person, poster]) await lower(tx, t, about, guess.today);
		return false;
	}
	return true;
}

/** Takes a counted guess back: it was right. */
export async function forgive(tx: Db, t: Schema, guess: Guess) {
	for (const about of subjects(guess)) await lower(tx, t, about, guess.today);
}

function subjects({ personId, posterId }: Guess) {
	return [`person:${personId}`, `poster:${posterId}`] as const;
}

async function raise(tx: Db, { hostGuesses: t }: Schema, about: string, triedOn: Day) {
	const [row] = await tx
		.insert(t)
		.values({ about, triedOn, wrong: 1 })
		.onConflictDoUpdate({ target: [t.about, t.triedOn], set: { wrong: sql`${t.wrong} + 1` } })
		.returning({ wrong: t.wrong });
	return row?.wrong ?? Infinity;
}

async function lower(tx: Db, { hostGuesses: t }: Schema, about: string, triedOn: Day) {
	await tx
		.update(t)
		.set({ wrong: sql`${t.wrong} - 1` })
		.where(and(eq(t.about, about), eq(t.triedOn, triedOn)));
}
