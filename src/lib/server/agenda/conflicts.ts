import { addDays, type Day } from '#lib/law/day.ts';
import type { Actor } from '../access/access.ts';
import { of, type OwnOccurrence } from './answered.ts';
import type { AgendaKind } from './kinds.ts';
import type { Wall } from './occurrences.ts';
import { instantOf } from './wall-clock.ts';

/**
 * What falls together in the agenda of one person, by the key of each occurrence that is not alone. What is off does
 * not count, nor does that to which the person said not to come: there the choice has been made.
 */
export function clashes<T extends OwnOccurrence>(planned: readonly T[]): ReadonlyMap<string, T[]> {
	const taking = planned.filter(takesTime).toSorted((a, b) => a.startsAt - b.startsAt);
	const found = new Map<string, T[]>();
	const note = (one: T, other: T) => found.set(one.key, [...(found.get(one.key) ?? []), other]);
	taking.forEach((one, at) => {
		for (const later of taking.slice(at + 1)) {
			if (later.startsAt >= one.endsAt) break;
			note(one, later);
			note(later, one);
		}
	});
	return found;
}

/**
 * What stands in somebody's agenda at a time already, in order of time: to ask before something is planned there or
 * moved there. `except` is the key of what moves.
 */
export async function clashesAt(
	actor: Actor,
	personId: string,
	{ at, minutes, on }: Wall & { readonly minutes: number },
	except: string | null,
): Promise<OwnOccurrence[]> {
	const startsAt = instantOf(on, at);
	const endsAt = startsAt + minutes * 60_000;
	// Nothing lasts longer than a day, so what is still going on began the day before at the earliest.
	const window = { from: addDays(on, -1), until: addDays(on, 2) };
	const there = await of(actor, personId, window);
	return there
		.filter(({ key }) => key !== except)
		.filter(takesTime)
		.filter((one) => one.startsAt < endsAt && startsAt < one.endsAt);
}

/** What becomes hours of its own when somebody was there, so that declaring it is no overlap. */
const givesHours: ReadonlySet<AgendaKind> = new Set(['pvt', 'moduleMap', 'training', 'activity']);

/**
 * The minutes of a day that lessons, exams, talks and appointments take in somebody's agenda; what runs at the same
 * time counts once.
 */
export async function takenMinutes(actor: Actor, personId: string, on: Day): Promise<number> {
	const there = await of(actor, personId, { from: on, until: addDays(on, 1) });
	const taking = there.filter((one) => takesTime(one) && !givesHours.has(one.kind));
	let [taken, until] = [0, 0];
	for (const { endsAt, startsAt } of taking) {
		taken += Math.max(0, endsAt - Math.max(startsAt, until));
		until = Math.max(until, endsAt);
	}
	return taken / 60_000;
}

function takesTime({ answer, isCancelled }: OwnOccurrence): boolean {
	const isElsewhere = answer !== null && answer.holds && !answer.isComing;
	return !isCancelled && !isElsewhere;
}
