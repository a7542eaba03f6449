/** What every answer says of itself, errors and files too (internet.nl, ASVS 5.0 3.4). */
export const always = {
	'strict-transport-security': 'max-age=63072000; includeSubDomains',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'geolocation=(), microphone=(), camera=()',
} as const;

/** The policy of an answer that is no page of ours: nothing in it may load, run or be framed. */
export const closedPolicy =
	"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Nothing personal is stored by the browser or on the way. */
export const notStored = 'private, no-store';

/** Says of a page that it echoes nothing of the request; the entry reads it and takes it off. */
export const compressible = 'x-compressible';
