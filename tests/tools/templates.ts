import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openPostgres } from '../../src/lib/server/db/postgres-store.ts';
import { openSqlite } from '../../src/lib/server/db/sqlite-store.ts';

/**
 * Migrates one empty database per engine before the tests; each world of a test is a copy of it (`test-world.ts`),
 * which takes a part of the time that migrating anew does. What migrating does itself is tested in `db`.
 */
export default async function templates() {
	// Each project of the tests asks for them; the first makes them for all.
	if (process.env['TEST_TEMPLATE_SQLITE']) return;
	const folder = mkdtempSync(join(tmpdir(), 'meedoen-template-'));
	const path = join(folder, 'portal.db');
	await openSqlite(path).close();
	process.env['TEST_TEMPLATE_SQLITE'] = path;
	const server = process.env['TEST_DATABASE_URL'];
	if (server) await onPostgres(server);
	return () => {
		rmSync(folder, { recursive: true });
	};
}

async function onPostgres(server: string) {
	const client = new Client({ connectionString: server });
	await client.connect();
	await client.query('drop database if exists meedoen_template');
	await client.query('create database meedoen_template');
	await client.end();
	const url = new URL(server);
	url.pathname = '/meedoen_template';
	await (await openPostgres(url.href)).close();
	process.env['TEST_TEMPLATE_POSTGRES'] = 'meedoen_template';
}
