import { type SQL, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachEngine, type World } from '../test-world.ts';
import * as auditChain from './audit-chain.ts';
import type { Db, Store } from './store.ts';

const at = Date.parse('2026-11-23T10:00:00Z');

eachEngine('the audit chain', (open) => {
	let world: World;
	let store: Store;

	beforeEach(async () => {
		world = await open();
		({ store } = world.portal);
		await Promise.all(Array.from({ length: 40 }, (_, nth) => write(nth, 1)));
		for (let nth = 40; nth < 60; nth += 1) await write(nth, 3);
	});
	afterEach(() => world.close());

	async function write(nth: number, lines: number) {
		await store.write(at + nth, async (_tx, log) => {
			for (let line = 0; line < lines; line += 1) {
				const detail = { z: nth, a: 'ትግርኛ "quoted"', line, none: null, yes: true };
				log({ actor: `actor-${nth}`, action: 'test.line', subject: `s-${nth}`, detail });
			}
		});
	}

	const firstBreak = () => auditChain.firstBreak(store.read, store.t);

	it('is whole after 100 lines, many of them written at the same time', async () => {
		expect(await firstBreak()).toBeNull();
		const rows = await store.read.select().from(store.t.audit).orderBy(store.t.audit.number);
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
	});

	describe('found at the right line when somebody with the database', () => {
		const tamperings: Record<string, readonly [number, readonly SQL[]]> = {
			'changes who did it': [50, [sql`update audit set actor = 'x' where number = 50`]],
			'changes what was done': [1, [sql`update audit set action = 'x' where number = 1`]],
			'changes to what': [100, [sql`update audit set subject = 'x' where number = 100`]],
			'changes when': [7, [sql`update audit set at = at + 1 where number = 7`]],
			'changes whom it concerned': [9, [sql`update audit set person_id = 'x' where number = 9`]],
			'changes a detail': [12, [sql`update audit set detail = '{"z": 1}' where number = 12`]],
			'changes a hash': [33, [sql`update audit set hash = previous_hash where number = 33`]],
			'removes the first line': [1, [sql`delete from audit where number = 1`]],
			'removes a line': [51, [sql`delete from audit where number = 51`]],
			'removes a line and closes the gap': [
				51,
				[
					sql`delete from audit where number = 51`,
					sql`update audit set number = -number where number > 51`,
					sql`update audit set number = -number - 1 where number < 0`,
				],
			],
			'swaps two lines': [
				20,
				[
					sql`update audit set number = 1000 where number = 20`,
					sql`update audit set number = 20 where number = 21`,
					sql`update audit set number = 21 where number = 1000`,
				],
			],
			'adds a line in front': [
				1,
				[
					sql`insert into audit select 0, at, actor, action, subject, person_id, detail, previous_hash, hash from audit where number = 1`,
				],
			],
			'adds a line at the end': [
				101,
				[
					sql`insert into audit select 101, at, actor, action, subject, person_id, detail, hash, hash from audit where number = 100`,
				],
			],
			'writes a line in between': [
				61,
				[
					sql`update audit set number = -number where number > 60`,
					sql`update audit set number = 1 - number where number < 0`,
					sql`insert into audit select 61, at, actor, action, subject, person_id, detail, hash, hash from audit where number = 60`,
				],
			],
		};
		it.each(Object.entries(tamperings))('%s', async (_, [number, statements]) => {
			await withoutTriggers(statements);
			expect(await firstBreak()).toBe(number);
		});
	});

	async function withoutTriggers(statements: readonly SQL[]) {
		const drops =
			store.engine === 'sqlite'
				? [sql`drop trigger audit_stays`, sql`drop trigger audit_kept`]
				: [sql`drop trigger audit_stays on audit`];
		await store.touch(async (tx) => {
			for (const statement of [...drops, ...statements]) await raw(tx, statement);
		});
	}

	function raw(tx: Db, statement: SQL): Promise<unknown> {
		if (store.engine === 'sqlite') return Promise.resolve(tx.run(statement));
		return (tx as unknown as { execute(what: SQL): Promise<unknown> }).execute(statement);
	}
});
