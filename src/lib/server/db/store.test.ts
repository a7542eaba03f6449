import { join } from 'node:path';
import Database from 'better-sqlite3';
import { count, eq, type SQL, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPerson, addPlan, eachEngine, type World } from '../test-world.ts';
import type { Db, Store } from './store.ts';

const at = Date.parse('2026-11-23T10:00:00Z');

eachEngine('a store', (open) => {
	let world: World;
	let store: Store;

	beforeEach(async () => {
		world = await open();
		({ store } = world.portal);
	});
	afterEach(() => world.close());

	it('keeps all of a write or nothing, also when 50 of 200 at once break off halfway', async () => {
		const { hourDrafts, hourEntries } = store.t;
		const outcomes = await Promise.allSettled(
			Array.from({ length: 200 }, (_, nth) =>
				store.write(at + nth, async (tx, log) => {
					await tx.insert(hourDrafts).values(draft(`draft-${nth}`));
					log({ actor: 'test', action: 'test.write', subject: `entry-${nth}` });
					if (nth % 4 === 0) throw new RangeError('halfway');
					await tx.insert(hourEntries).values(entry(`entry-${nth}`));
				}),
			),
		);
		const refused = outcomes.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(50);
		expect(refused.every((one) => 'reason' in one && one.reason instanceof RangeError)).toBe(true);
		expect(await rows(store, 'hourDrafts')).toBe(150);
		expect(await rows(store, 'hourEntries')).toBe(150);
		expect(await rows(store, 'audit')).toBe(150);
		const numbers = await store.read.select({ n: store.t.audit.number }).from(store.t.audit);
		expect(numbers.map(({ n }) => n).sort((a, b) => a - b)).toEqual(
			Array.from({ length: 150 }, (_, nth) => nth + 1),
		);
	});

	it('cannot be written to outside a write', async () => {
		const { hourDrafts } = store.t;
		const refusal = /readonly|read-only/;
		await expectRefusal(() => store.read.insert(hourDrafts).values(draft('a')), refusal);
		await expectRefusal(() => store.read.delete(hourDrafts), refusal);
		expect(await rows(store, 'hourDrafts')).toBe(0);
	});

	it('refuses a write that says nothing to the audit chain, and keeps nothing of it', async () => {
		const silent = store.write(at, async (tx) => {
			await tx.insert(store.t.hourDrafts).values(draft('a'));
		});
		await expect(silent).rejects.toThrow('without an audit line');
		expect(await rows(store, 'hourDrafts')).toBe(0);
	});

	it('keeps drafts without an audit line, and none of one that broke off', async () => {
		await store.touch(async (tx) => tx.insert(store.t.hourDrafts).values(draft('a')));
		const broken = store.touch(async (tx) => {
			await tx.insert(store.t.hourDrafts).values(draft('b'));
			throw new RangeError('halfway');
		});
		await expect(broken).rejects.toThrow(RangeError);
		expect(await rows(store, 'hourDrafts')).toBe(1);
		expect(await rows(store, 'audit')).toBe(0);
	});

	it('refuses a transaction inside another at once, and goes on', async () => {
		const nested = store.write(at, async (_tx, log) => {
			log({ actor: 'test', action: 'test.outer', subject: 'a' });
			await store.touch(async () => undefined);
		});
		await expect(nested).rejects.toThrow('inside another');
		await store.touch(async (tx) => tx.insert(store.t.hourDrafts).values(draft('a')));
		expect(await rows(store, 'hourDrafts')).toBe(1);
		expect(await rows(store, 'audit')).toBe(0);
	});

	it('shows a reader nothing of a write that is not done yet', async () => {
		await store.touch(async (tx) => {
			await tx.insert(store.t.hourDrafts).values(draft('a'));
			expect(await rows(store, 'hourDrafts')).toBe(0);
		});
		expect(await rows(store, 'hourDrafts')).toBe(1);
	});

	it('only ever adds to the audit chain, the hours ledger and the published plans', async () => {
		const person = await addPerson(world.portal);
		await addPlan(world.portal, person.id, '2026-01-05');
		await store.write(at, async (tx, log) => {
			await tx.insert(store.t.hourEntries).values(entry('entry'));
			await tx.insert(store.t.hourEvents).values(event('event', 'entry'));
			log({ actor: 'test', action: 'test.write', subject: 'entry' });
		});
		const { audit, hourEvents, pips } = store.t;
		const attempts: ((tx: Db) => PromiseLike<unknown>)[] = [
			(tx) => tx.update(audit).set({ actor: 'somebody else' }),
			(tx) => tx.delete(audit).where(eq(audit.number, 1)),
			(tx) => tx.update(hourEvents).set({ minutes: 6000 }),
			(tx) => tx.delete(hourEvents),
			(tx) => tx.update(pips).set({ dagtekeningOn: '2025-01-05' }),
			(tx) => tx.delete(pips),
		];
		const statements =
			store.engine === 'sqlite'
				? [
						sql`insert or replace into audit select number, at, 'somebody else', action, subject, person_id, detail, previous_hash, hash from audit`,
						sql`insert or replace into hour_events select id, entry_id, person_id, number, kind, 6000, reason, note_sealed, actor, at, undoes from hour_events`,
					]
				: [sql`truncate audit`, sql`truncate hour_events cascade`, sql`truncate pips cascade`];
		for (const attempt of [
			...attempts,
			...statements.map((one) => (tx: Db) => raw(store, tx, one)),
		])
			await expectRefusal(() => store.touch(async (tx) => attempt(tx)), /is append-only/);
		const [written] = await store.read.select().from(hourEvents);
		expect(written?.minutes).toBe(60);
		expect(await rows(store, 'audit')).toBe(3);
		expect(await rows(store, 'pips')).toBe(1);
	});

	it('outlives the loss of a connection that nobody was using', async ({ skip }) => {
		skip(store.engine === 'sqlite', 'a file has no connection to lose');
		await Promise.all([rows(store, 'audit'), rows(store, 'people'), store.touch(async () => 1)]);
		const others = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
		await store.touch((tx) => raw(store, tx, others));
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(await rows(store, 'audit')).toBe(0);
		await store.touch(async (tx) => tx.insert(store.t.hourDrafts).values(draft('a')));
		expect(await rows(store, 'hourDrafts')).toBe(1);
	});

	it('waits for another process that writes, and lets everybody else go on', async ({ skip }) => {
		if (world.database.engine === 'postgres') return skip('many write there at once');
		const other = new Database(world.database.path);
		other.exec('BEGIN IMMEDIATE');
		const written = store.touch(async (tx) => tx.insert(store.t.hourDrafts).values(draft('a')));
		// In this very process: it can only fire because the wait does not stand still.
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(await rows(store, 'hourDrafts')).toBe(0);
		other.exec('COMMIT');
		other.close();
		await written;
		expect(await rows(store, 'hourDrafts')).toBe(1);
	});

	it('writes through to the disk and reads its settings back', async ({ skip }) => {
		skip(store.engine === 'postgres', 'durability is a setting of that server');
		const own = await store.touch(async (tx) => ({
			synchronous: await tx.get(sql`pragma synchronous`),
			foreignKeys: await tx.get(sql`pragma foreign_keys`),
			busy: await tx.get(sql`pragma busy_timeout`),
			journal: await tx.get(sql`pragma journal_mode`),
			secureDelete: await tx.get(sql`pragma secure_delete`),
			recursive: await tx.get(sql`pragma recursive_triggers`),
		}));
		expect(own).toEqual({
			synchronous: { synchronous: 2 },
			foreignKeys: { foreign_keys: 1 },
			busy: { timeout: 50 },
			journal: { journal_mode: 'wal' },
			secureDelete: { secure_delete: 1 },
			recursive: { recursive_triggers: 1 },
		});
		const other = new Database(join(world.folder, '..', 'portal.db'), { readonly: true });
		expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
		other.close();
	});
});

async function rows(
	store: Store,
	table: 'audit' | 'hourDrafts' | 'hourEntries' | 'pips' | 'people',
) {
	const [row] = await store.read.select({ n: count() }).from(store.t[table]);
	return row?.n;
}

function raw(store: Store, tx: Db, statement: SQL): Promise<unknown> {
	if (store.engine === 'sqlite') return Promise.resolve(tx.run(statement));
	return (tx as unknown as { execute(what: SQL): Promise<unknown> }).execute(statement);
}

/** The reason stands in the error itself on one engine and in its cause on the other. */
async function expectRefusal(attempt: () => PromiseLike<unknown>, reason: RegExp) {
	const problem: unknown = await Promise.resolve()
		.then(attempt)
		.then(
			() => null,
			(refusal: unknown) => refusal,
		);
	expect(problem).toBeInstanceOf(Error);
	const { message, cause } = problem as Error;
	expect(`${message} ${cause instanceof Error ? cause.message : ''}`).toMatch(reason);
}

const draft = (id: string) => ({ id, personId: 'a', fields: {}, updatedAt: at });

const entry = (id: string) => ({
	id,
	personId: 'a',
	contentHash: 'hash',
	receiptNumber: id,
	activity: 'volunteering',
	organisation: 'Kringloop',
	doneOn: '2026-11-20',
	declaredMinutes: 60,
	dutchSpoken: true,
	together: true,
	state: 'received' as const,
	confirmedMinutes: 0,
	receivedAt: at,
	changedAt: at,
});

const event = (id: string, entryId: string) => ({
	id,
	entryId,
	personId: 'a',
	number: 1,
	kind: 'declared' as const,
	minutes: 60,
	actor: 'a',
	at,
});
