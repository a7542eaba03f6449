import { and, asc, count, eq, gt, isNull, lte } from 'drizzle-orm';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as absences from '../absences/absences.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { Conflict, done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import * as proofs from '../proofs/proofs.ts';
import { attach, expectKnown, orDiscard } from './attachments.ts';
import type { Topic } from './kinds.ts';
import { opened, seal } from './sealed.ts';

/** Longest message, in characters. */
export const longestWords = 2000;

/** So many a person sends in 24 hours; who needs more is helped better by a call. */
export const mostPerDay = 20;

const dayLong = 24 * 60 * 60_000;

/** What is sent; `id` is made with the page, so that sending twice is one message. */
export interface NewMessage {
	readonly id: string;
	readonly words: string;
	/** In which the words are written; staff write Dutch. */
	readonly language: OfferedLanguage;
	readonly files: readonly Blob[];
}

/** What a new thread is about. */
export interface About {
	readonly topic: Topic;
	/** The letter it is about, where it is about one. */
	readonly letterId: string | null;
}

/**
 * Opens a thread with its first message and gives its id. Refused without words and file, for a file that cannot be
 * taken (`photo`), and after too many messages in a day. Throws Conflict where the id is of another message, or of this
 * one with other words or another file.
 */
export async function open(
	actor: Resident | Staff,
	personId: string,
	{ letterId, topic, ...message }: NewMessage & About,
	moment: Moment,
): Promise<Outcome<string>> {
	return send(actor, personId, message, moment, async (tx, t) => {
		if (letterId !== null) await expectLetter(tx, t, personId, letterId);
		const row = { id: message.id, personId, topic, letterId, openedAt: moment.now };
		await tx.insert(t.messageThreads).values(row).onConflictDoNothing();
		return { threadId: message.id, seen: 0 };
	});
}

/**
 * Adds a message to a thread, and gives the id of the thread; refused as `open` refuses. An answer of the gemeente
 * settles what the person wrote as far as the page showed it (`seen`); what came in between goes on waiting.
 */
export async function reply(
	actor: Resident | Staff,
	personId: string,
	{ seen, threadId, ...message }: NewMessage & { readonly threadId: string; readonly seen: number },
	moment: Moment,
): Promise<Outcome<string>> {
	return send(actor, personId, message, moment, async (tx, t) => {
		const [found] = await tx
			.select({ id: t.messageThreads.id })
			.from(t.messageThreads)
			.where(and(eq(t.messageThreads.id, threadId), eq(t.messageThreads.personId, personId)));
		if (!found) throw new NotFound();
		return { threadId, seen };
	});
}

type Place = (
	tx: Db,
	t: Schema,
) => Promise<{ readonly threadId: string; readonly seen: number }>;

async function send(
	actor: Resident | Staff,
	personId: string,
	message: NewMessage,
	moment: Moment,
	place: Place,
): Promise<Outcome<string>> {
	const { portal } = actor;
	const { now } = moment;
	const { files, id, language } = message;
	await absences.find(actor, 'message.write', personId, moment);
	if (!isId(id)) throw new NotFound();
	const words = message.words.trim();
	if (words === '' && files.length === 0) return refused({ words: 'missing' });
	const stored = await proofs.store(portal, files);
	if (!stored.ok) return stored;
	const sender = actor.kind === 'staff' ? 'gemeente' : 'person';
	const { t } = portal.store;
	let kept: readonly proofs.Stored[] = [];
	const writing = portal.store.write(now, async (tx, log): Promise<Outcome<string>> => {
		await people.takeTurn(t, tx, personId);
		const about = { actor: actor.id, subject: id, personId };
		const [known] = await tx.select().from(t.messages).where(eq(t.messages.id, id));
		if (known) {
			const same = known.personId === personId && known.sentBy === actor.id;
			const wordsKnown = same
				? opened(portal, { table: 'messages', column: 'words', row: id }, known.wordsSealed)
				: null;
			if (wordsKnown !== words) throw new Conflict();
			await expectKnown(tx, t, { messageId: id }, stored.value);
			log({ ...about, action: 'message.again' });
			return done(known.threadId);
		}
		if (sender === 'person' && (await sentSince(tx, t, personId, now - dayLong)) >= mostPerDay) {
			log({ ...about, action: 'message.tooMany' });
			return refused({ form: 'messagesTooMany' });
		}
		const { seen, threadId } = await place(tx, t);
		const number = await nextNumber(tx, t, threadId);
		await tx.insert(t.messages).values({
			...{ id, threadId, personId, number, sender, language },
			wordsSealed: seal(portal, { table: 'messages', column: 'words', row: id }, words),
			sentBy: actor.id,
			sentAt: now,
		});
		await attach(tx, log, t, { messageId: id, personId }, stored.value, now);
		kept = stored.value;
		if (sender === 'gemeente') {
			await settle(tx, t, { threadId, seen, by: actor.id, now });
			await notices.add(tx, t, {
				...{ personId, kind: 'messageNew', subject: threadId, fact: `message:${id}` },
				at: now,
				expiresAt: now + notices.usualLife,
			});
		}
		log({ ...about, action: 'message.send', detail: { sender, number } });
		return done(threadId);
	});
	const outcome = await orDiscard(portal, stored.value, writing);
	await proofs.discardOthers(portal, stored.value, kept);
	return outcome;
}

/** What the person wrote in a thread, up to a number, waits no more. */
export async function settle(
	tx: Db,
	{ messages: m }: Schema,
	{
		by: settledBy,
		now: settledAt,
		seen,
		threadId,
	}: {
		readonly threadId: string;
		readonly seen: number;
		readonly by: string;
		readonly now: number;
	},
) {
	const isWaiting = and(eq(m.sender, 'person'), isNull(m.settledAt), lte(m.number, seen));
	await tx
		.update(m)
		.set({ settledAt, settledBy })
		.where(and(eq(m.threadId, threadId), isWaiting));
}

async function expectLetter(tx: Db, { letters: l }: Schema, personId: string, id: string) {
	const [found] = await tx
		.select({ id: l.id })
		.from(l)
		.where(and(eq(l.id, id), eq(l.personId, personId)));
	if (!found) throw new NotFound();
}

async function nextNumber(tx: Db, { messages: m }: Schema, threadId: string): Promise<number> {
	const rows = await tx
		.select({ number: m.number })
		.from(m)
		.where(eq(m.threadId, threadId))
		.orderBy(asc(m.number));
	return (rows.at(-1)?.number ?? 0) + 1;
}

async function sentSince(tx: Db, { messages: m }: Schema, personId: string, since: number) {
	const recent = and(eq(m.personId, personId), eq(m.sender, 'person'), gt(m.sentAt, since));
	const [row] = await tx.select({ n: count() }).from(m).where(recent);
	return row?.n ?? 0;
}
