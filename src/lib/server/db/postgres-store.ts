import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { logger } from '../logger.ts';
import * as auditChain from './audit-chain.ts';
import { refuseNewer } from './migrations.ts';
import { alone, refuseNesting } from './nesting.ts';
import { postgresSchema, type Schema } from './schema.ts';
import { type AuditLine, cannotOpen, type Db, type Store, StoreProblem } from './store.ts';

/** Any number that no other application on the cluster locks by: serialises migrations and the audit chain. */
const migrationLock = 771_201;
const auditLock = 771_202;

/** Opens the PostgreSQL database of one tenant at `url`, brings it to the present schema, and gives its store. */
export async function openPostgres(url: string): Promise<Store> {
	const name = new URL(url).pathname.slice(1);
	const writers = pool(url, name);
	const readers = pool(url, name, '-c default_transaction_read_only=on');
	try {
		await migrateOnce(writers, name);
		await expectReadOnly(readers, name);
		return storeOn(writers, readers);
	} catch (problem) {
		await Promise.all([writers.end(), readers.end()]);
		throw cannotOpen(name, problem);
	}
}

/** A connection that breaks while nobody uses it is replaced by the pool; unheard, its error would end the process. */
function pool(connectionString: string, name: string, options?: string): Pool {
	const made = new Pool({ connectionString, max: 10, ...(options ? { options } : {}) });
	made.on('error', (problem) => {
		logger().warn({ database: name, lost: (problem as { code?: string }).code ?? problem.name });
	});
	return made;
}

/** Options in the address win over ours, and a pooler in between may drop them: so it is asked. */
async function expectReadOnly(readers: Pool, name: string) {
	const { rows } = await readers.query<{ transaction_read_only: string }>(
		'show transaction_read_only',
	);
	if (rows[0]?.transaction_read_only !== 'on') {
		throw new StoreProblem(`The database ${name} lets a reading connection write.`);
	}
}

function storeOn(writers: Pool, readers: Pool): Store {
	const t: Schema = postgresSchema;
	const options = { schema: postgresSchema, casing: 'snake_case' } as const;
	const writer = drizzle(writers, options);

	async function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
		refuseNesting();
		return writer.transaction((tx) => alone(() => work(tx as unknown as Db)));
	}

	return {
		engine: 'postgres',
		t,
		read: drizzle(readers, options) as unknown as Db,
		write: (now, work) =>
			transaction(async (tx) => {
				const lines: AuditLine[] = [];
				const result = await work(tx, (line) => lines.push(line));
				if (lines.length === 0) throw new Error('a transaction ended without an audit line');
				await lockAudit(tx);
				await auditChain.append(tx, t, lines, now);
				return result;
			}),
		touch: transaction,
		async close() {
			await Promise.all([writers.end(), readers.end()]);
		},
	};
}

/** Lines of the chain are added one transaction at a time, whichever instance it runs on. */
async function lockAudit(tx: Db) {
	const own = tx as unknown as NodePgDatabase;
	await own.execute(sql`select pg_advisory_xact_lock(${auditLock})`);
}

/** Several instances may start at once: the lock lets one migrate and the others find it done. */
async function migrateOnce(writers: Pool, name: string) {
	const client = await writers.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [migrationLock]);
		const { rows } = await client.query<{ found: string | null }>(
			"select to_regclass('drizzle.__drizzle_migrations') as found",
		);
		if (rows[0]?.found) {
			const counted = await client.query<{ n: number }>(
				'select count(*)::int as n from drizzle.__drizzle_migrations',
			);
			refuseNewer('postgres', counted.rows[0]?.n ?? 0, name);
		}
		await migrate(drizzle(client, { casing: 'snake_case' }), {
			migrationsFolder: './drizzle/postgres',
		});
	} finally {
		await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
		client.release();
	}
}
