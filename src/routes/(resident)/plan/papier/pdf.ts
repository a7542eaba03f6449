import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import * as paper from '#lib/server/paper/paper.ts';

/** The paper of a plan as an answer. */
export async function pdf(actor: Actor, wish: paper.Wish, moment: Moment): Promise<Response> {
	const bytes = await paper.plan(actor, wish, moment);
	return pdfAnswer(bytes, `${wish.kind}-versie-${wish.version}.pdf`);
}

/**
 * A paper as an answer: opened in the browser, kept by nobody on the way, under a name that says nothing of whose
 * it is. 503 where this machine cannot make one.
 */
export function pdfAnswer(bytes: Uint8Array | null, filename: string): Response {
	if (bytes === null) error(503, { message: 'no paper' });
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(bytes.length),
			'content-disposition': `inline; filename="${filename}"`,
			// The browser's own reader of PDF is an object in an empty page.
			'content-security-policy':
				"default-src 'none'; object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
			'cache-control': 'private, no-store',
		},
	});
}
