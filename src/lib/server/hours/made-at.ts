/** A draft lives for a month; a clock that says longer ago is wrong, and tells nothing. */
const longestAgo = 30 * 24 * 60 * 60_000;

/**
 * When something was made as its device told it, in milliseconds UTC; null where it said nothing, or nothing that can
 * be. A device whose clock runs ahead made it when it was received. Shown as the device's word; no rule reads it.
 */
export function madeAtOf(said: number | null | undefined, receivedAt: number): number | null {
	if (said === null || said === undefined || !Number.isSafeInteger(said)) return null;
	return said < receivedAt - longestAgo ? null : Math.min(said, receivedAt);
}
