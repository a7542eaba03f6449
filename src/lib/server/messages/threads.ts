import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as absences from '../absences/absences.ts';
import * as accounts from '../accounts/accounts.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { type Attachment, of } from './attachments.ts';
import type { Sender, Topic } from './kinds.ts';
import { opened } from './sealed.ts';

/** A thread in a list: the newest message says where it stands. */
export interface ThreadRow {
	readonly id: string;
	readonly topic: Topic;
	readonly lastAt: number;
	readonly lastSender: Sender;
	/** How many messages of the other side the reader did not open yet. */
	readonly unread: number;
	/** Since when the person waits for an answer; null when the person does not. */
	readonly waitingSince: Day | null;
}

/** One message, opened. `dutch` is what somebody of the staff wrote down of words in another language. */
export interface Message {
	readonly id: string;
	readonly number: number;
	readonly sender: Sender;
	readonly words: string;
	readonly language: OfferedLanguage;
	readonly dutch: { readonly words: string; readonly by: string | null; readonly on: Day } | null;
	/** The name of who of the staff wrote it; null for the person, and for an account that is gone. */
	readonly by: string | null;
	readonly sentOn: Day;
	readonly readOn: Day | null;
	readonly attachments: readonly Attachment[];
}

export interface Thread {
	readonly id: string;
	readonly topic: Topic;
	readonly letterId: string | null;
	readonly messages: readonly Message[];
	readonly isWaiting: boolean;
}

/** The threads with a person, the newest message first; for the person and for who answers. */
export async function threads(
	actor: Resident | Staff,
	personId: string,
	moment: Moment,
): Promise<ThreadRow[]> {
	await absences.find(actor, 'message.read', personId, moment);
	const { t, read } = actor.portal.store;
	const [about, rows] = await Promise.all([
		read.select().from(t.messageThreads).where(eq(t.messageThreads.personId, personId)),
		read
			.select()
			.from(t.messages)
			.where(eq(t.messages.personId, personId))
			.orderBy(asc(t.messages.number)),
	]);
	const inThread = Map.groupBy(rows, ({ threadId }) => threadId);
	return about
		.flatMap(({ id, topic }) => rowOf(actor, id, topic, inThread.get(id) ?? []))
		.sort((a, b) => b.lastAt - a.lastAt || a.id.localeCompare(b.id));
}

/** A whole thread; not found for anybody but the person and who answers. */
export async function thread(
	actor: Resident | Staff,
	personId: string,
	threadId: string,
	moment: Moment,
): Promise<Thread> {
	await absences.find(actor, 'message.read', personId, moment);
	if (!isId(threadId)) throw new NotFound();
	const { portal } = actor;
	const { t, read } = portal.store;
	const [about] = await read
		.select()
		.from(t.messageThreads)
		.where(and(eq(t.messageThreads.id, threadId), eq(t.messageThreads.personId, personId)));
	if (!about) throw new NotFound();
	const rows = await read
		.select()
		.from(t.messages)
		.where(eq(t.messages.threadId, threadId))
		.orderBy(asc(t.messages.number));
	const beside = await of(portal, 'messageId', ids(rows));
	const names = await accounts.namesOf(
		portal,
		rows.flatMap(({ dutchBy, sentBy }) => (dutchBy ? [sentBy, dutchBy] : [sentBy])),
	);
	const { id, letterId, topic } = about;
	const shown = rows.map((row) => messageOf(portal, row, names, beside.get(row.id) ?? []));
	return { id, letterId, topic, messages: shown, isWaiting: rows.some(isWaiting) };
}

/**
 * `thread`, and keeps that it was opened: what the other side wrote counts as read from the first time on. That staff
 * looked is written down.
 */
export async function openThread(
	actor: Resident | Staff,
	personId: string,
	threadId: string,
	moment: Moment,
): Promise<Thread> {
	const found = await thread(actor, personId, threadId, moment);
	const { messages: m } = actor.portal.store.t;
	const sender: Sender = actor.kind === 'staff' ? 'person' : 'gemeente';
	// What came in since is on no page yet, and stays new.
	const isShown = lte(m.number, found.messages.at(-1)?.number ?? 0);
	const isNew = and(eq(m.threadId, threadId), eq(m.sender, sender), isNull(m.readAt), isShown);
	const { now: readAt } = moment;
	if (actor.kind === 'resident') {
		const some = found.messages.some((one) => one.sender === sender && one.readOn === null);
		if (some) await actor.portal.store.touch((tx) => tx.update(m).set({ readAt }).where(isNew));
		return found;
	}
	await actor.portal.store.write(readAt, async (tx, log) => {
		await tx.update(m).set({ readAt }).where(isNew);
		log({ actor: actor.id, action: 'message.read', subject: threadId, personId });
	});
	return found;
}

type Row = Schema['messages']['$inferSelect'];

function rowOf(
	actor: Resident | Staff,
	id: string,
	topic: Topic,
	rows: readonly Row[],
): ThreadRow[] {
	const last = rows.at(-1);
	if (!last) return [];
	const other: Sender = actor.kind === 'staff' ? 'person' : 'gemeente';
	const waits = rows.find(isWaiting);
	return [
		{
			...{ id, topic, lastAt: last.sentAt, lastSender: last.sender },
			unread: rows.filter(({ readAt, sender }) => sender === other && readAt === null).length,
			waitingSince: waits ? dayOf(waits.sentAt) : null,
		},
	];
}

function isWaiting({ sender, settledAt }: Row): boolean {
	return sender === 'person' && settledAt === null;
}

function messageOf(
	portal: Portal,
	row: Row,
	names: ReadonlyMap<string, string>,
	attachments: readonly Attachment[],
): Message {
	const { dutchAt, dutchBy, dutchSealed, id, number, readAt, sender, sentAt, sentBy } = row;
	const place = { table: 'messages', row: id } as const;
	const dutch = dutchSealed !== null && dutchAt !== null && {
		words: opened(portal, { ...place, column: 'dutch' }, dutchSealed),
		by: names.get(dutchBy ?? '') ?? null,
		on: dayOf(dutchAt),
	};
	return {
		...{ id, number, sender, attachments },
		words: opened(portal, { ...place, column: 'words' }, row.wordsSealed),
		language: isOffered(row.language) ? row.language : 'nl',
		dutch: dutch || null,
		by: sender === 'gemeente' ? (names.get(sentBy) ?? null) : null,
		sentOn: dayOf(sentAt),
		readOn: readAt === null ? null : dayOf(readAt),
	};
}

function ids(rows: readonly Row[]): string[] {
	return rows.map(({ id }) => id);
}
