import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import type { Way } from './choice.ts';

/** How a plan went out, and on which day; that day is null as long as nobody has said that the letter is on its way. */
export type Sending = Pick<Schema['sendings']['$inferSelect'], 'way' | 'sentOn'>;

/** A plan that was published on paper and of which nobody has said yet that the letter went out. */
export interface LetterToSend {
	readonly pipId: string;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly version: number;
	readonly dagtekeningOn: Day;
	/** The dagtekening has passed: the time for bezwaar has not begun (Awb 3:41, 6:8). */
	readonly isLate: boolean;
}

const shown = 50;

/** Keeps how a plan goes out, in the transaction that publishes it. By the portal it has gone out with that. */
export async function record(
	actor: Actor,
	tx: Db,
	pip: { readonly id: string; readonly personId: string; readonly dagtekeningOn: string },
	way: Way,
): Promise<Sending> {
	const sentOn = way === 'portal' ? pip.dagtekeningOn : null;
	const { sendings } = actor.portal.store.t;
	await tx.insert(sendings).values({ pipId: pip.id, personId: pip.personId, way, sentOn });
	return { way, sentOn };
}

/** The letters of the caseload that still have to go out, the longest waiting first. */
export async function letters(
	actor: Staff,
	{ today }: Moment,
): Promise<{ readonly total: number; readonly rows: readonly LetterToSend[] }> {
	const { people: persons, pips, sendings } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const isWaiting = and(isNull(sendings.sentOn), people.inCaseload(actor));
	const { givenName, familyName } = persons;
	const { version, dagtekeningOn } = pips;
	const { pipId, personId } = sendings;
	const found = await read
		.select({ pipId, personId, givenName, familyName, version, dagtekeningOn })
		.from(sendings)
		.innerJoin(pips, eq(pips.id, sendings.pipId))
		.innerJoin(persons, eq(persons.id, sendings.personId))
		.where(isWaiting)
		.orderBy(asc(dagtekeningOn), asc(pipId))
		.limit(shown);
	const [all] = await read
		.select({ total: count() })
		.from(sendings)
		.innerJoin(persons, eq(persons.id, sendings.personId))
		.where(isWaiting);
	const rows = found.map((row) => {
		const on = day(row.dagtekeningOn);
		return { ...row, dagtekeningOn: on, isLate: isBefore(on, today) };
	});
	return { total: all?.total ?? 0, rows };
}

/**
 * Says on which day the letter went out: from the dagtekening on, and not in the future. The time for bezwaar begins
 * on the day after (Awb 6:8(1)). The first who says it is right; again changes nothing.
 */
export async function confirm(
	actor: Actor,
	pipId: string,
	sentOn: Day,
	{ now, today }: Moment,
): Promise<Outcome<Sending>> {
	const { store } = actor.portal;
	const { pips, sendings } = store.t;
	const thisOne = eq(sendings.pipId, pipId);
	const [letter] = isId(pipId)
		? await store.read
				.select({ personId: sendings.personId, dagtekeningOn: pips.dagtekeningOn })
				.from(sendings)
				.innerJoin(pips, eq(pips.id, sendings.pipId))
				.where(thisOne)
		: [];
	if (!letter) throw new NotFound();
	const { personId, dagtekeningOn } = letter;
	permitted(actor, 'sending.confirm', await people.find(actor, personId));
	if (isBefore(today, sentOn)) return refused({ sentOn: 'future' });
	if (isBefore(sentOn, day(dagtekeningOn))) return refused({ sentOn: 'sentBeforeDagtekening' });
	return store.write(now, async (tx, log) => {
		const said = { sentOn, confirmedBy: actor.id, confirmedAt: now };
		const [first] = await tx
			.update(sendings)
			.set(said)
			.where(and(thisOne, isNull(sendings.sentOn)))
			.returning();
		const action = first ? 'sending.confirm' : 'sending.confirm.again';
		log({ actor: actor.id, action, subject: pipId, personId, detail: { sentOn } });
		if (first) {
			await notices.add(tx, store.t, {
				personId,
				fact: `letter ${pipId}`,
				kind: 'officialLetter',
				subject: pipId,
				at: now,
				expiresAt: now + notices.usualLife,
			});
		}
		const [sending] = first ? [first] : await tx.select().from(sendings).where(thisOne);
		if (!sending) throw new Error('a sending is gone');
		return done({ way: sending.way, sentOn: sending.sentOn });
	});
}

/** How each of somebody's plans went out, by the id of the plan; whoever asks has checked the access. */
export async function sendingsIn(
	actor: Actor,
	tx: Db,
	personId: string,
): Promise<ReadonlyMap<string, Sending>> {
	const { sendings } = actor.portal.store.t;
	const rows = await tx.select().from(sendings).where(eq(sendings.personId, personId));
	return new Map(rows.map(({ pipId, way, sentOn }) => [pipId, { way, sentOn }]));
}
