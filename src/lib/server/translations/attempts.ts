/** How often something may be tried within a while: true as long as it may. Each key, such as a link, has its own count. */
export function limiter(most: number, whileMs: number, mostKeys = 10_000) {
	const tries = new Map<string, { since: number; count: number }>();
	return (key: string, now: number): boolean => {
		const known = tries.get(key);
		if (known && now - known.since < whileMs) {
			known.count += 1;
			return known.count <= most;
		}
		// Whoever has many keys to try with makes the oldest forgotten, never the memory full.
		tries.delete(key);
		if (tries.size >= mostKeys) tries.delete(tries.keys().next().value ?? '');
		tries.set(key, { since: now, count: 1 });
		return true;
	};
}
