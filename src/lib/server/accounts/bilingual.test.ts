import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '#lib/law/day.ts';
import { languageModes } from '#lib/languages/bilingual.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, type World } from '../test-world.ts';
import * as accounts from './accounts.ts';
import * as bilingual from './bilingual.ts';

const firstIn = Date.parse('2026-05-23T10:00:00Z');
const free = day('2026-11-23');
const before = day('2026-11-22');
const identity = { issuer: 'i', subject: 's', bsn: '999990019' };
const on = (today: Day) => ({ now: Date.parse(`${today}T10:00:00Z`), today });

eachEngine('how somebody reads two languages', (open) => {
	let world: World;
	let portal: Portal;
	let amina: Resident;

	beforeEach(async () => {
		world = await open('heerenveen');
		({ portal } = world);
		await addPerson(portal, { bsn: identity.bsn, language: 'ar' });
		const actor = accounts.actorOf(portal, await account(firstIn));
		amina = actor.kind === 'resident' ? actor : expect.fail('no resident');
	});
	afterEach(() => world.close());

	/** The account as it is now stored; made at the first call. */
	async function account(now = firstIn, as = identity) {
		return (await accounts.ofResident(portal, as, now)) ?? expect.fail('no account');
	}
	const reads = async (today: Day) => bilingual.of(portal, await account(), today);
	const withPolicy = (months: number | null): Portal => {
		const { bothLanguagesMonths, ...policy } = portal.tenant.policy;
		if (!bothLanguagesMonths) return expect.fail('the tenant has no such policy');
		const said =
			months === null ? {} : { bothLanguagesMonths: { ...bothLanguagesMonths, value: months } };
		return { ...portal, tenant: { ...portal.tenant, policy: { ...policy, ...said } } };
	};

	it('is both, the mother tongue on top, and stays so long after the months are over', async () => {
		for (const today of [before, free, day('2036-01-01')]) {
			expect(await reads(today)).toEqual({ mode: 'both', top: 'own' });
		}
	});

	it('may be chosen from the first day after the months of the policy', async () => {
		expect(await bilingual.freeFrom(amina)).toBe(free);
		const refusal = { ok: false, problems: { mode: 'notAChoice' } };
		for (const mode of ['ownOnTap', 'dutchOnly'] as const) {
			expect(await bilingual.chooseMode(amina, mode, on(before))).toEqual(refusal);
			expect(await reads(free)).toMatchObject({ mode: 'both' });
		}
		for (const mode of languageModes) {
			expect(await bilingual.chooseMode(amina, mode, on(free))).toEqual({ ok: true, value: mode });
			expect(await reads(free)).toEqual({ mode, top: 'own' });
		}
	});

	it('brings both back at any time, and the order may be chosen from the first day on', async () => {
		await bilingual.chooseTop(amina, 'dutch', firstIn);
		expect(await reads(day('2026-05-23'))).toEqual({ mode: 'both', top: 'dutch' });
		expect(await bilingual.chooseMode(amina, 'both', on(before))).toMatchObject({ ok: true });
		await bilingual.chooseTop(amina, 'own', firstIn);
		expect(await reads(day('2026-05-23'))).toEqual({ mode: 'both', top: 'own' });
	});

	it('is both again while a gemeente makes its months longer, without forgetting the choice', async () => {
		await bilingual.chooseMode(amina, 'dutchOnly', on(free));
		const longer = withPolicy(7);
		expect(await bilingual.of(longer, await account(), free)).toMatchObject({ mode: 'both' });
		const later = day('2026-12-23');
		expect(await bilingual.of(longer, await account(), later)).toMatchObject({ mode: 'dutchOnly' });
	});

	it.each([
		[0, '2026-05-23'],
		[3, '2026-08-23'],
		[null, '2026-11-23'],
	])('counts the months of the gemeente: %s until %s', async (months, until) => {
		expect(await bilingual.freeFrom({ ...amina, portal: withPolicy(months) })).toBe(until);
	});

	it('counts from the first sign-in, also of who comes in at another provider later', async () => {
		const later = await account(firstIn + 90 * 86_400_000, { ...identity, issuer: 'other' });
		expect(later.id).toBe(amina.id);
		expect(await bilingual.freeFrom(amina)).toBe(free);
	});

	it('counts from the day it was here: late in the evening is the next day', async () => {
		await portal.store.touch((tx) =>
			tx
				.update(portal.store.t.accounts)
				.set({ createdAt: Date.parse('2026-05-23T22:30:00Z') })
				.where(eq(portal.store.t.accounts.id, amina.id)),
		);
		expect(await bilingual.freeFrom(amina)).toBe('2026-11-24');
	});

	it('is of the account: another one on the same phone reads both', async () => {
		await addPerson(portal, { bsn: '999990020' });
		const other = await account(firstIn, { issuer: 'i', subject: 'o', bsn: '999990020' });
		await bilingual.chooseMode(amina, 'dutchOnly', on(free));
		expect(await bilingual.of(portal, other, free)).toEqual({ mode: 'both', top: 'own' });
		expect(await bilingual.of(portal, null, free)).toEqual({ mode: 'both', top: 'own' });
	});

	it('is both for who is not registered any more, who has then nothing to choose', async () => {
		await bilingual.chooseMode(amina, 'dutchOnly', on(free));
		const gone = { ...(await account()), personId: 'nobody' };
		expect(await bilingual.of(portal, gone, free)).toMatchObject({ mode: 'both' });
		await expect(bilingual.freeFrom(residentOf(portal, 'nobody'))).rejects.toThrow(NotFound);
	});

	it('stands in the audit chain, with who and what', async () => {
		await bilingual.chooseMode(amina, 'ownOnTap', on(free));
		await bilingual.chooseTop(amina, 'dutch', on(free).now);
		const { t, read } = portal.store;
		const lines = await read.select().from(t.audit).where(eq(t.audit.actor, amina.id));
		expect(lines.map(({ action, detail }) => [action, detail])).toEqual(
			expect.arrayContaining([
				['account.languageMode', { mode: 'ownOnTap' }],
				['account.languageTop', { top: 'dutch' }],
			]),
		);
	});

	describe('whatever stands in the row', () => {
		it('is both on every day of the first months', async () => {
			const row = await account();
			await fc.assert(
				fc.asyncProperty(
					fc.constantFrom(...languageModes, 'x', null),
					fc.constantFrom('own', 'dutch', 'x', null),
					fc.integer({ min: -400, max: 800 }),
					async (languageMode, languageTop, days) => {
						const today = addDays(free, days);
						const stored = { ...row, languageMode, languageTop };
						const { mode } = await bilingual.of(portal, stored, today);
						if (days < 0) expect(mode).toBe('both');
						else expect(mode).toBe(languageMode === 'x' ? 'both' : (languageMode ?? 'both'));
					},
				),
				{ numRuns: 60 },
			);
		});
	});
});
