import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/**
 * The columns from which every table is built, once per engine. Instants are whole milliseconds UTC, calendar days
 * and ids are text, so that a value reads the same from either engine.
 */
export const sqliteColumns = {
	table: sqlite.sqliteTable,
	index: sqlite.index,
	uniqueIndex: sqlite.uniqueIndex,
	primaryKey: sqlite.primaryKey,
	text: () => sqlite.text(),
	whole: () => sqlite.integer(),
	instant: () => sqlite.integer(),
	bool: () => sqlite.integer({ mode: 'boolean' }),
	json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
};

/** The same columns in PostgreSQL; `instant` is a bigint read as a number (safe until the year 287396). */
export const postgresColumns = {
	table: pg.pgTable,
	index: pg.index,
	uniqueIndex: pg.uniqueIndex,
	primaryKey: pg.primaryKey,
	text: () => pg.text(),
	whole: () => pg.integer(),
	instant: () => pg.bigint({ mode: 'number' }),
	bool: () => pg.boolean(),
	json: <T>() => pg.jsonb().$type<T>(),
};

export type Columns = typeof sqliteColumns;
