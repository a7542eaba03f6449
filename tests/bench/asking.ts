/** Asks for a path as one person does, and says how many milliseconds the whole answer took. Throws for any other answer. */
export type Ask = (path: string, kind?: string) => Promise<number>;

/** Signs a made-up person in. */
export async function signedIn(address: string, persona: string): Promise<Ask> {
	return asking(address, await cookiesOf(address, persona));
}

/** What the browser of a made-up person who just signed in sends along. */
export async function cookiesOf(address: string, persona: string): Promise<string> {
	const entered = await fetch(`${address}/demo/sign-in`, {
		method: 'POST',
		body: new URLSearchParams({ persona }),
		headers: { origin: address },
		redirect: 'manual',
	});
	const cookies = entered.headers.getSetCookie().map((each) => each.split(';')[0]);
	return cookies.join('; ');
}

/** Asks with these cookies. */
export function asking(address: string, cookie: string): Ask {
	return async (path, kind = 'text/html') => {
		const from = performance.now();
		const answer = await fetch(address + path, { headers: { cookie }, redirect: 'manual' });
		await answer.arrayBuffer();
		const took = performance.now() - from;
		if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith(kind)) {
			throw new Error(`${path}: ${answer.status}`);
		}
		return took;
	};
}

/** The value below which this part of the times lies. */
export function quantile(times: readonly number[], part: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** To one decimal. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/** One line of a table of times. */
export function lineOf(what: string, times: readonly number[]) {
	const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => round(quantile(times, part)));
	return { what, asked: times.length, 'p50 ms': p50, 'p95 ms': p95, 'p99 ms': p99 };
}
