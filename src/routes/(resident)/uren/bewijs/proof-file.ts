import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import * as proofs from '#lib/server/proofs/proofs.ts';

/** Only pages of this very portal may show a proof; a browser says where a request comes from. */
const welcome = new Set(['same-origin', 'none']);

/** A photo is shown in the page; a paper is taken out of the browser, to be read by what reads papers. */
const shownAs: Readonly<Record<string, { readonly how: string; readonly ending: string }>> = {
	'image/jpeg': { how: 'inline', ending: 'jpg' },
	'application/pdf': { how: 'attachment', ending: 'pdf' },
};

/**
 * A proof as an answer: a picture or a paper and nothing else, with a name of our making, kept by nobody on the way.
 * Whatever it holds, a browser must not run it (ASVS 5.0 5.4, 3.2.1).
 */
export async function proofFile(
	request: Request,
	actor: Actor,
	proofId: string,
	moment: Moment,
): Promise<Response> {
	const from = request.headers.get('sec-fetch-site');
	if (from !== null && !welcome.has(from)) error(403, { message: 'not from here' });
	const { bytes, contentType } = await proofs.read(actor, proofId, moment);
	const shown = shownAs[contentType];
	if (!shown) throw new Error(`Proof ${proofId} is of a kind that nobody made: ${contentType}`);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': contentType,
			'content-length': String(bytes.length),
			'content-disposition': `${shown.how}; filename="bewijs-${proofId}.${shown.ending}"`,
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
		},
	});
}
