import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';

type Row = Schema['sendingChoices']['$inferSelect'];

/** How something of the gemeente reaches somebody. */
export type Way = Row['way'];

/** The kinds of message for which a person chooses, each for itself (Awb 2:10). */
export type Kind = Row['kind'];

export const ways = ['paper', 'portal'] as const satisfies readonly Way[];

/** What a person said about one kind of message, and when. */
export type Choice = Pick<Row, 'kind' | 'way' | 'chosenOn' | 'atDesk'>;

/** What is chosen: the way, on which day it was said, and whether somebody of the gemeente writes it down. */
export interface Chosen {
	readonly kind: Kind;
	readonly way: Way;
	readonly chosenOn: Day;
}

/**
 * How this kind of message goes to the person: on paper, unless the person expressly chose otherwise and did not
 * take that back (Awb 2:10).
 */
export async function wayOf(actor: Actor, personId: string, kind: Kind): Promise<Way> {
	permitted(actor, 'sending.read', await people.find(actor, personId));
	return wayIn(actor, actor.portal.store.read, personId, kind);
}

/** The same as a transaction sees it; whoever asks has checked the access. */
export async function wayIn(actor: Actor, tx: Db, personId: string, kind: Kind): Promise<Way> {
	const [last] = await choicesIn(actor, tx, personId, kind);
	return last?.way ?? 'paper';
}

/** How decisions go to each of these people; whoever asks has checked the access. Paper where none is given. */
export async function waysOf(
	actor: Actor,
	personIds: readonly string[],
): Promise<ReadonlyMap<string, Way>> {
	if (personIds.length === 0) return new Map();
	const { t, read } = actor.portal.store;
	const { personId, kind, number } = t.sendingChoices;
	const rows = await read
		.select()
		.from(t.sendingChoices)
		.where(and(inArray(personId, [...personIds]), eq(kind, 'decisions')))
		.orderBy(asc(number));
	return new Map(rows.map((row) => [row.personId, row.way]));
}

/** Everything the person said about this kind of message, the last first. */
export async function choices(actor: Actor, personId: string, kind: Kind): Promise<Choice[]> {
	permitted(actor, 'sending.read', await people.find(actor, personId));
	return choicesIn(actor, actor.portal.store.read, personId, kind);
}

/**
 * Writes down what the person chose; it holds from now on and can always be taken back. The person does it for
 * today; somebody of the gemeente writes down what was said at the desk, on a day that is not in the future and not
 * before what was said last. The same choice again changes nothing.
 */
export async function choose(
	actor: Actor,
	personId: string,
	{ kind, way, chosenOn }: Chosen,
	{ now, today }: Moment,
): Promise<Outcome<Choice>> {
	permitted(actor, 'sending.choose', await people.find(actor, personId));
	const atDesk = actor.kind !== 'resident';
	if (isBefore(today, chosenOn)) return refused({ chosenOn: 'future' });
	return actor.portal.store.write(now, async (tx, log) => {
		const about = { actor: actor.id, subject: personId, personId, detail: { kind, way } };
		await people.takeTurn(actor.portal.store.t, tx, personId);
		const [last] = await choicesIn(actor, tx, personId, kind);
		if ((last?.way ?? 'paper') === way) {
			log({ ...about, action: 'sending.choose.again' });
			return done(last ?? { kind, way, chosenOn, atDesk });
		}
		if (last && chosenOn < last.chosenOn) {
			log({ ...about, action: 'sending.choose.refuse' });
			return refused({ chosenOn: 'beforeLastChoice' });
		}
		const choice = { kind, way, chosenOn, atDesk };
		const number = (last?.number ?? 0) + 1;
		const written = { id: newId(), personId, number, recordedBy: actor.id, recordedAt: now };
		await tx.insert(actor.portal.store.t.sendingChoices).values({ ...choice, ...written });
		log({ ...about, action: 'sending.choose' });
		return done(choice);
	});
}

function choicesIn(actor: Actor, tx: Db, personId: string, kind: Kind): Promise<Row[]> {
	const { sendingChoices: t } = actor.portal.store.t;
	return tx
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), eq(t.kind, kind)))
		.orderBy(desc(t.number));
}
