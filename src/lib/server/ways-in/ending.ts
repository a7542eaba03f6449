import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../db/store.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';

/**
 * Ends every way in of somebody but DigiD, and every sign-in: for a phone that is lost. What goes out to that phone ends
 * too. The caller has taken the turn of the person, as whoever begins a sign-in does.
 */
export async function endEverything({ store }: Portal, tx: Db, personId: string, now: number) {
	const { t } = store;
	await endLetters({ t }, tx, personId, now);
	const rows = await tx
		.select({ id: t.accounts.id })
		.from(t.accounts)
		.where(eq(t.accounts.personId, personId));
	const ids = rows.map(({ id }) => id);
	if (ids.length > 0) {
		await tx
			.update(t.passkeys)
			.set({ revokedAt: now })
			.where(and(inArray(t.passkeys.accountId, ids), isNull(t.passkeys.revokedAt)));
		await tx.delete(t.passkeyChallenges).where(inArray(t.passkeyChallenges.accountId, ids));
		await tx.delete(t.codeWays).where(inArray(t.codeWays.accountId, ids));
		// Gone, and not over from now on: an answer may wait for its turn that came in before now.
		await tx.delete(t.signInCodes).where(inArray(t.signInCodes.accountId, ids));
		await tx
			.update(t.sessions)
			.set({ endedAt: now, idToken: null })
			.where(and(inArray(t.sessions.accountId, ids), isNull(t.sessions.endedAt)));
	}
	await people.endOutside(t, tx, personId, now);
}

/** Ends the letters that were not used: only the newest one works. */
export async function endLetters(
	{ t }: Pick<Portal['store'], 't'>,
	tx: Db,
	personId: string,
	now: number,
) {
	const { activationLetters: l } = t;
	await tx
		.update(l)
		.set({ revokedAt: now })
		.where(and(eq(l.personId, personId), isNull(l.usedAt), isNull(l.revokedAt)));
}
