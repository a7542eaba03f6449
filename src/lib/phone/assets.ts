/** Styles, scripts and pictures of the pages that are kept. They are of nobody, and the same on every phone. */
const cache = 'assets-1';

/** So many stay; the oldest go first. */
const most = 150;

const named = /(?:href|src)="(?:\.{0,2}\/)*(_app\/immutable\/[^"]+|thema\.css)"/g;

/** The addresses of what a page needs besides itself, also where it names them from where it stands. */
export function fromHtml(html: string): string[] {
	return [...new Set([...html.matchAll(named)].map(([, address = '']) => `/${address}`))];
}

/** Fetches what is not kept yet. What does not come now comes with a later page. */
export async function keepAssets(addresses: readonly string[]): Promise<void> {
	const kept = await caches.open(cache);
	for (const address of addresses) {
		if (address !== '/thema.css' && (await caches.match(address))) continue;
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) await kept.put(address, answer);
	}
}

/** What was kept under this address. */
export async function keptAsset(request: Request): Promise<Response | undefined> {
	return (await caches.open(cache)).match(request);
}

/** Removes what no page of a newer version names any more. */
export async function trimAssets(): Promise<void> {
	const kept = await caches.open(cache);
	const names = await kept.keys();
	await Promise.all(names.slice(0, -most).map((name) => kept.delete(name)));
}
