import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in at a gateway for SMS, and how often. */
export interface Gateway {
	readonly address: string;
	/** Every key once, with the number it was for: what a receiver that honours the key sends on. */
	readonly taken: ReadonlyMap<string, string>;
	/** How many requests came in, repeated ones too. */
	requests(): number;
	close(): Promise<void>;
}

/** A gateway on this machine that takes each `Idempotency-Key` once; the number that ends in 99 it never takes. */
export async function openGateway(): Promise<Gateway> {
	const taken = new Map<string, string>();
	let count = 0;
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			count += 1;
			const { to } = JSON.parse(body) as { to: string };
			const key = String(request.headers['idempotency-key']);
			if (to.endsWith('99')) response.writeHead(503).end();
			else {
				if (!taken.has(key)) taken.set(key, to);
				response.writeHead(202).end();
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/messages`,
		taken,
		requests: () => count,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
