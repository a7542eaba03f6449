import type { Resident } from '../access/access.ts';
import type { Db, Log } from '../db/store.ts';
import * as people from '../people/people.ts';
import type { ParcelOutcome } from './outcome.ts';
import { insert, type Whole } from './taken.ts';

/** Somebody else's request took this parcel while this one was at it; what this one wrote is undone. */
export class TakenMeanwhile extends Error {
	override readonly name = 'TakenMeanwhile';
}

/** What must hold and be written in the one transaction in which a parcel is taken. */
export interface Taking {
	readonly parcel: Whole;
	/** What became of it before; looked up again inside, when nobody else can write about this person. */
	before(tx: Db): Promise<ParcelOutcome | null>;
	/** What became of it now, told by what stands in the database; null as long as that is not there. */
	after(tx: Db): Promise<ParcelOutcome | null>;
	/** Told of the outcome that was written. */
	written(outcome: ParcelOutcome): void;
}

/**
 * The same person, in whose transactions the outcome of a parcel is written with what a use case writes: both are there
 * or neither is, wherever the process ends. A use case needs to know nothing of parcels for that. Its transactions throw
 * `TakenMeanwhile` when the parcel was taken before.
 */
export function together(actor: Resident, taking: Taking, now: number): Resident {
	const { personId, portal } = actor;
	const { store } = portal;
	let isWritten = false;

	async function within<T>(tx: Db, log: Log, work: () => Promise<T>): Promise<T> {
		await people.takeTurn(store.t, tx, personId);
		if (!isWritten && (await taking.before(tx)) !== null) throw new TakenMeanwhile();
		const result = await work();
		const outcome = isWritten ? null : await taking.after(tx);
		if (outcome !== null) {
			await insert(tx, log, actor, taking.parcel, outcome, now);
			isWritten = true;
			taking.written(outcome);
		}
		return result;
	}

	const along: typeof store = {
		...store,
		write: (at, work) => store.write(at, (tx, log) => within(tx, log, () => work(tx, log))),
		touch: (work) => store.write(now, (tx, log) => within(tx, log, () => work(tx))),
	};
	return { ...actor, portal: { ...portal, store: along } };
}
