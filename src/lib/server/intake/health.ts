/**
 * What of somebody's health the plan has to reckon with (W 14(3), W 37(2)): between the person and the own klantmanager.
 * Each time that it is opened is logged, and it goes nowhere else: no dossier, no paper, no list, no export.
 */
import { and, eq } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { may, permitted, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import * as envelope from '../crypto/envelope.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';

export const longestWords = 1500;

/** Null words: there is nothing to reckon with, or nobody asked yet. */
export interface Health {
	readonly words: string | null;
	/** What a page was made from. */
	readonly revision: number;
	readonly updatedOn: Day | null;
}

/** Whether the actor may open it, for a page that leads there. */
export async function isOpenTo(actor: Staff, personId: string): Promise<boolean> {
	return may(actor, 'health.read', await people.find(actor, personId));
}

/** Opens it, for the own klantmanager; not found for everybody else. */
export async function read(actor: Staff, personId: string, { now }: Moment): Promise<Health> {
	permitted(actor, 'health.read', await people.find(actor, personId));
	const { portal } = actor;
	const { intakeHealth: t } = portal.store.t;
	const [row] = await portal.store.read.select().from(t).where(eq(t.personId, personId));
	await portal.store.write(now, async (_tx, log) => {
		log({ actor: actor.id, action: 'health.read', subject: personId, personId });
	});
	if (!row) return { words: null, revision: 0, updatedOn: null };
	const words = envelope.openText(portal.keyring, row.wordsSealed, aad(portal, personId));
	return { words: words || null, revision: row.revision, updatedOn: dayOf(row.updatedAt) };
}

/** Writes it in the place of what the page showed, which is gone then; `changedMeanwhile` when it is another by now. */
export async function write(
	actor: Staff,
	{ personId, words, seen }: { personId: string; words: string | null; seen: number },
	{ now }: Moment,
): Promise<Outcome<null>> {
	permitted(actor, 'health.write', await people.find(actor, personId));
	const { portal } = actor;
	const { intakeHealth: t } = portal.store.t;
	const wordsSealed = envelope.seal(portal.keyring, words ?? '', aad(portal, personId));
	const values = { wordsSealed, revision: seen + 1, updatedBy: actor.id, updatedAt: now };
	return portal.store.write(now, async (tx, log) => {
		const changed =
			seen === 0
				? await tx
						.insert(t)
						.values({ personId, ...values })
						.onConflictDoNothing()
						.returning({ id: t.personId })
				: await tx
						.update(t)
						.set(values)
						.where(and(eq(t.personId, personId), eq(t.revision, seen)))
						.returning({ id: t.personId });
		const isDone = changed.length > 0;
		const action = isDone ? 'health.write' : 'health.late';
		log({ actor: actor.id, action, subject: personId, personId });
		return isDone ? done(null) : refused({ form: 'changedMeanwhile' });
	});
}

function aad({ tenant }: Portal, row: string): string {
	return envelope.aadOf({ tenant: tenant.id, table: 'intake_health', column: 'words', row });
}
