import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as auditChain from '../db/audit-chain.ts';
import { withScratchDatabase } from '../db/postgres-snapshot.ts';
import { openPostgres } from '../db/postgres-store.ts';
import { openSqlite } from '../db/sqlite-store.ts';
import { newId } from '../id.ts';
import { addPerson, eachEngine, type World } from '../test-world.ts';
import * as backup from './backup.ts';

const at = Date.parse('2026-11-23T10:15:00Z');
const minute = 60_000;

let backups: string;
beforeEach(async () => {
	backups = await mkdtemp(join(tmpdir(), 'backups-'));
});
afterEach(() => rm(backups, { recursive: true }));

eachEngine('backup', (open) => {
	let world: World;
	let place: backup.Place;
	beforeEach(async () => {
		world = await open();
		const { portal, database, folder } = world;
		const { keyring, tenant } = portal;
		place = { tenantId: tenant.id, database, folder: dirname(folder), backups, keyring };
	});
	afterEach(() => world.close());

	const make = (now = at) => backup.make(place, world.portal.store, now);

	async function addPeople(count: number): Promise<string> {
		let id = '';
		for (let nth = 0; nth < count; nth += 1) id = (await addPerson(world.portal)).id;
		return id;
	}

	async function addProof(personId: string): Promise<string> {
		const id = newId();
		await world.portal.files.put(id, randomBytes(5000));
		const { store } = world.portal;
		const { hourEntries, proofs } = store.t;
		const entryId = newId();
		await store.write(at, async (tx, log) => {
			await tx.insert(hourEntries).values(entryOf(entryId, personId));
			await tx.insert(proofs).values(proofOf(id, entryId, personId));
			log({ actor: 'test', action: 'test.proof', subject: id, personId });
		});
		return id;
	}

	it('is whole when it is tried, down to each row, file and sealed number', async () => {
		const personId = await addPeople(3);
		await addProof(personId);
		const name = await make();
		expect(name).toBe('2026-11-23T10-15-00Z');
		const verdict = await backup.verify(place, name);
		expect(verdict.problems).toEqual([]);
		expect(verdict).toMatchObject({ files: 1, opened: 4 });
		expect(verdict.rows).toBeGreaterThan(8);
	});

	it('shows nothing of anybody to who has no keys', async () => {
		await addPeople(1);
		const name = await make();
		const folder = join(backups, 'heerenveen', name);
		for (const file of await readdir(folder)) {
			const bytes = await readFile(join(folder, file));
			expect(bytes.includes('Haile')).toBe(false);
			expect(bytes.includes('SQLite format')).toBe(false);
		}
	});

	it('leaves nothing plain behind', async () => {
		await addPeople(1);
		await make();
		expect((await readdir(place.folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
		expect(await readdir(join(backups, 'heerenveen'))).toHaveLength(2);
	});

	it('takes away the plain copy that a killed backup left, an hour later', async () => {
		await addPeople(1);
		const left = join(place.folder, '.snapshot.0123456789ab.tmp');
		await writeFile(left, 'SQLite format');
		const mtimeMs = Math.ceil((await stat(left)).mtimeMs);
		await make(mtimeMs + 30 * minute);
		expect(existsSync(left)).toBe(true);
		await make(mtimeMs + 61 * minute);
		expect(existsSync(left)).toBe(false);
	});

	it('is as of one moment while people go on writing', async () => {
		await addPeople(1);
		const writing = (async () => {
			for (let nth = 0; nth < 20; nth += 1) await addProof(await addPeople(1));
		})();
		const names: string[] = [];
		for (let nth = 0; nth < 4; nth += 1) names.push(await make(at + nth * minute));
		await writing;
		names.push(await make(at + 10 * minute));
		for (const name of names) {
			const { problems } = await backup.verify(place, name);
			// A photo sent between snapshot and copying has its file and not yet its row: no problem either.
			expect(problems).toEqual([]);
		}
	});

	it.each(['database.sealed', 'manifest.sealed'])('sees one changed bit in %s', async (file) => {
		await addPeople(2);
		const name = await make();
		const path = join(backups, 'heerenveen', name, file);
		const bytes = await readFile(path);
		const middle = Math.floor(bytes.length / 2);
		bytes[middle] = (bytes[middle] ?? 0) ^ 1;
		await writeFile(path, bytes);
		await expect(backup.verify(place, name)).rejects.toThrow(backup.BackupProblem);
	});

	it('sees a photo that changed or is missing', async () => {
		const personId = await addPeople(1);
		await addProof(personId);
		await addProof(personId);
		const name = await make();
		const pool = join(backups, 'heerenveen', 'files');
		const [first = '', second = ''] = await readdir(pool);
		await writeFile(join(pool, first), 'something else');
		await unlink(join(pool, second));
		const { problems } = await backup.verify(place, name);
		expect(problems.map((each) => each.replace(/ proofs\/\S+/, ''))).toEqual(
			expect.arrayContaining(['the file has changed', 'the file is missing']),
		);
	});

	it('raises an alarm when a row has lost its photo', async () => {
		const id = await addProof(await addPeople(1));
		await world.portal.files.remove(id);
		await expect(make()).rejects.toThrow(`The file proofs/${id} is gone.`);
		expect(await backup.all(place)).toEqual([]);
	});

	it('is never laid over data that are there', async () => {
		await addPeople(1);
		const name = await make();
		await expect(backup.restore(place, name)).rejects.toThrow('has data');
	});

	it('comes back whole in another place: rows, photos, audit chain', async () => {
		const personId = await addPeople(2);
		const proofId = await addProof(personId);
		const photo = await world.portal.files.get(proofId);
		const name = await make();
		await elsewhere(place, async (there, openStore) => {
			await backup.restore(there, name);
			const store = await openStore();
			try {
				expect(await store.read.select().from(store.t.people)).toHaveLength(2);
				expect(await auditChain.firstBreak(store.read, store.t)).toBeNull();
			} finally {
				await store.close();
			}
			const file = await readFile(join(there.folder, 'proofs', proofId));
			expect(file.equals(await readFile(join(world.folder, proofId)))).toBe(true);
			expect(photo).not.toBeNull();
		});
	});

	it('of the version before comes back whole, and is brought to the present one', async () => {
		await addPeople(2);
		await asOneVersionBefore(world);
		const name = await make();
		expect((await backup.verify(place, name)).problems).toEqual([]);
		await elsewhere(place, async (there, openStore) => {
			await backup.restore(there, name);
			const store = await openStore();
			try {
				expect(await store.read.select().from(store.t.people)).toHaveLength(2);
				expect(await store.read.select().from(store.t.accounts)).toEqual([]);
				expect(await store.read.select().from(store.t.agendaItems)).toEqual([]);
			} finally {
				await store.close();
			}
		});
	});

	it('raises an alarm when a photo is gone and only what it was made from is left', async () => {
		const id = await addProof(await addPeople(1));
		await world.portal.quarantine.put(id, randomBytes(5000));
		await world.portal.files.remove(id);
		await expect(make()).rejects.toThrow(`The file proofs/${id} is gone.`);
	});

	it('reads a photo that did not change only once, and clears what is too old', async () => {
		const personId = await addPeople(1);
		const kept = await addProof(personId);
		await make();
		const day = 24 * 60 * minute;
		await make(at + 40 * day);
		expect(await backup.clear(place, 30, at + 40 * day)).toBe(1);
		const [file = ''] = await readdir(join(backups, 'heerenveen', 'files'));
		expect(file).toContain(kept);
		expect((await backup.verify(place, '2027-01-02T10-15-00Z')).problems).toEqual([]);
	});
});

function entryOf(id: string, personId: string) {
	const declared = { activity: 'taalcafe', organisation: 'Buurthuis', doneOn: '2026-11-20' };
	const answers = { declaredMinutes: 120, dutchSpoken: true, together: true };
	const state = { state: 'received' as const, confirmedMinutes: 0, receivedAt: at, changedAt: at };
	return { id, personId, contentHash: id, receiptNumber: id, ...declared, ...answers, ...state };
}

function proofOf(id: string, entryId: string, personId: string) {
	const picture = { contentType: 'image/jpeg', byteCount: 5000, sha256: id, width: 10, height: 10 };
	return { id, entryId, personId, ...picture, storedAt: at };
}

/**
 * Takes the newest migration back, so that the database is as an earlier version of the portal left it. Whoever adds a
 * migration writes here how that one is taken back.
 */
async function asOneVersionBefore({ database }: World) {
	const journal = JSON.parse(await readFile('drizzle/sqlite/meta/_journal.json', 'utf8')) as {
		entries: { tag: string }[];
	};
	expect(journal.entries.at(-1)?.tag).toBe('0030_parcels');
	const takenBack = 'drop table parcels';
	if (database.engine === 'sqlite') {
		const file = new Database(database.path);
		file.exec(takenBack);
		file.exec(
			'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)',
		);
		file.close();
		return;
	}
	const client = new Client({ connectionString: database.url });
	await client.connect();
	await client.query(takenBack);
	await client.query(
		'delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)',
	);
	await client.end();
}

/** Lends a place with the same backups and keys and no data. */
async function elsewhere(
	place: backup.Place,
	work: (there: backup.Place, openStore: () => Promise<World['portal']['store']>) => Promise<void>,
) {
	const folder = await mkdtemp(join(tmpdir(), 'elsewhere-'));
	const { database } = place;
	try {
		if (database.engine === 'sqlite') {
			const path = join(folder, 'portal.db');
			const there = { ...place, folder, database: { engine: 'sqlite', path } as const };
			await work(there, async () => openSqlite(path));
			expect(existsSync(path)).toBe(true);
			return;
		}
		const name = `test_elsewhere_${randomBytes(4).toString('hex')}`;
		await withScratchDatabase(database.url, name, async (url) => {
			const there = { ...place, folder, database: { engine: 'postgres', url } as const };
			await work(there, () => openPostgres(url));
		});
	} finally {
		await rm(folder, { recursive: true });
	}
}
