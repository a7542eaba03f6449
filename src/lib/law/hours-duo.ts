import { type Day, earlierOf, isBefore } from '#lib/law/day.ts';
import { wholeHoursForDuo } from '#lib/law/hours.ts';

/** One declaration as the college has it: decided with what counts of it, or still open. */
export type DecidedSession = {
	readonly doneOn: Day;
	readonly isOpen: boolean;
	readonly confirmedMinutes: number;
};

/** A total as API Gevolgde uren 1.0.0 takes it. `bekendTot` is exclusive: no hour of that day is in it. */
export type DuoTotal = { readonly hours: number; readonly bekendTot: Day };

/**
 * The total of participation that can be reported, in whole hours, with the day until which it is known: everything
 * before that day has been decided. Today is not over, so that day is today at the latest. The sum is rounded once,
 * downwards; minutes of one session never are. Throws `RangeError` above DUO's largest number.
 */
export function participationForDuo(sessions: readonly DecidedSession[], today: Day): DuoTotal {
	const open = sessions.filter(({ isOpen }) => isOpen);
	const bekendTot = open.reduce((first, { doneOn }) => earlierOf(first, doneOn), today);
	const minutes = sessions
		.filter(({ doneOn }) => isBefore(doneOn, bekendTot))
		.reduce((total, { confirmedMinutes }) => total + confirmedMinutes, 0);
	return { hours: wholeHoursForDuo(minutes), bekendTot };
}
