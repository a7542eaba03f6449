import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as auditChain from './audit-chain.ts';
import { refuseNewer } from './migrations.ts';
import { alone, refuseNesting } from './nesting.ts';
import { sqliteSchema } from './schema.ts';
import { type AuditLine, cannotOpen, type Db, type Store, StoreProblem } from './store.ts';

/**
 * What every connection must say of itself. FULL and not NORMAL: after a power cut NORMAL loses acknowledged
 * commits. Read back after setting, since a pragma that is not understood is silently ignored.
 */
const pragmas = {
	journal_mode: 'wal',
	synchronous: 2,
	foreign_keys: 1,
	// Without it INSERT OR REPLACE deletes a row past the triggers that keep the ledgers append-only.
	recursive_triggers: 1,
	busy_timeout: 5000,
	trusted_schema: 0,
	secure_delete: 1,
	cell_size_check: 1,
	temp_store: 2,
} as const;

/** Opens the database of one tenant at `path`, brings it to the present schema, and gives its store. */
export function openSqlite(path: string): Store {
	const opened: Database.Database[] = [];
	try {
		mkdirSync(dirname(path), { recursive: true });
		const writer = connect(path, opened);
		refuseNewer('sqlite', appliedMigrations(writer), path);
		migrate(drizzle(writer, { casing: 'snake_case' }), { migrationsFolder: './drizzle/sqlite' });
		return storeOn(writer, connect(path, opened, { readonly: true }));
	} catch (problem) {
		for (const connection of opened) connection.close();
		throw cannotOpen(path, problem);
	}
}

function storeOn(writer: Database.Database, reader: Database.Database): Store {
	const t = sqliteSchema;
	const tx = asDb(writer);
	writer.pragma(`busy_timeout = ${attemptMs}`);
	let queue: Promise<unknown> = Promise.resolve();

	async function transaction<T>(work: () => Promise<T>): Promise<T> {
		refuseNesting();
		const turn = queue.then(async () => {
			await begin(writer);
			try {
				const result = await alone(work);
				writer.exec('COMMIT');
				return result;
			} catch (problem) {
				if (writer.inTransaction) writer.exec('ROLLBACK');
				throw problem;
			}
		});
		queue = turn.catch(() => undefined);
		return turn;
	}

	return {
		engine: 'sqlite',
		t,
		read: asDb(reader),
		write: (now, work) =>
			transaction(async () => {
				const lines: AuditLine[] = [];
				const result = await work(tx, (line) => lines.push(line));
				if (lines.length === 0) throw new Error('a transaction ended without an audit line');
				await auditChain.append(tx, t, lines, now);
				return result;
			}),
		touch: (work) => transaction(() => work(tx)),
		async close() {
			await queue;
			reader.close();
			writer.pragma(`busy_timeout = ${pragmas.busy_timeout}`);
			writer.pragma('wal_checkpoint(TRUNCATE)');
			writer.close();
		},
	};
}

/** So long, in milliseconds, one attempt stands still; and so many attempts, half a minute in all. */
const [attemptMs, mostAttempts] = [50, 300];

/**
 * Begins a transaction. While another process writes (a round of the portal, an operator's command) it tries again
 * and again and lets everybody else go on in between, since waiting inside SQLite stops the whole process. Throws
 * SQLITE_BUSY after half a minute.
 */
async function begin(writer: Database.Database) {
	for (let attempt = 1; ; attempt += 1) {
		try {
			writer.exec('BEGIN IMMEDIATE');
			return;
		} catch (problem) {
			const isBusy = problem instanceof Database.SqliteError && /^SQLITE_BUSY/.test(problem.code);
			if (!isBusy || attempt === mostAttempts) throw problem;
			await setTimeout(attemptMs);
		}
	}
}

/** better-sqlite3 answers at once and drizzle types that; everybody awaits, so it may pass for asynchronous. */
function asDb(connection: Database.Database): Db {
	return drizzle(connection, { schema: sqliteSchema, casing: 'snake_case' }) as unknown as Db;
}

function connect(
	path: string,
	opened: Database.Database[],
	options: { readonly?: boolean } = {},
): Database.Database {
	const connection = new Database(path, options);
	opened.push(connection);
	for (const [name, value] of Object.entries(pragmas)) set(connection, name, value, path);
	return connection;
}

function set(connection: Database.Database, name: string, value: string | number, path: string) {
	connection.pragma(`${name} = ${value}`);
	const now = connection.pragma(name, { simple: true });
	if (now !== value) {
		throw new StoreProblem(
			`The database ${path} refuses ${name} = ${value}: it says ${String(now)}.`,
		);
	}
}

function appliedMigrations(connection: Database.Database): number {
	const table = connection
		.prepare("select name from sqlite_master where name = '__drizzle_migrations'")
		.get();
	if (!table) return 0;
	const row = connection.prepare('select count(*) as n from __drizzle_migrations').get();
	return (row as { n: number }).n;
}
