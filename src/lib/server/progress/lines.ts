import { and, desc, eq } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';

export type Line = Schema['goalProgress']['$inferSelect'];

/** What a line says, besides of whom it is and who wrote it. */
export type Said = Pick<Line, 'state' | 'stateOn' | 'newDayOn' | 'insteadOfOn' | 'newDayReason'>;

/** What holds of a part as long as there is no line. */
const nothingSaid: Said = {
	state: 'notBegun',
	stateOn: null,
	newDayOn: null,
	insteadOfOn: null,
	newDayReason: null,
};

/** One part of somebody's plan, as a page showed it: `seen` is the number of the line it was made from, or 0. */
export interface PartSeen {
	readonly personId: string;
	readonly partId: string;
	readonly seen: number;
}

/**
 * Adds the line that `next` makes of the last one; where `next` gives null, that is already so and nothing is added.
 * Refused with `changedMeanwhile` when there are lines that the page had not seen, and then nothing of them is lost.
 */
export async function add(
	actor: Staff,
	{ partId, personId, seen }: PartSeen,
	next: (last: Said) => Said | null,
	{ now }: Moment,
): Promise<Outcome<null>> {
	const { store } = actor.portal;
	return store.write(now, async (tx, log) => {
		const about = { actor: actor.id, subject: partId, personId };
		const last = await lastOf(store.t, tx, personId, partId);
		const said = next(saidIn(last));
		if (said === null) {
			log({ ...about, action: 'progress.repeat' });
			return done(null);
		}
		const number = (last?.number ?? 0) + 1;
		const isAdded = number === seen + 1 && (await insert(store.t, tx, number, said));
		if (isAdded) {
			const { newDayOn, newDayReason, state } = said;
			log({ ...about, action: 'progress.say', detail: { number, state, newDayOn, newDayReason } });
			return done(null);
		}
		const other = await lastOf(store.t, tx, personId, partId);
		log({ ...about, action: 'progress.late', detail: { seen } });
		return next(saidIn(other)) === null ? done(null) : refused({ form: 'changedMeanwhile' });
	});

	/** False when somebody else wrote the line with this number at the same time. */
	async function insert(t: Schema, tx: Db, number: number, said: Said): Promise<boolean> {
		const by = { changedBy: actor.id, changedAt: now };
		const rows = await tx
			.insert(t.goalProgress)
			.values({ id: newId(), personId, partId, number, ...said, ...by })
			.onConflictDoNothing()
			.returning();
		return rows.length === 1;
	}
}

function saidIn(line: Line | undefined): Said {
	if (!line) return nothingSaid;
	const { insteadOfOn, newDayOn, newDayReason, state, stateOn } = line;
	return { insteadOfOn, newDayOn, newDayReason, state, stateOn };
}

async function lastOf(t: Schema, tx: Db, personId: string, partId: string) {
	const { goalProgress } = t;
	const [last] = await tx
		.select()
		.from(goalProgress)
		.where(and(eq(goalProgress.personId, personId), eq(goalProgress.partId, partId)))
		.orderBy(desc(goalProgress.number))
		.limit(1);
	return last;
}
