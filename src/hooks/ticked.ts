/** The ids of the boxes that were ticked, each called by `prefix` and what it stands for. */
export function ticked(typed: Readonly<Record<string, string>>, prefix: string): string[] {
	return Object.keys(typed)
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length));
}
