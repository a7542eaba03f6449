import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import { eachEngine, residentOf, staffOf } from '../test-world.ts';
import * as pip from './pip.ts';
import { caseloadOf, on, planB } from './test-caseload.ts';

eachEngine('a plan', (open) => {
	const { anna, portal, publish, save, somebody } = caseloadOf(open);

	describe('publishing', () => {
		it('makes version 1 of today, for good, and takes the draft away', async () => {
			const { id } = await somebody();
			const outcome = await publish(id, planB);
			expect(outcome).toMatchObject({
				ok: true,
				value: { version: 1, dagtekeningOn: '2026-05-11', content: planB, publishedBy: 'anna' },
			});
			const next = await pip.draft(anna(), id, day('2026-05-12'));
			expect(next).toMatchObject({ baseVersion: 1, updatedAt: null });
			const { read, t } = portal().store;
			const lines = (await read.select().from(t.audit)).filter(({ personId }) => personId === id);
			expect(lines.map(({ action }) => action)).toEqual(['person.add', 'pip.publish']);
		});

		it.each(['2026-05-10', '2026-05-12'])('refuses the dagtekening %s on 11 May', async (other) => {
			const { id } = await somebody();
			const revision = await save(id, planB);
			const outcome = await pip.publish(
				anna(),
				id,
				{ revision, dagtekeningOn: other, letterGoesToday: true },
				on('2026-05-11'),
			);
			expect(outcome).toEqual({ ok: false, problems: { dagtekeningOn: 'dagtekeningNotToday' } });
			expect(await pip.versions(anna(), id)).toEqual([]);
		});

		it('refuses with the problem of each field, and keeps the draft', async () => {
			const { id } = await somebody();
			const outcome = await publish(id, { ...planB, pvtHours: 0, voortgangsgesprekken: 0 });
			expect(outcome).toEqual({
				ok: false,
				problems: {
					voortgangsgesprekken: 'talksMissing',
					pvtHours: 'pvtTooFew',
					agreements: 'agreementDiffers',
				},
			});
			expect((await pip.draft(anna(), id, day('2026-05-11'))).updatedAt).not.toBeNull();
		});

		it('publishes once however often it is tapped', async () => {
			const { id } = await somebody();
			const revision = await save(id, planB);
			const tap = () =>
				pip.publish(
					anna(),
					id,
					{ revision, dagtekeningOn: '2026-05-11', letterGoesToday: true },
					on('2026-05-11'),
				);
			const outcomes = await Promise.all([tap(), tap(), tap()]);
			const ids = outcomes.map((each) => (each.ok ? each.value.id : each.problems));
			expect(new Set(ids).size).toBe(1);
			expect(await pip.versions(anna(), id)).toHaveLength(1);
		});

		it('refuses a revision that somebody has changed', async () => {
			const { id } = await somebody();
			const revision = await save(id, planB);
			await save(id, { ...planB, pvtHours: 14 });
			const outcome = await pip.publish(
				anna(),
				id,
				{ revision, dagtekeningOn: '2026-05-11', letterGoesToday: true },
				on('2026-05-11'),
			);
			expect(outcome).toEqual({ ok: false, problems: { form: 'changedMeanwhile' } });
		});

		it('refuses a draft that nobody saved', async () => {
			const { id } = await somebody();
			const unsaved = { revision: 0, dagtekeningOn: '2026-05-11', letterGoesToday: true };
			expect(await pip.publish(anna(), id, unsaved, on('2026-05-11'))).toMatchObject({ ok: false });
		});

		it('asks of every later version why it changes (Awb 3:47), and keeps that with it', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const silent = await publish(id, { ...planB, changeReason: ' ' }, '2026-09-01');
			expect(silent).toEqual({ ok: false, problems: { changeReason: 'changeReasonMissing' } });
			const changeReason = 'U verhuist.';
			expect(await publish(id, { ...planB, changeReason }, '2026-09-01')).toMatchObject({
				value: { version: 2, content: { changeReason } },
			});
			const next = await pip.draft(anna(), id, day('2026-09-02'));
			expect(next.content).not.toHaveProperty('changeReason');
			const tooLong = { ...planB, changeReason: 'x'.repeat(pip.changeReasonMax + 1) };
			const { revision } = next;
			expect(await pip.saveDraft(anna(), id, tooLong, revision, on('2026-09-02'))).toEqual({
				ok: false,
				problems: { changeReason: 'tooLong' },
			});
		});

		it('keeps every version as it was', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			await publish(
				id,
				{ ...planB, voortgangsgesprekken: 2, pvtHours: 12, courseHours: 950 },
				'2026-09-01',
			);
			expect((await pip.version(anna(), id, 1)).content.courseHours).toBe(900);
			expect((await pip.version(anna(), id, 2)).content.courseHours).toBe(950);
			const { first, current } = await pip.of(anna(), id);
			expect([first?.version, current?.version]).toEqual([1, 2]);
		});
	});

	describe('access', () => {
		it('is not found for whoever may not', async () => {
			const { id } = await somebody();
			const revision = await save(id, planB);
			const outsiders = [
				staffOf(portal(), 'bert'),
				staffOf(portal(), 'anna', ['klantmanager'], ['0589']),
				staffOf(portal(), 'admin', ['administrator']),
				residentOf(portal(), 'somebody-else'),
			];
			const publication = { revision, dagtekeningOn: '2026-05-11', letterGoesToday: true };
			for (const actor of outsiders) {
				const tried = [
					() => pip.versions(actor, id),
					() => pip.draft(actor, id, day('2026-05-11')),
					() => pip.saveDraft(actor, id, planB, revision, on('2026-05-11')),
					() => pip.publish(actor, id, publication, on('2026-05-11')),
				];
				for (const attempt of tried) await expect(attempt).rejects.toThrow(NotFound);
			}
			expect(await pip.versions(anna(), id)).toEqual([]);
		});

		it('lets the inburgeraar read the plan, but not the draft', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const resident = residentOf(portal(), id);
			expect(await pip.current(resident, id)).toMatchObject({ version: 1 });
			await expect(pip.draft(resident, id, day('2026-05-11'))).rejects.toThrow(NotFound);
			await expect(
				pip.publish(
					resident,
					id,
					{ revision: 0, dagtekeningOn: '2026-05-11', letterGoesToday: true },
					on('2026-05-11'),
				),
			).rejects.toThrow(NotFound);
		});

		it('finds nobody of another tenant', async () => {
			const { id } = await somebody();
			const elsewhere = await open('heerenveen');
			try {
				const there = staffOf(elsewhere.portal, 'anna');
				await expect(pip.versions(there, id)).rejects.toThrow(NotFound);
			} finally {
				await elsewhere.close();
			}
		});

		it('has no version that was never published', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			await expect(pip.version(anna(), id, 2)).rejects.toThrow(NotFound);
			for (const none of [0, -1, 1.5, NaN, Infinity, 2 ** 31, 1e21]) {
				await expect(pip.version(anna(), id, none)).rejects.toThrow(NotFound);
			}
		});
	});
});
