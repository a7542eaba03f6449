import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { world } from './which.ts';

/** What happens to a request between the phone and the portal. */
export type Fate =
	/** It arrives and is answered. */
	| 'through'
	/** The connection is refused, as in a cellar. */
	| 'refused'
	/** It arrives whole, and the answer is lost. */
	| 'answerLost'
	/** The connection breaks while the body is on its way. */
	| 'cut'
	/** Something between answers with this status. */
	| number;

/** A connection between a phone and the portal that can be bad in every way; the address is its own. */
export interface Road {
	readonly address: string;
	/** Says from now on what becomes of each request. */
	becomes(fate: Fate | ((method: string, path: string) => Fate)): void;
	/** What came by since the last time this was asked: 'METHOD /path STATUS'. */
	passed(): string[];
	close(): Promise<void>;
}

/** Opens a road to the portal of this world. */
export async function openRoad(): Promise<Road> {
	let fateOf: (method: string, path: string) => Fate = () => 'through';
	let seen: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((asked, answer) => {
		const [method, path] = [asked.method ?? 'GET', asked.url ?? '/'];
		const fate = fateOf(method, path);
		if (fate === 'refused') return void asked.socket.destroy();
		if (typeof fate === 'number') {
			seen.push(`${method} ${path} ${fate}`);
			asked.resume();
			answer.writeHead(fate, { 'content-type': 'text/plain' }).end('not the portal');
			return;
		}
		if (fate === 'cut') {
			asked.once('data', () => asked.socket.destroy());
			return;
		}
		pass(asked, answer, fate === 'answerLost', (status) =>
			seen.push(`${method} ${path} ${status}`),
		);
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}`,
		becomes(fate) {
			fateOf = typeof fate === 'function' ? fate : () => fate;
			if (fate === 'refused') for (const socket of sockets) socket.destroy();
		},
		passed() {
			const before = seen;
			seen = [];
			return before;
		},
		close: () =>
			new Promise((resolve) => {
				for (const socket of sockets) socket.destroy();
				server.close(() => resolve());
			}),
	};
}

function pass(
	asked: IncomingMessage,
	answer: ServerResponse,
	isLost: boolean,
	tell: (status: number) => void,
) {
	const { headers, method, url } = asked;
	const target = { host: '127.0.0.1', port: world.port ?? undefined, method, path: url, headers };
	const onwards = request(target, (given) => {
		tell(given.statusCode ?? 0);
		if (isLost) {
			given.resume();
			given.on('end', () => asked.socket.destroy());
			return;
		}
		answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
		given.pipe(answer);
	});
	onwards.on('error', () => asked.socket.destroy());
	asked.on('aborted', () => onwards.destroy());
	asked.pipe(onwards);
}
