import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FetchEvent } from './scope.ts';
import { testPhone } from './test-phone.ts';

let phone: ReturnType<typeof testPhone>;
beforeEach(() => {
	phone = testPhone();
	vi.useFakeTimers();
	vi.stubGlobal('navigator', {});
});
afterEach(() => {
	vi.useRealTimers();
	phone.end();
});

const offlinePage = '<html lang="nl">offline</html>';
const page = '<html lang="nl">of who signed out</html>';
const broken = () => new Response('', { status: 502 });

/** What the worker answers to a request; it is asked for under its path. */
async function asked(path: string, method = 'GET', body: BodyInit | null = null) {
	const { answer } = await import('./answers.ts');
	await phone.cacheOf('shell-1').put('/zonder-verbinding', new Response(offlinePage));
	let given = Promise.resolve(Response.error());
	let isOver = false;
	const work: Promise<unknown>[] = [];
	const url = `https://portal.example${path}`;
	const clone = () => new Request(url, { method, body });
	const request = { clone, method, mode: 'navigate', url, toString: () => path };
	answer({
		request,
		preloadResponse: Promise.resolve(undefined),
		respondWith: (response: Promise<Response>) => (given = response),
		waitUntil: (more: Promise<unknown>) => {
			if (isOver) throw new Error('InvalidStateError');
			work.push(more);
		},
	} as unknown as FetchEvent);
	const response = await given;
	isOver = true;
	return { response, work };
}

it.each([
	['the portal cannot be reached', {}],
	['the portal is being started', { '/uitloggen': broken }],
])('shows nothing of who signed out as long as %s', async (_why, answers) => {
	phone.settings.set('endSession', true);
	phone.serve({ ...answers, '/plan': () => new Response(page) });
	expect(await (await asked('/plan')).response.text()).toContain('offline');
	expect(phone.settings.get('endSession')).toBe(true);
	phone.serve({ '/uitloggen': () => new Response('bye'), '/plan': () => new Response(page) });
	expect(await (await asked('/plan')).response.text()).toBe(page);
	expect(phone.settings.get('endSession')).toBe(false);
});

it('removes what can be read before the server answers', async () => {
	phone.cacheOf('own-key');
	phone.cacheOf('own-pages');
	let kept: unknown[] = [];
	phone.serve({
		'/uitloggen': () => {
			kept = [...phone.kept.keys(), phone.settings.get('endSession')];
			return new Response('bye');
		},
	});
	await asked('/uitloggen', 'POST', new FormData());
	expect(kept).toEqual(['shell-1', true]);
	expect(phone.settings.get('endSession')).toBe(false);
});

it('tells the server later that somebody signed out while it was being started', async () => {
	phone.serve({ '/uitloggen': broken });
	const { response } = await asked('/uitloggen', 'POST', new FormData());
	expect(await response.text()).toContain('data-signed-out');
	expect(phone.settings.get('endSession')).toBe(true);
});

it('keeps an answer while the portal is being started', async () => {
	const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
		'deriveBits',
	]);
	const point = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey));
	phone.settings.set('owner', 'me');
	phone.settings.set('seal', { version: 1, publicKey: point.toString('base64url') });
	phone.serve({ '/plan?/say': broken });
	const { response } = await asked('/plan?/say', 'POST', new URLSearchParams({ answer: 'no' }));
	expect(response.headers.get('location')).toBe('https://portal.example/wachtrij?bewaard');
	expect([...phone.parcels.values()]).toMatchObject([{ owner: 'me', what: 'understanding' }]);
});

it('keeps a page that came after its copy was shown', async () => {
	const secret = new Response(new Uint8Array(32));
	await phone.cacheOf('own-key').put('/own-key', secret);
	phone.settings.set('mode', 'own');
	phone.settings.set('owner', 'me');
	const html = (says: string) =>
		new Response(`<html lang="nl"><meta name="meedoen-phone" data-owner="me">${says}`, {
			headers: { 'content-type': 'text/html' },
		});
	const { find, keep } = await import('./copies.ts');
	await keep('/plan', html('old'), 1);
	let arrive: (answer: Response) => void = () => undefined;
	vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (arrive = resolve)));
	const asking = asked('/plan');
	await vi.waitFor(() => vi.advanceTimersByTimeAsync(9000));
	const { response, work } = await asking;
	expect(await response.text()).toContain('old');
	// Otherwise the browser itself keeps it to go back to, also after signing out.
	expect(response.headers.get('cache-control')).toBe('no-store');
	arrive(html('new'));
	await Promise.all(work);
	expect(new TextDecoder().decode((await find('/plan'))?.body)).toContain('new');
});
