/** Lets at most `atOnce` tasks run; the others wait for their turn in the order they came. */
export function queue(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
	let running = 0;
	const waiting: (() => void)[] = [];

	return async (task) => {
		if (running < atOnce) running += 1;
		else await new Promise<void>((turn) => waiting.push(turn));
		try {
			return await task();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}
