import { now } from '#lib/phone/clock.ts';

/** So long a sign-in lasts, in milliseconds: a page that nobody used for that long is left alone. */
const aloneMs = 15 * 60_000;
const lookEveryMs = 15_000;

/**
 * Calls `work` when nobody used this page for as long as a sign-in lasts, and from then on at every look until the given
 * function says that it is used again.
 */
export function whenAlone(work: () => void): () => void {
	let usedAt = now();
	let isAlone = false;
	for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) {
		addEventListener(kind, use, { capture: true });
	}
	setInterval(look, lookEveryMs);
	addEventListener('visibilitychange', look);
	return () => {
		isAlone = false;
		usedAt = now();
	};

	function look() {
		// The clock of a phone can be set back as well.
		isAlone ||= Math.abs(now() - usedAt) >= aloneMs;
		if (isAlone) work();
	}

	function use() {
		look();
		if (!isAlone) usedAt = now();
	}
}
