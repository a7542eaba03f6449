/** Pages of which an own phone keeps a copy, once they were seen. */
const kept = [
	/^\/(?:vandaag|plan|agenda|uren|hulp|woorden)$/,
	/^\/plan\/(?:tijdlijn|onderdelen|versie\/\d{1,4})$/,
	/^\/agenda\/week\/\d{4}-W\d\d$/,
	/^\/agenda\/[\w-]{22}\.\d{4}-\d\d-\d\d$/,
	/^\/uren\/(?:overzicht|[\w-]{22})$/,
	/^\/hulp\/(?:regels|brief|app)(?:\/\w+)*$/,
	/^\/woorden\/[\w-]+(?:\/\d+)?$/,
];

/** Whether an own phone keeps a copy of the page at this path. */
export function isKept(path: string): boolean {
	return kept.some((pattern) => pattern.test(path));
}

/** Whether the page says that it was made for this owner. */
export function isOfOwner(html: string, owner: string): boolean {
	return ownerIn(html) === owner;
}

function ownerIn(html: string): string | null {
	const [tag = ''] = /<meta name="meedoen-phone"[^>]*>/.exec(html) ?? [];
	return /data-owner="([\w-]+)"/.exec(tag)?.[1] ?? null;
}

/** Fetched after somebody signed in, the first five also where data is to be saved. */
export const firstPages = ['/vandaag', '/plan', '/agenda', '/uren', '/hulp', '/woorden'] as const;

/** The pages that the agenda names and that one may want to see next: those of the coming days, and of one week. */
export function soonIn(agenda: string, until: string): string[] {
	const links = [...agenda.matchAll(/href="(\/agenda\/[^"]+)"/g)].map(([, path = '']) => path);
	const soon = links.filter((path) => {
		const day = /\.(\d{4}-\d\d-\d\d)$/.exec(path)?.[1];
		return day !== undefined && day < until;
	});
	const week = links.find((path) => path.startsWith('/agenda/week/'));
	return [...new Set([...soon, ...(week ? [week] : [])])].filter(isKept);
}
