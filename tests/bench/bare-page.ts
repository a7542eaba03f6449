import { createServer } from 'node:http';

const sentence = '<p>Dit is een zin van een bladzijde zonder iets erbij.</p>\n';
const head =
	'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bladzijde</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="Een bladzijde"></head><body><main><h1>Bladzijde</h1>\n';
const html = (head + sentence.repeat(Math.ceil((10_000 - head.length) / sentence.length))).slice(
	0,
	10_000,
);

/** A page of 10 kB on the wire with no style, script or picture: what a connection and a browser take by themselves. */
export async function serveBarePage(): Promise<{ address: string; stop(): void }> {
	const server = createServer((request, response) => {
		const isPage = request.url === '/';
		response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
		response.end(isPage ? html : '');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('the bare page has no port');
	return {
		address: `http://127.0.0.1:${at.port}/`,
		stop() {
			server.closeAllConnections();
			server.close();
		},
	};
}
