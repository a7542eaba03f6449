import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import { coming, understood } from './answers-made.ts';
import { type Arrival, type Became, before } from './arrival.ts';
import { declareHours, sendDraft } from './hours-made.ts';
import type { Made } from './made.ts';
import type { ParcelOutcome, ParcelReason } from './outcome.ts';
import { insert, taken, type Whole } from './taken.ts';
import { TakenMeanwhile } from './together.ts';

/** What was in a parcel. */
export interface Content {
	/** Null where this portal cannot tell what it is. */
	readonly made: Made | null;
	readonly photos: readonly Blob[];
	readonly madeAt: number | null;
}

/**
 * Does what a parcel is for, once: the same parcel again has the same outcome. What it does and the outcome are written in
 * one transaction. What cannot be done is refused with its reason and stays on the phone; hours that cannot be declared as
 * they are become a draft.
 */
export async function take(
	actor: Resident,
	parcel: Whole,
	{ made, madeAt, photos }: Content,
	moment: Moment,
): Promise<ParcelOutcome> {
	const about = { actor, parcel, made };
	const known = await before(about);
	if (known) return known;
	if (made === null) return settle(actor, parcel, 'notUnderstood', moment);
	try {
		const became = await become({ actor, parcel, made, photos, madeAt, moment });
		// A plan may come: until then nothing is settled, and the phone keeps what was made.
		if (became === 'noPlan') return refusal(became);
		return typeof became === 'string' ? await settle(actor, parcel, became, moment) : became;
	} catch (problem) {
		// Not theirs, or no longer there: the same to whoever asks. A known key with another answer was said before.
		if (problem instanceof NotFound) return settle(actor, parcel, 'gone', moment);
		if (problem instanceof Conflict) return settle(actor, parcel, 'newerAnswer', moment);
		const first = problem instanceof TakenMeanwhile ? await before(about) : null;
		if (first) return first;
		throw problem;
	}
}

function become(arrival: Arrival): Became {
	const { made } = arrival;
	switch (made.kind) {
		case 'hours':
			return declareHours({ ...arrival, made });
		case 'draft':
			return sendDraft({ ...arrival, made });
		case 'coming':
			return coming({ ...arrival, made });
		case 'understanding':
			return understood({ ...arrival, made });
	}
}

/** Refuses a parcel for good. */
async function settle(
	actor: Resident,
	parcel: Whole,
	reason: ParcelReason,
	{ now }: Moment,
): Promise<ParcelOutcome> {
	const { store } = actor.portal;
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, actor.personId);
		const known = await taken(actor, parcel, tx);
		if (known) {
			log({ actor: actor.id, action: 'parcel.again', subject: parcel.id });
			return known;
		}
		const outcome = refusal(reason);
		await insert(tx, log, actor, parcel, outcome, now);
		return outcome;
	});
}

function refusal(reason: ParcelReason): ParcelOutcome {
	return { outcome: 'refused', receipt: null, at: null, reason, withoutPhotos: false };
}
