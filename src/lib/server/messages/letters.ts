import { and, desc, eq, isNull } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as absences from '../absences/absences.ts';
import * as accounts from '../accounts/accounts.ts';
import { type Bringable, bringables } from '../agenda/agenda.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { type Attachment, of } from './attachments.ts';
import type { LetterAction, Topic } from './kinds.ts';
import { opened } from './sealed.ts';

type Row = Schema['letters']['$inferSelect'];

/** A letter of the gemeente: what it is about, what it asks and until when, and the paper itself. */
export interface Letter {
	readonly id: string;
	readonly topic: Topic;
	readonly action: LetterAction;
	/** The facts of the action, those that it has. */
	readonly doOn: Day | null;
	readonly doAt: string | null;
	readonly place: string | null;
	readonly paper: Bringable | null;
	/** Own words of the klantmanager, in Dutch. */
	readonly words: string | null;
	/** The name of who published it; null for an account that is gone. */
	readonly by: string | null;
	readonly publishedAt: number;
	readonly publishedOn: Day;
	readonly readOn: Day | null;
	readonly doneOn: Day | null;
	readonly papers: readonly Attachment[];
}

/** The letters to a person, the newest first; for the person and for who answers. That staff looked is written down. */
export async function letters(
	actor: Resident | Staff,
	personId: string,
	moment: Moment,
): Promise<Letter[]> {
	await absences.find(actor, 'message.read', personId, moment);
	const { t, read } = actor.portal.store;
	const rows = await read
		.select()
		.from(t.letters)
		.where(eq(t.letters.personId, personId))
		.orderBy(desc(t.letters.publishedAt), desc(t.letters.id));
	if (actor.kind === 'staff' && rows.length > 0) {
		await actor.portal.store.write(moment.now, async (_tx, log) => {
			log({ actor: actor.id, action: 'letter.read', subject: personId, personId });
		});
	}
	return shown(actor.portal, rows);
}

/** One letter; not found for anybody but the person and who answers. */
export async function letter(
	actor: Resident | Staff,
	personId: string,
	id: string,
	moment: Moment,
): Promise<Letter> {
	await absences.find(actor, 'message.read', personId, moment);
	if (!isId(id)) throw new NotFound();
	const { t, read } = actor.portal.store;
	const rows = await read
		.select()
		.from(t.letters)
		.where(and(eq(t.letters.id, id), eq(t.letters.personId, personId)));
	const [found] = await shown(actor.portal, rows);
	if (!found) throw new NotFound();
	return found;
}

/** `letter`, and keeps that the person opened it, the first time only. No term begins with it. */
export async function openLetter(actor: Resident, id: string, moment: Moment): Promise<Letter> {
	const found = await letter(actor, actor.personId, id, moment);
	if (found.readOn !== null) return found;
	const { letters: t } = actor.portal.store.t;
	await actor.portal.store.touch((tx) =>
		tx
			.update(t)
			.set({ readAt: moment.now })
			.where(and(eq(t.id, id), isNull(t.readAt))),
	);
	return { ...found, readOn: dayOf(moment.now) };
}

/** The person says that what the letter asks is done; the first time counts. */
export async function sayDone(actor: Resident, id: string, moment: Moment): Promise<void> {
	await letter(actor, actor.personId, id, moment);
	const { letters: t } = actor.portal.store.t;
	const { personId } = actor;
	await actor.portal.store.write(moment.now, async (tx, log) => {
		await tx
			.update(t)
			.set({ doneAt: moment.now })
			.where(and(eq(t.id, id), isNull(t.doneAt)));
		log({ actor: actor.id, action: 'letter.done', subject: id, personId });
	});
}

async function shown(portal: Portal, rows: readonly Row[]): Promise<Letter[]> {
	const papers = await of(
		portal,
		'letterId',
		rows.map(({ id }) => id),
	);
	const names = await accounts.namesOf(
		portal,
		rows.map(({ publishedBy }) => publishedBy),
	);
	return rows.map((row): Letter => {
		const { action, doAt, doOn, id, place, publishedAt, publishedBy, topic, wordsSealed } = row;
		const at = { table: 'letters', column: 'words', row: id } as const;
		return {
			...{ id, topic, action, doAt, place, publishedAt },
			doOn: doOn === null ? null : day(doOn),
			paper: bringables.find((one) => one === row.paper) ?? null,
			words: wordsSealed === null ? null : opened(portal, at, wordsSealed),
			by: names.get(publishedBy) ?? null,
			publishedOn: dayOf(publishedAt),
			readOn: row.readAt === null ? null : dayOf(row.readAt),
			doneOn: row.doneAt === null ? null : dayOf(row.doneAt),
			papers: papers.get(id) ?? [],
		};
	});
}
