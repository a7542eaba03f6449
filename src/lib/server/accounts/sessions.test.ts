import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, type World } from '../test-world.ts';
import * as accounts from './accounts.ts';
import * as sessions from './sessions.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const [second, minute, hour] = [1000, 60_000, 3_600_000];

eachEngine('a sign-in', (open) => {
	let world: World;
	let portal: Portal;
	let resident: accounts.Account;
	let staff: accounts.Account;

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		await addPerson(portal, { bsn: '999990019' });
		resident = must(
			await accounts.ofResident(portal, { issuer: 'i', subject: 'r', bsn: '999990019' }, at),
		);
		staff = must(
			await accounts.ofStaff(
				portal,
				{
					issuer: 'i',
					subject: 's',
					name: 'Kim',
					email: null,
					roles: ['klantmanager'],
					gemeentecodes: ['0074'],
				},
				at,
			),
		);
	});
	afterEach(() => world.close());

	const state = async (token: string, now: number) =>
		(await sessions.find(portal, token, now)).state;

	it('is found by its token, with whose it is', async () => {
		const token = await sessions.start(portal, resident, at, 'a.provider.token');
		const found = await sessions.find(portal, token, at);
		expect(found).toMatchObject({ state: 'alive', account: { id: resident.id } });
		expect(found).toHaveProperty('session.idToken', 'a.provider.token');
		expect(found).not.toHaveProperty('session.secretHash');
	});

	it('keeps neither its secret nor the token of the provider readably', async () => {
		const bsnInside = Buffer.from('{"bsn":"999990019"}').toString('base64url');
		const token = await sessions.start(portal, resident, at, `head.${bsnInside}.signature`);
		const [id = '', secret = ''] = token.split('.');
		const [row] = await portal.store.read.select().from(portal.store.t.sessions);
		expect(row?.id).toBe(id);
		expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
		expect(JSON.stringify(row)).not.toContain(secret);
		expect(JSON.stringify(row)).not.toContain(bsnInside);
		if (portal.store.engine === 'postgres') return;
		for (const file of ['portal.db', 'portal.db-wal']) {
			const bytes = await readFile(join(world.folder, '..', file), 'latin1');
			expect(bytes).not.toContain(secret);
			expect(bytes).not.toContain(bsnInside);
		}
	});

	it('is unknown by any other text', async () => {
		const token = await sessions.start(portal, resident, at);
		const other = await sessions.start(portal, staff, at);
		const [id = '', secret = ''] = token.split('.');
		const texts = [
			'',
			'.',
			'..',
			id,
			`${id}.`,
			`.${secret}`,
			`${id}.${secret}.`,
			`${id}.${secret}.more`,
			`${id}.${secret.slice(1)}`,
			`${id}.${secret}A`,
			`${id}.${secret.toUpperCase()}`,
			`${id}.${other.split('.')[1]}`,
			`${other.split('.')[0]}.${secret}`,
			`${id}.\u0000${secret.slice(1)}`,
			`${'\u0000'.repeat(22)}.${secret}`,
			`' or 1=1 --.${secret}`,
			`${'A'.repeat(22)}.${secret}`,
			'zz.zz',
			'é.é',
			'a'.repeat(100_000),
		];
		for (const text of texts) expect(await state(text, at), text.slice(0, 60)).toBe('unknown');
		expect(await state(token, at)).toBe('alive');
	});

	describe('ends by itself', () => {
		it('for a resident after 15 minutes without use (DigiD T14)', async () => {
			const token = await sessions.start(portal, resident, at);
			expect(await state(token, at + 15 * minute - second)).toBe('alive');
			const unused = await sessions.start(portal, resident, at);
			expect(await sessions.find(portal, unused, at + 15 * minute)).toEqual({
				state: 'ended',
				accountId: resident.id,
			});
		});

		it('for a resident after 2 hours, however much it is used', async () => {
			const token = await sessions.start(portal, resident, at);
			for (let now = at; now < at + 2 * hour; now += 14 * minute) {
				expect(await state(token, now)).toBe('alive');
			}
			expect(await state(token, at + 2 * hour - 1)).toBe('alive');
			expect(await state(token, at + 2 * hour)).toBe('ended');
		});

		it('for staff after 8 hours', async () => {
			const token = await sessions.start(portal, staff, at);
			expect(await state(token, at + 4 * hour)).toBe('alive');
			expect(await state(token, at + 8 * hour - 1)).toBe('alive');
			expect(await state(token, at + 8 * hour)).toBe('ended');
		});
	});

	it('notes its use at most once in 30 seconds', async () => {
		const token = await sessions.start(portal, resident, at);
		const seen = async () =>
			(await portal.store.read.select().from(portal.store.t.sessions))[0]?.lastSeenAt;
		await sessions.find(portal, token, at + 29 * second);
		expect(await seen()).toBe(at);
		await sessions.find(portal, token, at + 30 * second);
		expect(await seen()).toBe(at + 30 * second);
		await sessions.find(portal, token, at + 59 * second);
		expect(await seen()).toBe(at + 30 * second);
		await sessions.find(portal, token, at + 16 * minute);
		expect(await seen()).toBe(at + 30 * second);
	});

	it('ends at once when it is ended, and only that one', async () => {
		const token = await sessions.start(portal, resident, at, 'a.provider.token');
		const other = await sessions.start(portal, resident, at);
		await sessions.end(portal, token.split('.')[0] ?? '', resident.id, at + second);
		expect(await state(token, at + second)).toBe('ended');
		expect(await state(other, at + second)).toBe('alive');
		const [row] = await portal.store.read
			.select()
			.from(portal.store.t.sessions)
			.where(eq(portal.store.t.sessions.id, token.split('.')[0] ?? ''));
		expect(row).toMatchObject({ endedAt: at + second, idToken: null });
	});

	it('ends everywhere when all of an account are ended, and nobody else’s', async () => {
		const tokens = await Promise.all([1, 2, 3].map(() => sessions.start(portal, resident, at)));
		const theirs = await sessions.start(portal, staff, at);
		await sessions.endAll(portal, resident.id, 'operator', at + second);
		for (const token of tokens) expect(await state(token, at + second)).toBe('ended');
		expect(await state(theirs, at + second)).toBe('alive');
	});

	it('ends at once when the account is disabled', async () => {
		const token = await sessions.start(portal, staff, at);
		const { t } = portal.store;
		await portal.store.touch(async (tx) =>
			tx.update(t.accounts).set({ disabledAt: at }).where(eq(t.accounts.id, staff.id)),
		);
		expect(await state(token, at + second)).toBe('ended');
	});

	it('is of its own tenant only', async () => {
		const elsewhere = await open('ferm-werk');
		const token = await sessions.start(portal, resident, at);
		expect(await sessions.find(elsewhere.portal, token, at)).toEqual({ state: 'unknown' });
		await elsewhere.close();
	});
});

function must<T>(value: T | null): T {
	return value ?? expect.fail('there is no account');
}
