import type { RequestHandler } from './$types';

/** The colours of this tenant, as NL Design System basis tokens. */
export const GET: RequestHandler = ({ locals }) => {
	const lines = Object.entries(locals.portal.tenant.theme).map(
		([token, value]) => `${token}:${value}`,
	);
	return new Response(`:root{${lines.join(';')}}`, {
		headers: {
			'content-type': 'text/css; charset=utf-8',
			'cache-control': 'public, max-age=86400',
		},
	});
};
