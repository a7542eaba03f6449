/**
 * The diary of an inburgeraar: why the hours did not work out for a while, written at the moment itself. It is the
 * person's own. Only the person sees it, shares a line or takes that back, and deletes it, and then it is gone. The
 * gemeente sees what was shared (`shared`), of illness the word alone. It is help and never evidence: no sum, no
 * decision, no flag and no order of a list reads it, and `apart.test.ts` proves that nothing but its pages does.
 */
import { and, eq } from 'drizzle-orm';
import { addDays, isBefore } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { Conflict, done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as people from '../people/people.ts';
import { keepAnswer } from './asking.ts';
import { type Content, type Line, lineOf, ownRow, type Row, rowsOf, seal } from './lines.ts';
import type { Reason } from './reasons.ts';

export { answerNudge, asksHowItGoes } from './asking.ts';
export { type Content, lastDayOf, type Line } from './lines.ts';
export { isPersonal, type Reason, reasons } from './reasons.ts';
export { type Shared, share, shared, type SharedLine, sharedOf, unshare } from './sharing.ts';

export const longestWords = 500;

/** Everything the person wrote, the newest first. */
export async function own(actor: Resident): Promise<Line[]> {
	const { personId, portal } = await keeper(actor);
	const rows = await rowsOf(portal, portal.store.read, personId);
	return rows.map((row) => lineOf(portal, row));
}

/** One of the own lines; of anybody else's it is not found. */
export async function line(actor: Resident, id: string): Promise<Line> {
	const { portal } = await keeper(actor);
	return lineOf(portal, await ownRow(actor, portal.store.read, id));
}

/**
 * Writes a line with one tap: this reason, from today, while it lasts; nobody else sees it. The page made the id: the
 * same tap again changes nothing, and another answer after going back is the answer that was meant.
 */
export async function write(
	actor: Resident,
	{ id, reason }: { readonly id: string; readonly reason: Reason },
	{ now, today }: Moment,
): Promise<void> {
	const { personId, portal } = await keeper(actor);
	if (!isId(id)) throw new NotFound();
	const { diaryLines } = portal.store.t;
	const content = { reason, sinceOn: today, untilOn: null, words: null };
	const contentSealed = seal(portal, { id, personId }, content);
	await portal.store.write(now, async (tx, log) => {
		const added = await tx
			.insert(diaryLines)
			.values({ id, personId, contentSealed, ...unshared, revision: 0, writtenAt: now })
			.onConflictDoNothing()
			.returning({ id: diaryLines.id });
		await keepAnswer(tx, actor, today);
		const kept = lineOf(portal, await ownRow(actor, tx, id));
		const isOther = kept.reason !== reason;
		if (isOther) await replace(tx, actor, kept, { ...kept, reason }, unshared);
		note(log, actor, id, added.length > 0 ? 'write' : isOther ? 'change' : 'repeat');
	});
}

/**
 * Corrects a line. With another reason or other words it is nobody else's until the person shares it anew. Refused
 * with `endBeforeBegin`, and with `changedMeanwhile` where the line is not the one the page showed.
 */
export async function change(
	actor: Resident,
	{ id, seen, content }: { readonly id: string; readonly seen: number; readonly content: Content },
	{ now }: Moment,
): Promise<Outcome<null>> {
	const { portal } = await keeper(actor);
	if (content.untilOn !== null && !isBefore(content.sinceOn, content.untilOn)) {
		return refused({ lastOn: 'endBeforeBegin' });
	}
	return portal.store.write(now, async (tx, log) => {
		const row = await ownRow(actor, tx, id);
		const kept = lineOf(portal, row);
		if (row.revision !== seen) {
			note(log, actor, id, 'changedMeanwhile');
			return refused({ form: 'changedMeanwhile' });
		}
		const isSame = kept.reason === content.reason && kept.words === content.words;
		await replace(tx, actor, row, content, isSame ? {} : unshared);
		note(log, actor, id, 'change');
		return done(null);
	});
}

/** It is over: today is the last day, or the day it began where that is still to come. What is over stays over. */
export async function end(actor: Resident, id: string, { now, today }: Moment): Promise<void> {
	const { portal } = await keeper(actor);
	await portal.store.write(now, async (tx, log) => {
		const row = await ownRow(actor, tx, id);
		const kept = lineOf(portal, row);
		const last = isBefore(today, kept.sinceOn) ? kept.sinceOn : today;
		const untilOn = addDays(last, 1);
		const isOver = kept.untilOn !== null && !isBefore(untilOn, kept.untilOn);
		if (!isOver) await replace(tx, actor, row, { ...kept, untilOn }, {});
		note(log, actor, id, isOver ? 'repeat' : 'end');
	});
}

/** Deletes a line for good; nothing of it is kept but that a line was deleted. Once more changes nothing. */
export async function remove(actor: Resident, id: string, { now }: Moment): Promise<void> {
	const { personId, portal } = await keeper(actor);
	if (!isId(id)) throw new NotFound();
	const { diaryLines: t } = portal.store.t;
	await portal.store.write(now, async (tx, log) => {
		await tx.delete(t).where(and(eq(t.id, id), eq(t.personId, personId)));
		note(log, actor, id, 'remove');
	});
}

const unshared = { sharedAt: null, sharesWords: false } as const;

/** Only the person keeps the diary. */
async function keeper(actor: Resident): Promise<Resident> {
	permitted(actor, 'diary.keep', await people.own(actor));
	return actor;
}

/** Throws `Conflict` where the row is no longer as it was read. */
async function replace(
	tx: Db,
	{ personId, portal }: Resident,
	row: Pick<Row, 'id' | 'revision'>,
	content: Content,
	sharing: Partial<typeof unshared>,
) {
	const { diaryLines: t } = portal.store.t;
	const changed = await tx
		.update(t)
		.set({
			...sharing,
			contentSealed: seal(portal, { id: row.id, personId }, content),
			revision: row.revision + 1,
		})
		.where(and(eq(t.id, row.id), eq(t.revision, row.revision)))
		.returning({ id: t.id });
	if (changed.length === 0) throw new Conflict();
}

function note(log: Log, { id: actor, personId }: Resident, subject: string, verb: string) {
	log({ actor, action: `diary.${verb}`, subject, personId });
}
