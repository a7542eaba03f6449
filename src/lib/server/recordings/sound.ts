import { mp4Seconds } from './mp4.ts';
import { oggSeconds } from './ogg.ts';
import { webmSeconds } from './webm.ts';

/** The largest recording, in bytes, and the longest, in seconds. */
export const maxBytes = 2 * 1024 * 1024;
export const maxSeconds = 180;

/** What browsers and phones record: Chromium and Firefox WebM or Ogg, iPhones MP4. */
export type MediaType = 'audio/webm' | 'audio/ogg' | 'audio/mp4';

export type Sound =
	| { readonly ok: true; readonly mediaType: MediaType; readonly seconds: number }
	| { readonly ok: false; readonly reason: 'empty' | 'too-large' | 'too-long' | 'not-a-sound' };

const kinds = [
	{ mediaType: 'audio/webm', seconds: webmSeconds },
	{ mediaType: 'audio/ogg', seconds: oggSeconds },
	{ mediaType: 'audio/mp4', seconds: mp4Seconds },
] as const;

/**
 * What a recording is by its content, whatever its name or declared type: one track of sound and nothing else, from
 * its first byte to its last (OWASP ASVS 5.0, V5). The seconds are those the file says of itself, rounded up.
 */
export function soundIn(bytes: Buffer): Sound {
	if (bytes.length === 0) return { ok: false, reason: 'empty' };
	if (bytes.length > maxBytes) return { ok: false, reason: 'too-large' };
	for (const { mediaType, seconds } of kinds) {
		const length = seconds(bytes);
		if (length === null) continue;
		if (!(length <= maxSeconds)) return { ok: false, reason: 'too-long' };
		return { ok: true, mediaType, seconds: Math.max(1, Math.ceil(length)) };
	}
	return { ok: false, reason: 'not-a-sound' };
}
