import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Schema } from './schema.ts';

/**
 * A handle to query with. The type is SQLite's because all types come from that side; queries are only ever
 * awaited, so that the same code runs on PostgreSQL.
 */
export type Db = BaseSQLiteDatabase<'async', unknown, Schema>;

/** What happened, for the audit chain: who did what to what, and whom it concerned. Never personal content. */
export interface AuditLine {
	readonly actor: string;
	readonly action: string;
	readonly subject: string;
	readonly personId?: string;
	readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export type Log = (line: AuditLine) => void;

/**
 * One tenant's database. `read` cannot write. `write` runs one short transaction: all of it or nothing, on disk
 * when the promise resolves; a transaction that changes what the portal knows must log at least one line.
 * `touch` is for bookkeeping that is no fact about anybody (the last use of a sign-in, a draft, a kept form).
 */
export interface Store {
	readonly engine: 'sqlite' | 'postgres';
	readonly t: Schema;
	readonly read: Db;
	write<T>(now: number, work: (tx: Db, log: Log) => Promise<T>): Promise<T>;
	touch<T>(work: (tx: Db) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** A store that cannot be used, in one sentence for the operator. */
export class StoreProblem extends Error {
	override readonly name = 'StoreProblem';
}

/** Why a database cannot be opened, in one sentence; an unreachable server says so only in its code. */
export function cannotOpen(name: string, problem: unknown): StoreProblem {
	if (problem instanceof StoreProblem) return problem;
	const { message = '', code = '' } = problem as { message?: string; code?: string };
	const [why = ''] = (message || code || String(problem)).split('\n');
	return new StoreProblem(`The database ${name} cannot be opened: ${why.replace(/\.$/, '')}.`);
}
