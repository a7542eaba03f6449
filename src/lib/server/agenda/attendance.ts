import { eq, inArray, sql } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { type Actor, type Partner, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import { type AttendanceRow, lastAttendance, lastOfPeople } from './attendance-rows.ts';
import type { Presence } from './kinds.ts';
import { type Occurrence, occurrenceOf } from './occurrences.ts';
import { held, rosterOf } from './roster.ts';
import { exceptionsOf } from './rows.ts';

/** What is written down of one person. */
export interface Mark {
	readonly personId: string;
	readonly presence: Presence;
	/** How long the person was there, in minutes; does not matter for who was absent. */
	readonly minutes: number;
	/** The number of the line that the page showed; 0 where there was none. */
	readonly seen: number;
}

/**
 * Writes down who was there, all at once or nobody: by who leads the cohort, by the partner who gives it, or by the
 * klantmanager of the one person. The same again adds nothing; another word is the next line and the earlier stays.
 * Refused before it begins and for what is off, and with `changedMeanwhile` when somebody else wrote something else
 * down after the page was made. Throws NotFound for somebody who is not expected there.
 */
export async function record(
	actor: Staff | Partner,
	key: string,
	marks: readonly Mark[],
	moment: Moment,
): Promise<Outcome<null>> {
	const at = await held(actor, key);
	const { occurrence } = at;
	const ids = new Set((await rosterOf(actor.portal, at)).map(({ person }) => person.id));
	if (marks.some(({ personId }) => !ids.has(personId))) throw new NotFound();
	const problem = wrong(occurrence, marks, moment.now);
	if (problem) return refused({ form: problem });
	const { store } = actor.portal;
	return store.write(moment.now, async (tx, log) => {
		const { agendaAttendance: t, agendaItems: i } = store.t;
		// Two who write the same list down at once take turns here.
		const turn = { revision: sql`${i.revision}` };
		await tx.update(i).set(turn).where(eq(i.id, occurrence.itemId));
		const last = await lastAttendance(store.t, tx, occurrence);
		const about = { actor: actor.id, subject: key };
		const fresh = marks.filter((mark) => !isSame(last.get(mark.personId), mark));
		if (fresh.some(({ personId, seen }) => (last.get(personId)?.number ?? 0) !== seen)) {
			log({ ...about, action: 'attendance.late' });
			return refused({ form: 'changedMeanwhile' });
		}
		const { itemId, occurrenceOn } = occurrence;
		const by = { recordedBy: actor.id, recordedAt: moment.now };
		const rows = fresh.map(({ personId, presence, seen, ...mark }) => {
			const minutes = presence === 'present' ? mark.minutes : 0;
			const number = seen + 1;
			return { id: newId(), itemId, occurrenceOn, personId, number, presence, minutes, ...by };
		});
		if (rows.length === 0) log({ ...about, action: 'attendance.repeat' });
		else await tx.insert(t).values(rows);
		for (const { number, personId, presence } of rows) {
			log({ ...about, personId, action: 'attendance.say', detail: { presence, number } });
		}
		return done(null);
	});
}

/** One time that somebody was there. */
export interface Attended {
	readonly occurrence: Occurrence;
	readonly on: Day;
	readonly minutes: number;
}

/** Each time that somebody was there, in order of time; what was taken back is not among it. */
export async function attended(actor: Actor, personId: string): Promise<Attended[]> {
	permitted(actor, 'agenda.read', await people.find(actor, personId));
	const { read, t } = actor.portal.store;
	const rows = (await lastOfPeople(t, read, [personId])).filter(
		({ presence }) => presence === 'present',
	);
	const items = await itemsOf(rows);
	const exceptions = await exceptionsOf(t, read, items);
	return rows
		.flatMap(({ itemId, minutes, occurrenceOn }) => {
			const item = items.find(({ id }) => id === itemId);
			const own = exceptions.filter((one) => one.itemId === itemId);
			const occurrence = item && occurrenceOf(item, own, day(occurrenceOn));
			return occurrence ? [{ occurrence, on: occurrence.on, minutes }] : [];
		})
		.sort((a, b) => a.occurrence.startsAt - b.occurrence.startsAt);

	async function itemsOf(some: readonly AttendanceRow[]) {
		const ids = [...new Set(some.map(({ itemId }) => itemId))];
		if (ids.length === 0) return [];
		return read.select().from(t.agendaItems).where(inArray(t.agendaItems.id, ids));
	}
}

function wrong(
	{ isCancelled, minutes: most, startsAt }: Occurrence,
	marks: readonly Mark[],
	now: number,
): ProblemKey | null {
	if (isCancelled) return 'agendaOff';
	if (startsAt > now) return 'agendaNotYet';
	const said = marks.filter(({ presence }) => presence === 'present').map(({ minutes }) => minutes);
	if (said.some((minutes) => !Number.isSafeInteger(minutes) || minutes < 5)) return 'tooFew';
	return said.some((minutes) => minutes > most) ? 'tooMany' : null;
}

function isSame(row: AttendanceRow | undefined, { minutes, presence }: Mark): boolean {
	return row?.presence === presence && row.minutes === (presence === 'present' ? minutes : 0);
}
