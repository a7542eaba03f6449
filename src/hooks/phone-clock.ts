/** A phone keeps nothing for so long: a clock that says longer ago tells nothing. In ms. */
const longestAgo = 30 * 24 * 60 * 60_000;

/**
 * When a phone made something by the clock of the portal, ms UTC: what its own clock was wrong by when it sent (`x-clock`)
 * it was wrong by when it made it. Without that its word is taken; never later than now, and null where it cannot be.
 */
export function madeAtOf(madeAt: number, clock: string | null, now: number): number | null {
	const said = /^\d{1,15}$/.test(clock ?? '') ? Number(clock) : null;
	const right = said === null ? madeAt : madeAt + now - said;
	return right < now - longestAgo ? null : Math.min(now, right);
}
