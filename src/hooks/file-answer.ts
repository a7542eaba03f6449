import { error } from '@sveltejs/kit';

/** Only pages of this very portal may show a file; a browser says where a request comes from. */
const welcome = new Set(['same-origin', 'none']);

/** A photo is shown in the page; a paper is taken out of the browser, to be read by what reads papers. */
const shownAs: Readonly<Record<string, { readonly how: string; readonly ending: string }>> = {
	'image/jpeg': { how: 'inline', ending: 'jpg' },
	'application/pdf': { how: 'attachment', ending: 'pdf' },
};

/**
 * A file of somebody as an answer: a picture or a paper and nothing else, with a name of our making, kept by nobody on
 * the way. Whatever it holds, a browser must not run it (ASVS 5.0 5.4, 3.2.1).
 */
export async function fileAnswer(
	request: Request,
	name: string,
	read: () => Promise<{ readonly bytes: Buffer; readonly contentType: string }>,
): Promise<Response> {
	const from = request.headers.get('sec-fetch-site');
	if (from !== null && !welcome.has(from)) error(403, { message: 'not from here' });
	const { bytes, contentType } = await read();
	const shown = shownAs[contentType];
	if (!shown) throw new Error(`${name} is of a kind that nobody made: ${contentType}`);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': contentType,
			'content-length': String(bytes.length),
			'content-disposition': `${shown.how}; filename="${name}.${shown.ending}"`,
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
		},
	});
}
