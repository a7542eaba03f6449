import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import * as proofs from '#lib/server/proofs/proofs.ts';

/** Only pages of this very portal may show a proof; a browser says where a request comes from. */
const welcome = new Set(['same-origin', 'none']);

/**
 * A proof as an answer: a picture and nothing else, with a name of our making, kept by nobody on the way. Whatever
 * it holds, a browser must not run it (ASVS 5.0 5.4, 3.2.1).
 */
export async function picture(
	request: Request,
	actor: Actor,
	proofId: string,
	moment: Moment,
): Promise<Response> {
	const from = request.headers.get('sec-fetch-site');
	if (from !== null && !welcome.has(from)) error(403, { message: 'not from here' });
	const { bytes, contentType } = await proofs.read(actor, proofId, moment);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': contentType,
			'content-length': String(bytes.length),
			'content-disposition': `inline; filename="bewijs-${proofId}.jpg"`,
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
		},
	});
}
