import * as hours from '../hours/hours.ts';
import { alongside, type Arrival, type Became } from './arrival.ts';
import type { ParcelOutcome, ParcelReason } from './outcome.ts';
import { draftIn, entryIn } from './received.ts';
import { takenAs } from './taken.ts';

/** Keeps hours that cannot be declared as they are as a draft with their photos, and says why. */
export async function unfinished(
	arrival: Arrival,
	answers: hours.PartialContent,
	reason: ParcelReason,
): Became {
	const { actor, made, moment, parcel, photos } = arrival;
	if (Object.keys(answers).length === 0 && photos.length === 0) return 'notUnderstood';
	const id = await hours.draftIdFor(actor, parcel.id);
	const isSent = id !== parcel.id;
	const isEarlier = isSent && made.kind === 'hours' && !made.isWhole;
	const sent = isEarlier ? await finished(arrival, answers) : null;
	if (sent) return sent;
	const why = isSent ? 'otherAnswers' : reason;
	const along = alongside(arrival, (tx) => draftIn(tx, actor, id, why));
	const kept = await hours.keepAs(along.actor, id, { answers, photos }, moment);
	return kept.ok ? along.afterwards() : 'noPlan';
}

/**
 * The entry that was made of this parcel meanwhile, on the phone or online, when it holds all that came: its photos are
 * added. Null where other answers came.
 */
async function finished(
	arrival: Arrival,
	answers: hours.PartialContent,
): Promise<ParcelOutcome | null> {
	const { actor, moment, parcel, photos } = arrival;
	const first = await takenAs(actor, parcel.id);
	const isByPhone = first?.outcome === 'received';
	const entry = await hours.entry(actor, parcel.id);
	if (!isByPhone && !holds(entry, answers)) return null;
	let withoutPhotos = false;
	if (photos.length > 0) {
		const added = await hours.addPhotos(actor, parcel.id, photos, moment);
		withoutPhotos = !added.ok && !isByPhone;
	}
	return alongside(arrival, (tx) => entryIn(tx, actor, parcel.id, withoutPhotos)).afterwards();
}

function holds(entry: hours.Entry, answers: hours.PartialContent): boolean {
	const sent = { ...entry, minutes: entry.declaredMinutes };
	const fields = [
		'activity',
		'note',
		'organisation',
		'doneOn',
		'minutes',
		'dutchSpoken',
		'together',
	] as const;
	return fields.every((field) => (answers[field] ?? sent[field]) === sent[field]);
}
