import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { isOnOrAfter } from '#lib/law/day.ts';
import { permitted, type Resident, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import { type Content, lineOf, ownRow, type Row } from './lines.ts';
import { isPersonal, type Reason } from './reasons.ts';

/** What others see of a line: of illness, pregnancy and mourning the word alone. */
export interface Shared {
	readonly reason: Reason;
	/** Null where only the word is shared. */
	readonly days: { readonly sinceOn: Day; readonly untilOn: Day | null } | null;
	readonly words: string | null;
	readonly isOver: boolean;
}

export interface SharedLine extends Shared {
	readonly sharedOn: Day;
}

/** What the gemeente sees of a line once it is shared: what the person reads before choosing, and what staff read. */
export function sharedOf(content: Content, withWords: boolean, today: Day): Shared {
	const { reason, sinceOn, untilOn, words } = content;
	const isOver = untilOn !== null && isOnOrAfter(today, untilOn);
	if (isPersonal(reason)) return { reason, days: null, words: null, isOver };
	return { reason, days: { sinceOn, untilOn }, words: withWords ? words : null, isOver };
}

/** Shares one line, as the page showed it; refused with `changedMeanwhile` where it is not that line any more. */
export async function share(
	actor: Resident,
	{
		id,
		seen,
		withWords,
	}: { readonly id: string; readonly seen: number; readonly withWords: boolean },
	{ now }: Moment,
): Promise<Outcome<null>> {
	const { id: personId } = permitted(actor, 'diary.keep', await people.own(actor));
	const { diaryLines: t } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		const row = await ownRow(actor, tx, id);
		const changed = row.revision === seen ? await set(row) : [];
		const isDone = changed.length > 0;
		const action = isDone ? 'diary.share' : 'diary.changedMeanwhile';
		log({ actor: actor.id, action, subject: id, personId });
		return isDone ? done(null) : refused({ form: 'changedMeanwhile' });

		function set(row: Row) {
			const { reason, words } = lineOf(actor.portal, row);
			const sharesWords = withWords && words !== null && !isPersonal(reason);
			const isSame = row.sharedAt !== null && row.sharesWords === sharesWords;
			return tx
				.update(t)
				.set({ sharedAt: isSame ? row.sharedAt : now, sharesWords })
				.where(and(eq(t.id, id), eq(t.revision, row.revision)))
				.returning({ id: t.id });
		}
	});
}

/** Takes that back: from then on nobody of the gemeente sees the line, also where it is changed in the same moment. */
export async function unshare(actor: Resident, id: string, { now }: Moment): Promise<void> {
	const { id: personId } = permitted(actor, 'diary.keep', await people.own(actor));
	const { diaryLines: t } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		await ownRow(actor, tx, id);
		const mine = and(eq(t.id, id), eq(t.personId, personId));
		await tx.update(t).set({ sharedAt: null, sharesWords: false }).where(mine);
		log({ actor: actor.id, action: 'diary.unshare', subject: id, personId });
	});
}

/** What somebody shared with the gemeente, the newest first. That it was read is logged, and the person can see that. */
export async function shared(
	actor: Staff,
	personId: string,
	{ now, today }: Moment,
): Promise<SharedLine[]> {
	permitted(actor, 'diary.read', await people.find(actor, personId));
	const { portal } = actor;
	const { diaryLines: t } = portal.store.t;
	const rows = await portal.store.read
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), isNotNull(t.sharedAt)))
		.orderBy(desc(t.sharedAt), desc(t.id));
	if (rows.length === 0) return [];
	await portal.store.write(now, async (_tx, log) => {
		log({ actor: actor.id, action: 'diary.read', subject: personId, personId });
	});
	return rows.flatMap((row) => {
		if (row.sharedAt === null) return [];
		const visible = sharedOf(lineOf(portal, row), row.sharesWords, today);
		return [{ ...visible, sharedOn: dayOf(row.sharedAt) }];
	});
}
