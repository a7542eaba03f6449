import { and, eq, isNull } from 'drizzle-orm';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { hashOf, type Link } from './links.ts';

/** A link as its bearer finds it; whatever does not open is not found, and nobody learns why. */
export type Door =
	| { readonly state: 'unopened'; readonly link: Link }
	| { readonly state: 'open'; readonly link: Link }
	| { readonly state: 'sent'; readonly link: Link };

/**
 * The link with this token, when this browser may use it: not ended, not revoked, and opened nowhere else before.
 * Throws NotFound otherwise.
 */
export async function knock(
	portal: Portal,
	token: string,
	browser: string | undefined,
	{ now }: Moment,
): Promise<Door> {
	const { t, read } = portal.store;
	const [link] = isToken(token)
		? await read
				.select()
				.from(t.translationLinks)
				.where(eq(t.translationLinks.tokenHash, hashOf(token)))
		: [];
	if (!link || link.revokedAt !== null || link.endsAt <= now) throw new NotFound();
	if (link.browserHash === null) return { state: 'unopened', link };
	if (!browser || link.browserHash !== hashOf(browser)) throw new NotFound();
	return { state: link.sentAt === null ? 'open' : 'sent', link };
}

/**
 * Opens a link for the first time: from then on it opens in this browser alone, so that it is worth nothing to whom it
 * is forwarded. It takes a tap, since messengers look at the addresses that pass through them.
 */
export async function open(
	portal: Portal,
	token: string,
	browser: string,
	moment: Moment,
): Promise<void> {
	const { link, state } = await knock(portal, token, browser, moment);
	if (state !== 'unopened') return;
	const { translationLinks } = portal.store.t;
	await portal.store.write(moment.now, async (tx, log) => {
		const [opened] = await tx
			.update(translationLinks)
			.set({ browserHash: hashOf(browser), openedAt: moment.now })
			.where(and(eq(translationLinks.id, link.id), isNull(translationLinks.browserHash)))
			.returning();
		if (!opened) throw new NotFound();
		const { id: subject, personId } = link;
		log({ actor: bearer(link), action: 'translation.link.open', subject, personId });
	});
}

/** The link that is open in this browser, for a role; otherwise not found. */
export async function entered(
	portal: Portal,
	token: string,
	browser: string | undefined,
	role: Link['role'],
	moment: Moment,
): Promise<Link> {
	const { link, state } = await knock(portal, token, browser, moment);
	if (state !== 'open' || link.role !== role) throw new NotFound();
	return link;
}

/** How the audit chain calls who works through a link. */
export function bearer({ id }: Link): string {
	return `link:${id}`;
}

function isToken(text: string): boolean {
	return /^[A-Za-z0-9_-]{43}$/.test(text);
}
