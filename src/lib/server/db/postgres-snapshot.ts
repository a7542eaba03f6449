import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { postgresSchema } from './schema.ts';
import { countRows, type RowCounts } from './snapshot.ts';
import { type Db, StoreProblem } from './store.ts';

/**
 * Writes the whole database as of one moment into the new file `into`, by PostgreSQL's own `pg_dump`; its rows are
 * counted in the same moment. Throws StoreProblem when `pg_dump` is not installed or fails.
 */
export async function snapshotPostgres(url: string, into: string): Promise<RowCounts> {
	return connected(url, async (client) => {
		await client.query('begin isolation level repeatable read, read only');
		const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
		const moment = `--snapshot=${rows[0]?.id ?? ''}`;
		const options = ['--format=custom', '--no-owner', '--no-privileges', moment];
		await program(url, 'pg_dump', [...options, `--file=${into}`]);
		return rowsOf(client);
	});
}

/**
 * Loads a snapshot into the database that `url` names, which must be there and empty: with constraints, so that a
 * broken reference fails. Gives its rows.
 */
export async function restorePostgres(url: string, snapshot: string): Promise<RowCounts> {
	const name = new URL(url).pathname.slice(1);
	const options = ['--exit-on-error', '--no-owner', '--no-privileges', `--dbname=${name}`];
	await program(url, 'pg_restore', [...options, snapshot]);
	return connected(url, rowsOf);
}

/** Whether a database holds no table of ours. Throws StoreProblem when it is not there or cannot be reached. */
export async function isEmptyPostgres(url: string): Promise<boolean> {
	return connected(url, async (client) => {
		const { rows } = await client.query<{ found: string | null }>(
			"select to_regclass('public.people') as found",
		);
		return rows[0]?.found === null;
	});
}

/** Makes an empty database beside the one of `url`, lends its address, and takes it away again. */
export async function withScratchDatabase<T>(
	url: string,
	name: string,
	work: (scratch: string) => Promise<T>,
): Promise<T> {
	const scratch = new URL(url);
	scratch.pathname = `/${name}`;
	const database = sql.identifier(name);
	await connected(url, (client) => drizzle(client).execute(sql`create database ${database}`));
	try {
		return await work(scratch.href);
	} finally {
		await connected(url, (client) => drizzle(client).execute(sql`drop database ${database}`));
	}
}

async function rowsOf(client: Client): Promise<RowCounts> {
	const { rows } = await client.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = 'public'",
	);
	return countRows(on(client), postgresSchema, new Set(rows.map(({ name }) => name)));
}

function on(client: Client): Db {
	return drizzle(client, { schema: postgresSchema, casing: 'snake_case' }) as unknown as Db;
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client({ connectionString: url });
	try {
		await client.connect();
	} catch (problem) {
		const { message = '', code = '' } = problem as { message?: string; code?: string };
		const name = new URL(url).pathname.slice(1);
		throw new StoreProblem(`The database ${name} cannot be opened: ${message || code}.`);
	}
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** Where the server is goes by the environment: arguments can be read by every user of the machine. */
async function program(url: string, name: string, args: readonly string[]): Promise<void> {
	const { hostname, port, username, password, pathname } = new URL(url);
	const where = {
		PGHOST: decodeURIComponent(hostname),
		PGPORT: port || '5432',
		PGUSER: decodeURIComponent(username),
		PGPASSWORD: decodeURIComponent(password),
		PGDATABASE: pathname.slice(1),
	};
	const env = { PATH: process.env['PATH'] ?? '', ...where };
	const child = spawn(name, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	const code = await ended(name, once(child, 'close') as Promise<[number | null]>);
	if (code !== 0) throw new StoreProblem(`${name} failed: ${said.trim().split('\n')[0] ?? ''}`);
}

async function ended(name: string, close: Promise<[number | null]>): Promise<number | null> {
	try {
		return (await close)[0];
	} catch (problem) {
		const { code = '' } = problem as { code?: string };
		throw new StoreProblem(`${name} cannot be started (${code}): install PostgreSQL's client.`);
	}
}
