/** Above this part of what the browser may keep it begins to refuse or to throw away. */
const tight = 0.9;

let hasAsked = false;

/** Asks the browser to keep what waits, also when the phone gets full: only once there is something to keep. */
export async function askToStay(): Promise<void> {
	if (hasAsked) return;
	hasAsked = true;
	try {
		if (!(await navigator.storage.persisted())) await navigator.storage.persist();
	} catch {
		// Some browsers have no such thing; then it is kept as other things are.
	}
}

/** Whether there is hardly any room left, as far as the browser says so. */
export async function isTight(): Promise<boolean> {
	try {
		const { usage = 0, quota = 0 } = await navigator.storage.estimate();
		return quota > 0 && usage / quota > tight;
	} catch {
		return false;
	}
}
