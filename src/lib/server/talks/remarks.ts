import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { type Actor, permitted, type Resident, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { Conflict } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { report } from './reports.ts';
import { opened, seal } from './sealed.ts';

type Row = Schema['talkRemarks']['$inferSelect'];

/** Longest remark of the person. */
export const remarkMax = 1000;

/** The person's own view of a report, which stands beside it for good. */
export interface Remark {
	readonly words: string;
	readonly language: string;
	/** The version of the report that was read. */
	readonly version: number;
	readonly saidOn: Day;
}

/** What the person said of a report. */
export interface Reaction {
	readonly remarks: readonly Remark[];
	/** The day since which it waits that the report was not understood; null when it does not. */
	readonly notUnderstoodSince: Day | null;
	/** The day on which that was last spoken about. */
	readonly settledOn: Day | null;
}

/** What the person said of the report of a talk. */
export async function reaction(actor: Actor, personId: string, itemId: string): Promise<Reaction> {
	permitted(actor, 'talk.read', await people.find(actor, personId));
	const { store } = actor.portal;
	const { talkRemarks: t } = store.t;
	const rows = await store.read
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), eq(t.itemId, itemId)))
		.orderBy(asc(t.number));
	const asked = rows.findLast(({ kind }) => kind !== 'remark');
	const settled = rows.findLast(({ kind }) => kind === 'settled');
	return {
		remarks: rows.flatMap((row) => remarkOf(actor.portal, row)),
		notUnderstoodSince: asked?.kind === 'notUnderstood' ? dayOf(asked.saidAt) : null,
		settledOn: settled ? dayOf(settled.saidAt) : null,
	};
}

/** What the person says of a report; `key` is made with the page. */
interface Saying {
	readonly itemId: string;
	readonly key: string;
	readonly language: string;
}

/** Adds the person's own view. Throws Conflict for a known key with other words. */
export async function remark(
	actor: Resident,
	{ words, ...saying }: Saying & { readonly words: string },
	moment: Moment,
): Promise<void> {
	await say(actor, actor.personId, { ...saying, kind: 'remark', words }, moment);
}

/** Says that the report was not understood: it waits for a talk. Said again while it waits it changes nothing. */
export async function notUnderstood(actor: Resident, saying: Saying, moment: Moment) {
	await say(actor, actor.personId, { ...saying, kind: 'notUnderstood', words: null }, moment);
}

/** It was spoken about; the person may say so again. A second tap changes nothing. */
export async function settle(actor: Staff, personId: string, itemId: string, moment: Moment) {
	permitted(actor, 'talk.report', await people.find(actor, personId));
	const line = { itemId, key: newId(), language: 'nl', kind: 'settled', words: null } as const;
	await write(actor, personId, line, moment);
}

/** Of which of these people a report waits that was not understood; the caller has checked the access. */
export async function notUnderstoodOf(
	{ store }: Portal,
	personIds: readonly string[],
): Promise<readonly Pick<Row, 'itemId' | 'personId'>[]> {
	if (personIds.length === 0) return [];
	const { talkRemarks: t } = store.t;
	const kinds = ['notUnderstood', 'settled'] as const;
	const rows = await store.read
		.select({ itemId: t.itemId, personId: t.personId, kind: t.kind })
		.from(t)
		.where(and(inArray(t.personId, [...personIds]), inArray(t.kind, [...kinds])))
		.orderBy(asc(t.number));
	const last = new Map(rows.map((row) => [row.itemId, row]));
	return [...last.values()].filter(({ kind }) => kind === 'notUnderstood');
}

interface Line extends Saying {
	readonly kind: Row['kind'];
	readonly words: string | null;
}

async function say(actor: Resident, personId: string, line: Line, moment: Moment) {
	permitted(actor, 'talk.say', await people.own(actor));
	await write(actor, personId, line, moment);
}

async function write(actor: Resident | Staff, personId: string, line: Line, { now }: Moment) {
	const { portal } = actor;
	const { itemId, key, kind, language, words } = line;
	const { version } = await report(actor, personId, itemId);
	const { talkRemarks: t } = portal.store.t;
	await portal.store.write(now, async (tx, log) => {
		await people.takeTurn(portal.store.t, tx, personId);
		const about = { actor: actor.id, subject: itemId, personId };
		const [known] = await tx
			.select()
			.from(t)
			.where(and(eq(t.personId, personId), eq(t.key, key)));
		const isOther =
			known && (known.itemId !== itemId || known.kind !== kind || wordsOf(portal, known) !== words);
		if (isOther) throw new Conflict();
		const rows = await tx.select().from(t).where(eq(t.itemId, itemId)).orderBy(asc(t.number));
		const last = rows.findLast((row) => row.kind !== 'remark')?.kind ?? 'settled';
		if (known || (kind !== 'remark' && kind === last)) {
			log({ ...about, action: 'talk.say.again', detail: { kind } });
			return;
		}
		const id = newId();
		const wordsSealed =
			words === null ? null : seal(portal, { table: 'talk_remarks', row: id }, words);
		const number = (rows.at(-1)?.number ?? 0) + 1;
		const row = { id, itemId, personId, number, kind, wordsSealed, language, version, key };
		await tx.insert(t).values({ ...row, saidBy: actor.id, saidAt: now });
		log({ ...about, action: 'talk.say', detail: { kind, number } });
	});
}

function remarkOf(portal: Portal, row: Row): Remark[] {
	const words = wordsOf(portal, row);
	if (words === null) return [];
	const { language, saidAt, version } = row;
	return [{ words, language, version, saidOn: dayOf(saidAt) }];
}

function wordsOf(portal: Portal, { id, wordsSealed }: Row): string | null {
	return wordsSealed === null
		? null
		: opened(portal, { table: 'talk_remarks', row: id }, wordsSealed);
}
