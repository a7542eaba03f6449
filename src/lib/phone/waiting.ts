import type { Note, StoredParcel } from './database.ts';
import type { Sent } from './send.ts';

/**
 * The rules of what waits on a phone: what is tried now, what an answer changes, and how long anything stays. Pure: the
 * time is an argument, by the clock of the phone, which may be wrong or be set in between.
 */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** So long a parcel may stay on a phone. */
export const longestDays = 14;
/** A parcel is dropped only when it was too old at two looks so far apart: a clock can be wrong for a while. */
const secondLookMs = dayMs;
const firstPauseMs = minuteMs / 2;
const longestPauseMs = 60 * minuteMs;
/** After this nobody goes on with a draft that cannot be opened here again; it is sent as it is, to be finished online. */
const sealedDraftMs = minuteMs * 30;
const ownDraftMs = dayMs;

/** Why one looks: what the person asks for waits for nothing. */
export type Reason = 'start' | 'online' | 'sync' | 'sign-out' | 'asked';

/** What can be tried now, in the order it was made; only for `owner`, and nothing of `past`, which was just tried. */
export function due(
	parcels: readonly StoredParcel[],
	{ owner, now, reason }: { owner: string | undefined; now: number; reason: Reason },
	past: ReadonlySet<string> = new Set(),
): StoredParcel[] {
	return parcels
		.filter((parcel) => parcel.owner === owner && parcel.sealed !== null && !past.has(parcel.id))
		.filter((parcel) => isTime(parcel, now, reason))
		.sort((a, b) => a.madeAt - b.madeAt);
}

/** Whether anything is left that a later try can send without the person doing something. */
export function isLeft(parcels: readonly StoredParcel[], owner: string | undefined): boolean {
	return parcels.some(
		({ owner: of, state, sealed }) =>
			of === owner && sealed !== null && (state === 'waiting' || state === 'sending'),
	);
}

/** Until when a draft waits for its maker, in ms UTC. */
export function draftUntil(now: number, canBeOpened: boolean): number {
	return now + (canBeOpened ? ownDraftMs : sealedDraftMs);
}

/** What an answer makes of a parcel: null is that it leaves the phone. `chance` is from 0 to 1. */
export function after(
	parcel: StoredParcel,
	sent: Sent,
	now: number,
	chance: number,
): StoredParcel | null {
	const back = { ...parcel, state: parcel.state === 'draft' ? 'draft' : 'waiting' } as const;
	switch (sent.kind) {
		case 'taken':
			if (sent.outcome !== 'refused') return null;
			// A plan may come: then the same can be sent again.
			return {
				...parcel,
				state: 'refused',
				problem: sent.reason,
				sealed: sent.reason === 'noPlan' ? parcel.sealed : null,
			};
		case 'refused':
			return { ...parcel, state: 'refused', problem: sent.reason };
		case 'later': {
			const pause = Math.max(sent.afterMs ?? 0, pauseAfter(parcel.attempts, chance));
			const attempts = parcel.attempts + 1;
			return { ...back, attempts, nextAt: now + pause, problem: sent.reason ?? 'later' };
		}
		case 'signedOut':
		case 'otherPerson':
			return { ...back, problem: sent.kind };
		case 'noConnection':
			return { ...back, problem: null };
	}
}

/** What is remembered of a parcel that left; null where it did not leave. */
export function noteOf(parcel: StoredParcel, sent: Sent, now: number): Note | null {
	if (sent.kind !== 'taken' || sent.outcome === 'refused') return null;
	const { outcome, at, reason, withoutPhotos } = sent;
	return { ...kept(parcel), outcome, at, reason, withoutPhotos, notedAt: now };
}

/** Looks at a parcel's age: null is that it has waited too long and goes, which is told. */
export function aged(parcel: StoredParcel, now: number): StoredParcel | null {
	if (now - parcel.madeAt <= longestDays * dayMs) {
		return parcel.overdueAt === null ? parcel : { ...parcel, overdueAt: null };
	}
	const since = parcel.overdueAt;
	if (since === null || since > now) return { ...parcel, overdueAt: now };
	return now - since < secondLookMs ? parcel : null;
}

/** What is remembered of a parcel that waited too long. */
export function dropped(parcel: StoredParcel, now: number): Note {
	return { ...kept(parcel), outcome: 'dropped', ...nothing, notedAt: now };
}

/** The notes that are still told: those of the last days, whatever the clock did since. */
export function recent(notes: readonly Note[], now: number): Note[] {
	return notes.filter(({ notedAt }) => Math.abs(now - notedAt) <= longestDays * dayMs).slice(-50);
}

const nothing = { at: null, reason: null, withoutPhotos: false };

function kept({ id, owner, what, madeAt }: StoredParcel) {
	return { id, owner, what, madeAt };
}

function isTime(parcel: StoredParcel, now: number, reason: Reason): boolean {
	if (parcel.state === 'refused') return false;
	// Who signs out cannot go on with it here.
	if (parcel.state === 'draft')
		return reason === 'sign-out' || hasPassed(parcel.nextAt, now, ownDraftMs);
	return reason === 'asked' || hasPassed(parcel.nextAt, now, longestPauseMs);
}

/** A time too far ahead was written by a clock that has been set back since. */
function hasPassed(at: number, now: number, longest: number): boolean {
	return at <= now || at > now + 2 * longest;
}

/** Twice as long each time, and not all phones at once. */
function pauseAfter(attempts: number, chance: number): number {
	return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20)) * (0.5 + chance / 2);
}
