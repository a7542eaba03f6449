/** Styles, scripts and pictures of the pages that are kept. They are of nobody, and the same on every phone. */
const cache = 'assets-1';

/** So many stay besides those of the pages without a connection; the oldest go first. */
const most = 150;

const named = /(?:href|src)="(?:\.{0,2}\/)*(_app\/immutable\/[^"]+|thema\.css)"/g;

/** The addresses of what a page needs besides itself, also where it names them from where it stands. */
export function fromHtml(html: string): string[] {
	return [...new Set([...html.matchAll(named)].map(([, address = '']) => `/${address}`))];
}

/** Fetches what is not kept yet, and gives whether all of it is. What does not come now comes with a later page. */
export async function keepAssets(addresses: readonly string[]): Promise<boolean> {
	const kept = await caches.open(cache);
	let isAll = true;
	for (const address of addresses) {
		const known = await caches.match(address);
		if (address !== '/thema.css' && known) continue;
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) await kept.put(address, answer);
		else isAll &&= known !== undefined;
	}
	return isAll;
}

/** What was kept under this address. */
export async function keptAsset(request: Request): Promise<Response | undefined> {
	return (await caches.open(cache)).match(request);
}

/** Removes the oldest of what is kept, but not what is named: what never changes is the oldest, and needed still. */
export async function trimAssets(needed: ReadonlySet<string>): Promise<void> {
	const kept = await caches.open(cache);
	const others = (await kept.keys()).filter(({ url }) => !needed.has(new URL(url).pathname));
	await Promise.all(others.slice(0, -most).map((name) => kept.delete(name)));
}
