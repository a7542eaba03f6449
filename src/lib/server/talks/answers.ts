import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Day } from '#lib/law/day.ts';
import { type Actor, permitted, type Resident } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { Conflict, done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { type TalkQuestion, type TalkTopic, talkTopics } from './kinds.ts';
import { one } from './rows.ts';
import { opened, seal } from './sealed.ts';

type Row = Schema['talkAnswers']['$inferSelect'];

/** What somebody answered beforehand: pictures that were chosen, and own words. */
export interface Answer {
	readonly topics: readonly TalkTopic[];
	readonly words: string | null;
	/** In which the page was read. */
	readonly language: string;
	readonly saidOn: Day;
}

/** The last answer to each question that was answered. */
export type Answers = Readonly<Partial<Record<TalkQuestion, Answer>>>;

/** An answer as a page sends it. */
export interface SaidAnswer extends Pick<Answer, 'topics' | 'words' | 'language'> {
	readonly itemId: string;
	readonly question: TalkQuestion;
	/** Made with the page: the same key is the same answer. */
	readonly key: string;
}

/** What the person answered before a talk; nothing where nobody did. */
export async function answers(actor: Actor, personId: string, itemId: string): Promise<Answers> {
	permitted(actor, 'talk.read', await people.find(actor, personId));
	const { store } = actor.portal;
	const { talkAnswers: t } = store.t;
	const rows = await store.read
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), eq(t.itemId, itemId)))
		.orderBy(asc(t.number));
	const last = new Map(rows.map((row) => [row.question, answerOf(actor.portal, row)]));
	return Object.fromEntries([...last].filter(([, one]) => one.topics.length > 0 || one.words));
}

/**
 * Keeps an answer; the last one holds, and an empty one takes the former away. Refused without any answer, for a talk
 * that is off, and once it is over. Throws Conflict for a known key with another answer.
 */
export async function answer(
	actor: Resident,
	said: SaidAnswer,
	moment: Moment,
): Promise<Outcome<null>> {
	const { portal, personId } = actor;
	permitted(actor, 'talk.say', await people.own(actor));
	const talk = await one(actor, personId, said.itemId);
	const { store } = portal;
	const { talkAnswers: t } = store.t;
	return store.write(moment.now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const about = { actor: actor.id, subject: said.itemId, personId };
		const rows = await tx
			.select()
			.from(t)
			.where(and(eq(t.personId, personId), eq(t.key, said.key)));
		const [known] = rows;
		if (known) {
			if (!isSame(portal, known, said)) throw new Conflict();
			log({ ...about, action: 'talk.answer.again' });
			return done(null);
		}
		const earlier = await tx
			.select({ number: t.number })
			.from(t)
			.where(and(eq(t.itemId, said.itemId), eq(t.question, said.question)));
		const isEmpty = said.topics.length === 0 && said.words === null;
		const problem = talk.isCancelled
			? 'agendaOff'
			: talk.endsAt <= moment.now
				? 'agendaOver'
				: isEmpty && earlier.length === 0
					? 'missing'
					: null;
		if (problem !== null) {
			log({ ...about, action: 'talk.refuse', detail: { problem } });
			return refused({ form: problem });
		}
		const id = newId();
		const { itemId, key, language, question, topics, words } = said;
		const content = JSON.stringify({ topics, words });
		const contentSealed = seal(portal, { table: 'talk_answers', row: id }, content);
		const number = Math.max(0, ...earlier.map((row) => row.number)) + 1;
		const row = { id, itemId, personId, question, number, contentSealed, language, key };
		await tx.insert(t).values({ ...row, saidAt: moment.now });
		log({ ...about, action: 'talk.answer', detail: { question, number } });
		return done(null);
	});
}

function isSame(portal: Portal, row: Row, { itemId, question, topics, words }: SaidAnswer) {
	const known = answerOf(portal, row);
	return (
		row.itemId === itemId &&
		row.question === question &&
		known.words === words &&
		known.topics.join() === topics.join()
	);
}

const schema = v.strictObject({
	topics: v.array(v.picklist(talkTopics)),
	words: v.nullable(v.string()),
});

function answerOf(portal: Portal, { contentSealed, id, language, saidAt }: Row): Answer {
	const text: unknown = JSON.parse(
		opened(portal, { table: 'talk_answers', row: id }, contentSealed),
	);
	return { ...v.parse(schema, text), language, saidOn: dayOf(saidAt) };
}
