/** What the tests use of http_ece, which opens a push message as a phone does (RFC 8188, RFC 8291). */
declare module 'http_ece' {
	import type { ECDH } from 'node:crypto';

	export function decrypt(
		body: Buffer,
		keys: { version: 'aes128gcm'; privateKey: ECDH; authSecret: Buffer },
	): Buffer;
}
