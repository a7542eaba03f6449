import type { Resident } from '../access/access.ts';
import { Conflict, NotFound, type Outcome, type Problems } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import * as proofs from '../proofs/proofs.ts';
import { alongside, type Arrival, type Became } from './arrival.ts';
import type { DraftSent, HoursMade } from './made.ts';
import type { ParcelReason } from './outcome.ts';
import { entryIn } from './received.ts';
import { unfinished } from './unfinished.ts';

/** Declares hours of a phone under the id that it gave them; what cannot be declared becomes a draft. */
export async function declareHours(arrival: Arrival<HoursMade>): Became {
	const { actor, made, madeAt, moment, parcel } = arrival;
	const whole = hours.complete(made.answers, actor.portal);
	if (!made.isWhole || 'missing' in whole) return unfinished(arrival, made.answers, 'incomplete');
	return declare(arrival, made.answers, parcel.id, (along, photos) =>
		hours.declareAs(along, parcel.id, whole.content, photos, moment, { checks: [], madeAt }),
	);
}

/** Sends the draft of the wizard whose last step did not get through. */
export async function sendDraft(arrival: Arrival<DraftSent>): Became {
	const { actor, made, madeAt, moment } = arrival;
	const { draftId, isWithout, seen } = made;
	const waiting = await hours.photosOfDraft(actor, draftId);
	const photos = isWithout ? [] : [...waiting, ...arrival.photos];
	return declare({ ...arrival, photos }, made.answers ?? {}, draftId, (along, some) =>
		hours.declare(along, draftId, some, moment, seen && { ...seen, madeAt }),
	);
}

type Declare = (actor: Resident, photos: readonly Blob[]) => Promise<Outcome<hours.Receipt>>;

async function declare(
	arrival: Arrival,
	answers: hours.PartialContent,
	entryId: string,
	work: Declare,
): Became {
	let withoutPhotos = false;
	const along = alongside(arrival, (tx) => entryIn(tx, arrival.actor, entryId, withoutPhotos));
	try {
		let sent = await work(along.actor, arrival.photos);
		if (isPhotos(sent)) {
			withoutPhotos = true;
			sent = await work(along.actor, await proofs.takeable(arrival.photos));
		}
		// The entry may have had its four photos before.
		if (isPhotos(sent)) sent = await work(along.actor, []);
		if (sent.ok) return await along.afterwards();
		const reason = reasonOf(sent.problems);
		return reason === 'noPlan' ? reason : await unfinished(arrival, answers, reason);
	} catch (problem) {
		// Sent before with other answers, or thrown away: these answers are the person's still.
		if (!(problem instanceof Conflict || problem instanceof NotFound)) throw problem;
		return unfinished(arrival, answers, 'otherAnswers');
	}
}

function isPhotos(sent: Outcome<unknown>): boolean {
	return !sent.ok && sent.problems['photo'] !== undefined;
}

function reasonOf({ doneOn, form }: Problems): ParcelReason {
	if (form === 'noPlan' || form === 'wi2013') return 'noPlan';
	if (form === 'changedMeanwhile') return 'otherAnswers';
	return doneOn === undefined ? 'incomplete' : 'wrongDay';
}
