/**
 * Waiting as a state of its own: for a group, a teacher, childcare, a place at an exam, or DUO; since when, until when
 * it is expected to last, and who has the ball. Who waits has nothing to do, and sees so. A line is never changed: the
 * next one takes its place and both stay.
 */
import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import { lasting, linesOf, rowsOf, rowsWhere, type WaitingLine } from './lines.ts';

export { type WaitingBall, waitingBalls, type WaitingFor, waitingsFor } from './kinds.ts';
export { lasting, type WaitingLine } from './lines.ts';
export { record, type Said } from './record.ts';

/** Every line about what somebody waits and waited for. */
export async function history(actor: Actor, personId: string): Promise<WaitingLine[]> {
	permitted(actor, 'waiting.read', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	return linesOf(await rowsOf(t, read, personId));
}

/** What somebody waits for now, the longest first. */
export async function of(actor: Actor, personId: string): Promise<WaitingLine[]> {
	return lasting(await history(actor, personId));
}

/** Somebody who still waits although the expected day has passed. */
export interface WaitingTooLong {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly line: WaitingLine & { readonly expectedOn: Day };
}

const shown = 50;

/** Who of the caseload still waits although the expected day has passed, the longest overdue first. */
export async function passed(
	actor: Staff,
	{ today }: Moment,
): Promise<{ readonly total: number; readonly rows: readonly WaitingTooLong[] }> {
	const { t, read } = actor.portal.store;
	const { givenName, familyName, id } = t.people;
	const expected = and(isNotNull(t.waitingLines.expectedOn), lt(t.waitingLines.expectedOn, today));
	const mine = await read
		.selectDistinct({ id, givenName, familyName })
		.from(t.people)
		.innerJoin(t.waitingLines, and(expected, eq(t.waitingLines.personId, id)))
		.where(people.inCaseload(actor));
	return firstOf(actor, mine, today);
}

async function firstOf(actor: Staff, mine: readonly Named[], today: Day) {
	if (mine.length === 0) return { total: 0, rows: [] };
	const { t, read } = actor.portal.store;
	const ids = mine.map(({ id }) => id);
	const lines = linesOf(await rowsWhere(t, read, inArray(t.waitingLines.personId, ids)));
	const names = new Map(mine.map((person) => [person.id, person]));
	const rows = lasting(lines)
		.flatMap((line): WaitingTooLong[] => {
			const { expectedOn, personId } = line;
			const who = names.get(personId);
			if (!who || expectedOn === null || !isBefore(expectedOn, today)) return [];
			const { familyName, givenName } = who;
			return [{ personId, givenName, familyName, line: { ...line, expectedOn } }];
		})
		.toSorted((a, b) => (a.line.expectedOn < b.line.expectedOn ? -1 : 1));
	return { total: rows.length, rows: rows.slice(0, shown) };
}

interface Named {
	readonly id: string;
	readonly givenName: string;
	readonly familyName: string;
}
