import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** What a made-up clamd does with a file, given its bytes as they came: answers, or misbehaves. */
export type Behaviour = (file: Buffer, socket: Socket) => void;

/** Bytes that the made-up clamd takes for a virus; the pattern of the trade's own test file would alarm real ones. */
export const marker = 'MADE-UP-VIRUS-OF-THE-TESTS';

/** As the real one: finds the marker anywhere in the file. */
export const honest: Behaviour = (file, socket) => {
	socket.end(file.includes(marker) ? 'stream: Made.Up-1 FOUND\0' : 'stream: OK\0');
};

export interface FakeClamd {
	readonly path: string;
	/** Every file that was handed over whole. */
	readonly files: Buffer[];
	behaviour: Behaviour;
	close(): Promise<void>;
}

/** A server in this process that reads `INSTREAM` as clamd does, on a socket in the folder. */
export async function fakeClamd(folder: string, behaviour: Behaviour = honest): Promise<FakeClamd> {
	const path = join(folder, 'clamd.ctl');
	const open = new Set<Socket>();
	const server: Server = createServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket)).on('error', () => undefined);
		let got: Buffer = Buffer.alloc(0);
		socket.on('data', (part: Buffer) => {
			got = Buffer.concat([got, part]);
			const file = fileIn(got);
			if (file === null) return;
			socket.removeAllListeners('data');
			fake.files.push(file);
			fake.behaviour(file, socket);
		});
	});
	const fake: FakeClamd = {
		path,
		files: [],
		behaviour,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				for (const socket of open) socket.destroy();
			}),
	};
	await new Promise<void>((ready) => server.listen(path, ready));
	return fake;
}

/** The file in a whole `INSTREAM`, or null as long as its end has not come. */
function fileIn(got: Buffer): Buffer | null {
	const command = 'zINSTREAM\0';
	if (got.length < command.length) return null;
	if (got.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM');
	const parts: Buffer[] = [];
	let at = command.length;
	while (at + 4 <= got.length) {
		const length = got.readUInt32BE(at);
		at += 4;
		if (length === 0) return Buffer.concat(parts);
		parts.push(got.subarray(at, at + length));
		at += length;
	}
	return null;
}
