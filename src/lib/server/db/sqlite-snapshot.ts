import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteSchema } from './schema.ts';
import { countRows, type RowCounts } from './snapshot.ts';
import type { Db } from './store.ts';

/**
 * Writes the whole database at `from` as of one moment into the new file `into`, while others go on writing. Once
 * resolved it is on the disk: `VACUUM INTO` itself does not wait for that.
 */
export async function snapshotSqlite(from: string, into: string): Promise<RowCounts> {
	const source = new Database(from, { readonly: true });
	try {
		source.prepare('vacuum into ?').run(into);
	} finally {
		source.close();
	}
	const handle = await open(into, 'r+');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
	return (await inspectSqlite(into)).rows;
}

/** What a database file says of itself: whether its pages are whole, how many references are broken, its rows. */
export async function inspectSqlite(path: string): Promise<{
	readonly isWhole: boolean;
	readonly brokenReferences: number;
	readonly rows: RowCounts;
}> {
	const file = new Database(path, { readonly: true, fileMustExist: true });
	try {
		const isWhole = file.pragma('integrity_check', { simple: true }) === 'ok';
		const references = file.pragma('foreign_key_check') as readonly unknown[];
		const db = drizzle(file, { schema: sqliteSchema, casing: 'snake_case' }) as unknown as Db;
		const names = file.prepare("select name from sqlite_master where type = 'table'").pluck().all();
		const rows = await countRows(db, sqliteSchema, new Set(names as string[]));
		return { isWhole, brokenReferences: references.length, rows };
	} finally {
		file.close();
	}
}
