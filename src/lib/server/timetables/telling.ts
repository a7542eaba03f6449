import type { Day } from '#lib/law/day.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Db } from '../db/store.ts';
import * as notices from '../notices/notices.ts';
import type { Portal } from '../portal.ts';
import type { Owner } from './known.ts';

/** A time that came, moved or was called off. */
export interface Told {
	readonly what: 'agendaNew' | 'agendaMoved' | 'agendaCancelled';
	/** Of the occurrence, under which its page is found. */
	readonly key: string;
	readonly on: Day;
	readonly at: string;
	/** The day on which it stood; who left the cohort since then has nothing to hear of it. */
	readonly was: Day;
}

/**
 * Tells each person whom it concerns once that their timetable came or changed, however many times of it did; where it
 * is a single one, which.
 */
export async function tell(
	{ store }: Portal,
	tx: Db,
	owner: Owner,
	told: readonly Told[],
	fileId: string,
	now: number,
): Promise<void> {
	const expiresAt = now + notices.usualLife;
	const each = await concerned(store.t, tx, owner, told);
	const made = [...each].flatMap(([personId, mine]) => {
		const [only] = mine;
		if (!only) return [];
		const isOne = mine.length === 1;
		return {
			personId,
			fact: `timetable:${fileId}:${personId}`,
			kind: isOne ? only.what : ('timetableChanged' as const),
			subject: only.key,
			...(isOne ? { slots: { day: only.on, time: only.at } } : {}),
			at: now,
			expiresAt,
		};
	});
	if (made.length > 0) await notices.addAll(tx, store.t, made);
}

async function concerned(
	t: Portal['store']['t'],
	tx: Db,
	{ cohortId, personId }: Owner,
	told: readonly Told[],
): Promise<ReadonlyMap<string, readonly Told[]>> {
	if (personId !== null) return new Map([[personId, told]]);
	const members = await agenda.membersOf(t, tx, cohortId === null ? [] : [cohortId]);
	const ids = [...new Set(members.map((member) => member.personId))];
	const mine = (id: string) =>
		told.filter(({ on, was }) =>
			members.some(
				(one) => one.personId === id && (agenda.belongs(one, on) || agenda.belongs(one, was)),
			),
		);
	return new Map(ids.map((id) => [id, mine(id)]));
}
