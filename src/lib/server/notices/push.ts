import webPush from 'web-push';
import { directionOf } from '#lib/languages/languages.ts';
import { type Channel, failed, type Outgoing } from './channel.ts';
import { type Answered, post } from './outside-post.ts';
import { isPushService } from './push-services.ts';
import { judged } from './sms.ts';
import type { Vapid } from './vapid.ts';

/** Every message has this length in bytes before it is sealed, so that its length tells nothing. */
export const pushLength = 1024;

interface Reach {
	allows(endpoint: string): boolean;
	readonly onlyPublic: boolean;
}

/** The push services of the browsers, in the open internet. */
const theServices: Reach = { allows: isPushService, onlyPublic: true };

/**
 * A web push message (RFC 8030), sealed for one browser (RFC 8291) and signed by this portal (RFC 8292). The key of the
 * delivery is its `Topic`: of two with the same one the push service keeps the last.
 */
export function push(
	vapid: Vapid,
	reach: Reach = theServices,
): Channel<{
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
}> {
	return {
		async send(outgoing, { endpoint, p256dh, auth }, now) {
			if (!reach.allows(endpoint)) return failed('notAllowed', true);
			const sealed = webPush.generateRequestDetails(
				{ endpoint, keys: { p256dh, auth } },
				pushBody(outgoing),
				{
					vapidDetails: { ...vapid },
					TTL: Math.max(0, Math.floor((outgoing.expiresAt - now) / 1000)),
					topic: outgoing.id,
					urgency: 'normal',
					contentEncoding: 'aes128gcm',
				},
			);
			const answer = await post(new URL(endpoint), {
				headers: headersOf(sealed.headers),
				body: sealed.body,
				onlyPublic: reach.onlyPublic,
			});
			return isGone(answer) ? failed('addressGone', true) : judged(answer);
		},
	};
}

/** What the phone shows: the neutral text, and nothing else. Spaces at its end make every one equally long. */
export function pushBody({ words }: Pick<Outgoing, 'words'>): Buffer {
	const { language, own, dutch } = words;
	const written = JSON.stringify({ language, dir: directionOf(language), own, dutch });
	const body = Buffer.alloc(pushLength, ' ');
	const length = body.write(written);
	if (length < Buffer.byteLength(written)) throw new RangeError('a push message is too long');
	return body;
}

function isGone(answer: Answered): boolean {
	return 'status' in answer && (answer.status === 404 || answer.status === 410);
}

function headersOf(given: Readonly<Record<string, unknown>>): Record<string, string | number> {
	const entries = Object.entries(given).filter(
		(entry): entry is [string, string | number] =>
			(typeof entry[1] === 'string' || typeof entry[1] === 'number') &&
			entry[0].toLowerCase() !== 'content-length',
	);
	return Object.fromEntries(entries);
}
