import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { guard } from './guard.ts';
import { origin } from './origin.ts';

const here = 'https://portal.example:8443';

describe('a request that changes something', () => {
	const origins = {
		'no Origin': null,
		'an opaque one': 'null',
		'an empty one': '',
		'another host': 'https://evil.example',
		'another port': 'https://portal.example',
		'another protocol': 'http://portal.example:8443',
		'a subdomain': 'https://a.portal.example:8443',
		'the domain above': 'https://example:8443',
		'a host that begins alike': 'https://portal.example:8443.evil.example',
		'with a path': `${here}/`,
		'two at once': `${here}, ${here}`,
	} as const;
	const kinds = {
		form: 'application/x-www-form-urlencoded',
		photos: 'multipart/form-data; boundary=x',
		json: 'application/json',
		'plain text': 'text/plain',
		nothing: null,
	} as const;

	async function sent(from: string | null, type: string | null, method = 'POST') {
		const headers = new Headers();
		if (from !== null) headers.set('origin', from);
		if (type !== null) headers.set('content-type', type);
		const event = {
			request: new Request(`${here}/uren`, { method, headers }),
			url: new URL(`${here}/uren`),
		} as RequestEvent;
		return (await origin({ event, resolve: () => new Response('done') })).status;
	}

	describe.each(Object.entries(kinds))('with %s', (_, type) => {
		it.each(Object.entries(origins))('is refused from %s', async (_name, from) => {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				expect(await sent(from, type, method)).toBe(403);
			}
		});

		it('is taken from a page of this origin', async () => {
			expect(await sent(here, type)).toBe(200);
		});
	});

	it('is not reading: that may come from anywhere', async () => {
		for (const method of ['GET', 'HEAD', 'OPTIONS']) {
			expect(await sent('https://evil.example', null, method)).toBe(200);
		}
	});
});

describe('a route', () => {
	type Kind = 'resident' | 'staff' | 'partner' | 'helper';

	async function answerTo(
		id: string | null,
		kind: Kind | null,
		params = {},
		isDataRequest = false,
	) {
		const locals = { actor: kind && { kind } };
		const event = { route: { id }, locals, params, isDataRequest } as unknown as RequestEvent;
		try {
			await guard({ event, resolve: () => new Response('open') });
			return 'open';
		} catch (thrown) {
			if (isRedirect(thrown)) return thrown.location;
			if (isHttpError(thrown)) return thrown.status;
			throw thrown;
		}
	}

	const [signIn, staffSignIn] = ['/inloggen', '/inloggen?voor=medewerkers'];
	it.each([
		['/(public)/inloggen', 'open', 'open', 'open', 'open'],
		['/(public)', 'open', 'open', 'open', 'open'],
		['/(resident)/uren', signIn, 'open', 404, 404],
		['/(resident)/uren/[entry]', signIn, 'open', 404, 404],
		['/(staff)/staf/mensen', staffSignIn, 404, 'open', 404],
		['/(partner)/school', staffSignIn, 404, 404, 'open'],
		['/(partners)/school', signIn, 404, 404, 404],
		['/(publicity)/folder', signIn, 404, 404, 404],
		['/school', signIn, 404, 404, 404],
		['/', signIn, 404, 404, 404],
		['/uren/(public)/x', signIn, 404, 404, 404],
		// No route at all: Kit answers that there is no such page.
		[null, 'open', 'open', 'open', 'open'],
	])(
		'%s: nobody %s, resident %s, staff %s, partner %s',
		async (id, nobody, resident, staff, partner) => {
			expect(await answerTo(id, null)).toBe(nobody);
			expect(await answerTo(id, 'resident')).toBe(resident);
			expect(await answerTo(id, 'staff')).toBe(staff);
			expect(await answerTo(id, 'partner')).toBe(partner);
		},
	);

	it('of somebody who looks along is open to them alone, and leads who is nobody to the door of links', async () => {
		const id = '/(helper)/meekijken/agenda';
		expect(await answerTo(id, 'helper')).toBe('open');
		expect(await answerTo(id, null)).toBe('/meekijken/begin');
		for (const kind of ['resident', 'staff', 'partner'] as const) {
			expect(await answerTo(id, kind)).toBe(404);
		}
		for (const other of ['/(resident)/uren', '/(staff)/staf/mensen', '/(partner)/school', '/x']) {
			expect(await answerTo(other, 'helper')).toBe(404);
		}
	});

	it('is not there for an address with a null character, which PostgreSQL cannot be asked', async () => {
		const entry = 'A'.repeat(21);
		for (const id of ['/(resident)/uren/[entry]', '/(public)/organisatie/[token]']) {
			expect(await answerTo(id, 'resident', { entry })).toBe('open');
			expect(await answerTo(id, 'resident', { entry: `${entry}\0` })).toBe(404);
		}
	});

	it('gives its page and never the data behind it, which holds more than the page shows', async () => {
		expect(await answerTo('/(resident)/uren/dossier', 'resident', {}, true)).toBe(404);
		expect(await answerTo('/(staff)/staf/mensen', 'staff', {}, true)).toBe(404);
		expect(await answerTo('/(public)', null, {}, true)).toBe(404);
	});
});
