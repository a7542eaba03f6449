import { randomBytes } from 'node:crypto';
import { type Cookies, error } from '@sveltejs/kit';
import * as translations from '#lib/server/translations/translations.ts';
import * as cookies from '../../../../hooks/cookies.ts';

const minutes = 60_000;
const mayKnock = translations.limiter(300, 10 * minutes);
const maySend = translations.limiter(240, 60 * minutes);
/** A link is for some tens of texts: who speaks on and on would fill the disk. */
const maySpeak = translations.limiter(100, 24 * 60 * minutes);

interface Event {
	readonly locals: App.Locals;
	readonly params: { readonly token: string };
	readonly cookies: Cookies;
	getClientAddress(): string;
}

/** The link of this address, when this browser may use it; who tries many addresses must wait (429). */
export function knock(event: Event): Promise<translations.Door> {
	const { portal, moment } = event.locals;
	if (!mayKnock(event.getClientAddress(), moment.now)) error(429, { message: 'slow down' });
	return translations.knock(portal, event.params.token, browserOf(event.cookies), moment);
}

/** As `knock`, for what may be done through an open link; much at once through one link must wait. */
export async function entered(event: Event, role: translations.LinkRole) {
	await knock(event);
	const { portal, moment } = event.locals;
	const { token } = event.params;
	const link = await translations.entered(portal, token, browserOf(event.cookies), role, moment);
	if (!maySend(link.id, moment.now)) error(429, { message: 'slow down' });
	return link;
}

/** Opens the link in this browser, which gets a secret of its own to be known by; one for all links it opens. */
export async function open(event: Event) {
	const { link } = await knock(event);
	const { portal, moment } = event.locals;
	const browser = browserOf(event.cookies) ?? randomBytes(32).toString('base64url');
	await translations.open(portal, event.params.token, browser, moment);
	const seconds = Math.ceil((link.endsAt - moment.now) / 1000);
	cookies.set(event.cookies, 'translator', browser, Math.max(seconds, 24 * 3600));
}

/** Makes who sends very many recordings through one link wait (429). */
export function expectFew(recording: Blob | null, link: { readonly id: string }, now: number) {
	if (recording && !maySpeak(link.id, now)) error(429, { message: 'slow down' });
}

function browserOf(jar: Cookies): string | undefined {
	return cookies.get(jar, 'translator');
}
