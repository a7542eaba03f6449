import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	chownSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of its own for one run, or none where it is not installed; `line` says which. */
export interface Postgres {
	readonly line: string;
	readonly url?: string;
	readonly stop: () => void;
}

/**
 * Starts a throwaway cluster on the loopback address, with superuser `meedoen` and no password. Nothing of it has to
 * outlive the run, so nothing waits for the disk. Throws when PostgreSQL is installed and does not start.
 */
export async function startPostgres(): Promise<Postgres> {
	const programs = findPrograms();
	if (!programs) {
		return {
			line: 'postgres: not installed, so what runs on PostgreSQL is left out',
			stop: () => {},
		};
	}
	const user = unprivileged();
	const home = mkdtempSync(join(tmpdir(), 'meedoen-postgres-'));
	if (user) chownSync(home, user.uid, user.gid);
	const data = `${home}/data`;
	const log = `${home}/log`;
	const program = (name: string, ...args: string[]) =>
		execFileSync(`${programs}/${name}`, args, {
			cwd: home,
			stdio: ['ignore', 'pipe', 'pipe'],
			...user,
		});
	const stop = () => {
		process.removeListener('exit', stop);
		try {
			program('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
		} catch {
			// It never started, or fell over: the folder goes all the same.
		}
		rmSync(home, { recursive: true, force: true });
	};
	process.once('exit', stop);
	const port = await freePort();
	try {
		program(
			'initdb',
			'-D',
			data,
			'-U',
			'meedoen',
			'-A',
			'trust',
			'-E',
			'UTF8',
			'--locale=C',
			'--no-sync',
		);
		appendFileSync(`${data}/postgresql.conf`, settings(port));
		program('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-t', '60');
	} catch (error) {
		const told = existsSync(log) ? readFileSync(log, 'utf8') : String(error);
		stop();
		throw new Error(`PostgreSQL in ${programs} does not start:\n${told}`, { cause: error });
	}
	const url = `postgres://meedoen@127.0.0.1:${port}/postgres`;
	return { line: `postgres: ${programs}, for this run at ${url}`, url, stop };
}

function settings(port: number): string {
	const lines = {
		listen_addresses: "'127.0.0.1'",
		port,
		unix_socket_directories: "''",
		max_connections: 200,
		fsync: 'off',
		synchronous_commit: 'off',
		full_page_writes: 'off',
	};
	return Object.entries(lines)
		.map(([name, value]) => `\n${name} = ${value}`)
		.join('');
}

function findPrograms(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian)
		? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
		: [];
	const folders = [
		...(process.env['PATH'] ?? '').split(':'),
		...versions.map((version) => `${debian}/${version}/bin`),
	];
	return folders.find((folder) =>
		['initdb', 'postgres', 'pg_ctl'].every((name) => existsSync(`${folder}/${name}`)),
	);
}

/** PostgreSQL refuses to run as root: then it runs as a user who may do nothing else. */
function unprivileged(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const user =
		users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
	if (!user)
		throw new Error(
			'PostgreSQL does not run as root, and there is no user "postgres" or "nobody".',
		);
	return { uid: Number(user[2]), gid: Number(user[3]) };
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => {
				if (address && typeof address === 'object') resolve(address.port);
				else reject(new Error('no free port'));
			});
		});
	});
}
