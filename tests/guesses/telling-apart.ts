/** Welch's t of two samples: how many standard errors their means lie apart. */
export function welch(one: readonly number[], other: readonly number[]): number {
	const [a, b] = [spreadOf(one), spreadOf(other)];
	return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length);
}

/**
 * The z of the Mann–Whitney U test, which looks at ranks alone, so that a few slow answers of a busy machine neither
 * hide nor make a difference. Times are never quite the same, so ties are left out of account.
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
	const ranked = [
		...one.map((value) => ({ value, isOne: true })),
		...other.map((value) => ({ value, isOne: false })),
	].toSorted((a, b) => a.value - b.value);
	const ranks = ranked.reduce((sum, { isOne }, nth) => (isOne ? sum + nth + 1 : sum), 0);
	const [n, m] = [one.length, other.length];
	const u = ranks - (n * (n + 1)) / 2;
	return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

function spreadOf(values: readonly number[]) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, variance: squares / (values.length - 1) };
}
