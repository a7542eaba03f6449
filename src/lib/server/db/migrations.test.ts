import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import journal from '../../../../drizzle/sqlite/meta/_journal.json' with { type: 'json' };
import { newId } from '../id.ts';
import { openPostgres } from './postgres-store.ts';
import { openSqlite } from './sqlite-store.ts';
import { type Store, StoreProblem } from './store.ts';

const server = process.env['TEST_DATABASE_URL'];
const known = journal.entries.length;
const newer = new RegExp(
	`^The database .+ was migrated by a newer version \\(${known + 1} migrations, this version knows ${known}\\): start that version, or restore a backup\\.$`,
);

describe('a database in a file', () => {
	let folder: string;
	let path: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'migrations-'));
		path = join(folder, 'tenant', 'portal.db');
	});
	afterEach(() => rm(folder, { recursive: true }));

	it('is migrated once: opened again it is as it was', async () => {
		await openSqlite(path).close();
		const first = picture(path);
		expect(first.migrations).toHaveLength(known);
		const store = openSqlite(path);
		await addLine(store);
		await store.close();
		expect(picture(path)).toEqual(first);
	});

	it('is refused when a newer version made it, and stays as it was', async () => {
		await openSqlite(path).close();
		const file = new Database(path);
		file.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
		file.close();
		const before = picture(path);
		const problem = problemOf(() => openSqlite(path));
		expect(problem).toBeInstanceOf(StoreProblem);
		expect(problem.message).toMatch(newer);
		expect(picture(path)).toEqual(before);
	});

	it('is refused in one sentence when it is no database, or cannot be reached', async () => {
		await mkdir(join(folder, 'tenant'));
		await writeFile(
			path,
			'this is a letter and no database, and it is long enough to be one\n'.repeat(99),
		);
		const damaged = problemOf(() => openSqlite(path));
		expect(damaged).toBeInstanceOf(StoreProblem);
		expect(damaged.message).toMatch(/^The database .+ cannot be opened: file is not a database\.$/);
		const inAFile = problemOf(() => openSqlite(join(path, 'deeper', 'portal.db')));
		expect(inAFile).toBeInstanceOf(StoreProblem);
		expect(inAFile.message).toMatch(/^The database .+ cannot be opened: ENOTDIR.+\.$/);
	});
});

describe.runIf(server)('a database on a server', () => {
	const name = `test_${newId().replaceAll(/[^A-Za-z0-9]/g, '')}`.toLowerCase();
	const url = new URL(server ?? 'postgres://none');
	url.pathname = `/${name}`;
	beforeEach(() => onServer(sql`create database ${sql.identifier(name)}`));
	afterEach(() => onServer(sql`drop database ${sql.identifier(name)}`));

	it('is migrated once, also when several instances start together', async () => {
		const stores = await Promise.all([1, 2, 3].map(() => openPostgres(url.href)));
		await Promise.all(stores.map(addLine));
		await Promise.all(stores.map((store) => store.close()));
		await openPostgres(url.href).then((store) => store.close());
		const found = await inDatabase(sql`select id from drizzle.__drizzle_migrations`);
		expect(found).toHaveLength(known);
		expect(await inDatabase(sql`select number from audit`)).toHaveLength(3);
	});

	it('is refused when a newer version made it', async () => {
		await openPostgres(url.href).then((store) => store.close());
		await inDatabase(
			sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`,
		);
		const problem: unknown = await openPostgres(url.href).catch((refusal: unknown) => refusal);
		expect(problem).toBeInstanceOf(StoreProblem);
		expect((problem as Error).message).toMatch(newer);
	});

	it('is refused when its readers could write', async () => {
		const writable = new URL(url);
		writable.searchParams.set('options', '-c statement_timeout=9000');
		await expect(openPostgres(writable.href)).rejects.toThrow(/lets a reading connection write\.$/);
	});

	it('is refused in one sentence when nobody listens there', async () => {
		const nobody = new URL(url);
		nobody.port = '1';
		nobody.hostname = 'localhost';
		const problem: unknown = await openPostgres(nobody.href).catch((refusal: unknown) => refusal);
		expect(problem).toBeInstanceOf(StoreProblem);
		expect((problem as Error).message).toMatch(
			/^The database test_\w+ cannot be opened: .*ECONNREFUSED.*\.$/,
		);
	});

	async function inDatabase(query: SQL): Promise<unknown[]> {
		return ask(url.href, query);
	}

	async function onServer(query: SQL) {
		await ask(server ?? '', query);
	}

	async function ask(address: string, query: SQL): Promise<unknown[]> {
		const client = new Client({ connectionString: address });
		await client.connect();
		try {
			return (await drizzle(client).execute(query)).rows;
		} finally {
			await client.end();
		}
	}
});

function picture(path: string) {
	const file = new Database(path, { readonly: true });
	try {
		return {
			migrations: file.prepare('select * from __drizzle_migrations').all(),
			schema: file.prepare('select name, sql from sqlite_master order by name').all(),
		};
	} finally {
		file.close();
	}
}

async function addLine(store: Store) {
	await store.write(0, async (_tx, log) => {
		log({ actor: 'test', action: 'test.line', subject: 'x' });
	});
}

function problemOf(task: () => unknown): Error {
	try {
		task();
	} catch (problem) {
		if (problem instanceof Error) return problem;
	}
	return expect.fail('nothing was thrown');
}
