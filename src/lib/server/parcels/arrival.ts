import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import type { Made } from './made.ts';
import type { ParcelOutcome, ParcelReason } from './outcome.ts';
import { taken, takenAs, type Whole } from './taken.ts';
import { together } from './together.ts';

/** A parcel that is here, and all that it is taken with. */
export interface Arrival<M = Made> {
	readonly actor: Resident;
	readonly parcel: Whole;
	readonly made: M;
	readonly photos: readonly Blob[];
	/** By the clock of the phone, put right as far as that is known; ms UTC, null where it is not. */
	readonly madeAt: number | null;
	readonly moment: Moment;
}

/** What became of an arrival, or why it is refused. */
export type Became = Promise<ParcelOutcome | ParcelReason>;

/**
 * What became of a parcel before. Hours that were sealed again under their id have more in them and are looked at again;
 * anything else never changes, so that its id is enough.
 */
export function before(
	{ actor, made, parcel }: Pick<Arrival<Made | null>, 'actor' | 'made' | 'parcel'>,
	db: Db = actor.portal.store.read,
): Promise<ParcelOutcome | null> {
	const isByBytes = made === null || made.kind === 'hours';
	return isByBytes ? taken(actor, parcel, db) : takenAs(actor, parcel.id, db);
}

/** Somebody in whose transactions the outcome of a parcel is written too. */
export interface Along {
	readonly actor: Resident;
	/** What was written; null where nothing was yet. */
	outcome(): ParcelOutcome | null;
	/** Writes it in a transaction of its own, for what was done before. Throws where it was not. */
	afterwards(): Promise<ParcelOutcome>;
}

/** Who an arrival is of, for one use case: what `after` reads in its transaction is written there as the outcome. */
export function alongside(
	arrival: Arrival,
	after: (tx: Db) => Promise<ParcelOutcome | null>,
): Along {
	let written: ParcelOutcome | null = null;
	const { parcel } = arrival;
	const taking = {
		parcel,
		before: (tx: Db) => before(arrival, tx),
		after,
		written: (one: ParcelOutcome) => {
			written = one;
		},
	};
	const actor = together(arrival.actor, taking, arrival.moment.now);
	return {
		actor,
		outcome: () => written,
		afterwards: async () => {
			if (written === null) await actor.portal.store.touch(async () => undefined);
			if (written === null) throw new Error(`nothing became of parcel ${parcel.id}`);
			return written;
		},
	};
}
