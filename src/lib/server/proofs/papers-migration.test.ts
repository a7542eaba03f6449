import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../db/sqlite-store.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'papers-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('photos from before papers could be sent keep their size', async () => {
	const path = join(folder, 'portal.db');
	const before = new Database(path);
	migrate(drizzle(before), { migrationsFolder: migrationsBefore('papers') });
	before.exec(`insert into hour_entries (id, person_id, content_hash, receipt_number, activity, organisation, done_on,
			declared_minutes, dutch_spoken, together, state, confirmed_minutes, received_at, changed_at)
		values ('e', 'amina', 'x', 'R-1', 'volunteering', 'Kringloop', '2026-11-20', 60, 1, 1, 'received', 0, 1, 1);
		insert into proofs (id, person_id, entry_id, content_type, byte_count, sha256, width, height, stored_at)
		values ('p', 'amina', 'e', 'image/jpeg', 9, 'x', 640, 480, 1)`);
	before.close();

	const store = openSqlite(path);
	const [proof] = await store.read.select().from(store.t.proofs);
	expect(proof).toMatchObject({ id: 'p', width: 640, height: 480, pageCount: null, storedAt: 1 });
	await store.close();
});

/** The migrations as they were before the one of this name. */
function migrationsBefore(name: string): string {
	const older = join(folder, 'migrations');
	cpSync('drizzle/sqlite', older, { recursive: true });
	const path = join(older, 'meta/_journal.json');
	const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
	const from = journal.entries.findIndex(({ tag }) => tag.endsWith(`_${name}`));
	expect(from).toBeGreaterThan(0);
	writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, from) }));
	return older;
}
