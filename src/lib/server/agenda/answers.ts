import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import { permitted, type Resident, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { Conflict, done, type Outcome, type Problems, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { type AbsenceReason, absenceReasons } from './kinds.ts';
import type { Occurrence, Wall } from './occurrences.ts';
import { occurrenceFor } from './own.ts';

export type AnswerRow = Schema['agendaAnswers']['$inferSelect'];

/** What somebody said about coming. */
export interface Answer {
	/** How many times something was said: what a page sends along. */
	readonly number: number;
	readonly isComing: boolean;
	/** Null when coming. Never for a partner. */
	readonly reason: AbsenceReason | null;
	readonly saidAt: number;
	readonly saidBy: string;
	/** Whether it was said of the day and time at which it stands now; otherwise it is asked again. */
	readonly holds: boolean;
}

/** An answer as a page sends it. */
export interface SaidAnswer {
	readonly personId: string;
	/** The key of the occurrence. */
	readonly occurrence: string;
	readonly isComing: boolean;
	readonly reason: AbsenceReason | null;
	/** Made with the page or by the phone: the same key is the same answer. */
	readonly key: string;
	/** When it was said, in milliseconds UTC, where that was before it came: on a phone without a connection. */
	readonly saidAt?: number;
}

/**
 * Keeps that somebody comes or cannot come; staff may write it down for who phoned. Not coming has a reason, and can
 * be said afterwards too. Refused for what is off, for coming to what is over, and with `changedMeanwhile` for an
 * answer sent again after another one, or said before the last one. Throws Conflict for a known key with another answer.
 */
export async function answer(
	actor: Resident | Staff,
	said: SaidAnswer,
	moment: Moment,
): Promise<Outcome<Answer>> {
	const { isComing, key, personId, reason } = said;
	permitted(actor, 'agenda.answer', await people.find(actor, personId));
	const { portal } = actor;
	const { store } = portal;
	const occurrence = await occurrenceFor(actor, personId, said.occurrence);
	const { agendaAnswers: t } = store.t;
	return store.write(moment.now, async (tx, log) => {
		const about = { actor: actor.id, subject: occurrence.key, personId };
		await people.takeTurn(store.t, tx, personId);
		const earlier = await tx
			.select()
			.from(t)
			.where(
				and(
					eq(t.itemId, occurrence.itemId),
					eq(t.occurrenceOn, occurrence.occurrenceOn),
					eq(t.personId, personId),
				),
			)
			.orderBy(asc(t.number));
		const [known] = await tx
			.select()
			.from(t)
			.where(and(eq(t.personId, personId), eq(t.key, key)));
		if (known) {
			if (!isSame(portal, known, said, occurrence)) throw new Conflict();
			log({ ...about, action: 'agenda.repeat' });
			// Done would tell the person that this holds, while the later one does.
			if (known.id !== earlier.at(-1)?.id) return refused({ form: 'changedMeanwhile' });
			return done(answerOf(portal, known, occurrence));
		}
		const { saidAt = moment.now } = said;
		const isLate = said.saidAt !== undefined && (earlier.at(-1)?.saidAt ?? 0) > said.saidAt;
		const problems = isLate
			? ({ form: 'changedMeanwhile' } as const)
			: wrong(said, occurrence, moment.now);
		if (problems) {
			log({ ...about, action: 'agenda.refuse' });
			return refused(problems);
		}
		const id = newId();
		const row: AnswerRow = {
			id,
			itemId: occurrence.itemId,
			occurrenceOn: occurrence.occurrenceOn,
			personId,
			number: (earlier.at(-1)?.number ?? 0) + 1,
			isComing,
			reasonSealed:
				isComing || reason === null ? null : envelope.seal(portal.keyring, reason, aad(portal, id)),
			answeredFor: shownAs(await whenSaid(store.t, tx, said, occurrence)),
			key,
			saidBy: actor.id,
			saidAt,
		};
		await tx.insert(t).values(row);
		log({ ...about, action: 'agenda.answer', detail: { isComing } });
		return done(answerOf(portal, row, occurrence));
	});
}

/** The day and time that an answer is about: where an appointment stood before it moved, for what was said before that. */
async function whenSaid(
	{ agendaExceptions: e }: Schema,
	tx: Db,
	{ saidAt }: SaidAnswer,
	{ itemId, occurrenceOn, was, ...now }: Occurrence,
): Promise<Wall> {
	if (saidAt === undefined || was === null) return now;
	const one = and(eq(e.itemId, itemId), eq(e.occurrenceOn, occurrenceOn));
	const [differs] = await tx.select().from(e).where(one);
	return differs && differs.changedAt > saidAt ? was : now;
}

/** The last answer of a person to each occurrence, by the key of the occurrence; the caller has checked the access. */
export async function lastAnswers(
	{ store }: Portal,
	personIds: readonly string[],
	occurrences: readonly Occurrence[],
): Promise<Map<string, AnswerRow>> {
	const days = occurrences.map(({ occurrenceOn }) => occurrenceOn).sort();
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last || personIds.length === 0) return new Map();
	const { agendaAnswers: t } = store.t;
	const rows = await store.read
		.select()
		.from(t)
		.where(
			and(
				inArray(t.personId, [...personIds]),
				gte(t.occurrenceOn, first),
				lt(t.occurrenceOn, `${last}~`),
			),
		)
		.orderBy(asc(t.number));
	return new Map(rows.map((row) => [answerKey(row.personId, row), row]));
}

/** By what `lastAnswers` is asked. */
export function answerKey(
	personId: string,
	{ itemId, occurrenceOn }: Pick<Occurrence | AnswerRow, 'itemId' | 'occurrenceOn'>,
): string {
	return `${personId} ${itemId}.${occurrenceOn}`;
}

/** An answer as it is read, beside the occurrence it is about. */
export function answerOf(portal: Portal, row: AnswerRow, occurrence: Occurrence): Answer {
	const { isComing, number, saidAt, saidBy } = row;
	const holds = row.answeredFor === shownAs(occurrence);
	return { number, isComing, reason: reasonOf(portal, row), saidAt, saidBy, holds };
}

function wrong(
	{ isComing, reason }: SaidAnswer,
	{ endsAt, isCancelled }: Occurrence,
	now: number,
): Problems | null {
	if (isCancelled) return { form: 'agendaOff' };
	if (isComing && endsAt <= now) return { form: 'agendaOver' };
	return isComing || reason !== null ? null : { reason: 'missing' };
}

function isSame(portal: Portal, row: AnswerRow, said: SaidAnswer, occurrence: Occurrence): boolean {
	return (
		row.itemId === occurrence.itemId &&
		row.occurrenceOn === occurrence.occurrenceOn &&
		row.isComing === said.isComing &&
		(said.isComing || reasonOf(portal, row) === said.reason)
	);
}

function reasonOf(portal: Portal, { id, reasonSealed }: AnswerRow): AbsenceReason | null {
	if (reasonSealed === null) return null;
	const text = envelope.openText(portal.keyring, reasonSealed, aad(portal, id));
	return absenceReasons.find((one) => one === text) ?? null;
}

function shownAs({ at, on }: Wall): string {
	return `${on}T${at}`;
}

function aad({ tenant }: Portal, row: string): string {
	return envelope.aadOf({ tenant: tenant.id, table: 'agenda_answers', column: 'reason', row });
}
