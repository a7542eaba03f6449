import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { eachEngine, staffOf } from '../test-world.ts';
import * as pip from './pip.ts';
import { caseloadOf, on, planB } from './test-caseload.ts';

eachEngine('a draft', (open) => {
	const { anna, portal, save, somebody } = caseloadOf(open);

	describe('drafting', () => {
		it('begins with a suggestion of the law and the policy of the gemeente', async () => {
			const { id } = await somebody();
			const { content, revision, baseVersion } = await pip.draft(anna(), id, day('2026-04-01'));
			expect({ revision, baseVersion }).toEqual({ revision: 0, baseVersion: 0 });
			expect(content).toMatchObject({
				leerroute: 'B',
				niveau: 'B1',
				courseHours: null,
				pvtHours: 12,
				moduleMapHours: 40,
				voortgangsgesprekken: 2,
			});
			const said = content.agreements.map((each) => 'sentence' in each && each.sentence);
			expect(said).toContain('voortgangsgesprek');
			expect(said).toContain('moduleMap');
			expect(said).not.toContain('ownCosts');
		});

		it('tells the second of two klantmanagers, and loses nothing of the first', async () => {
			const { id } = await somebody();
			const lead = staffOf(portal(), 'lead', ['teamLead']);
			const { revision } = await pip.draft(anna(), id, day('2026-05-11'));
			const first = await pip.saveDraft(anna(), id, planB, revision, on('2026-05-11'));
			expect(first.ok).toBe(true);
			const changed = { ...planB, pvtHours: 20 };
			const second = await pip.saveDraft(lead, id, changed, revision, on('2026-05-11'));
			expect(second).toEqual({ ok: false, problems: { form: 'changedMeanwhile' } });
			const kept = await pip.draft(lead, id, day('2026-05-11'));
			expect(kept.content.pvtHours).toBe(12);
			const again = await pip.saveDraft(lead, id, changed, kept.revision, on('2026-05-11'));
			expect(again.ok).toBe(true);
		});

		it('lets one of two saves at the same time through', async () => {
			const { id } = await somebody();
			const outcomes = await Promise.all(
				[12, 13].map((pvtHours) =>
					pip.saveDraft(anna(), id, { ...planB, pvtHours }, 0, on('2026-05-11')),
				),
			);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		});

		it('makes one draft of a first save that comes twice from one page', async () => {
			const { id } = await somebody();
			const page = 'page-of-anna-22-letters';
			const save = (content = planB, actor = anna(), from: string | null = page) =>
				pip.saveDraft(actor, id, content, 0, on('2026-05-11'), from);
			const twice = await Promise.all([save(), save()]);
			expect(twice.map((each) => each.ok && each.value.revision)).toEqual([1, 1]);
			const longer = await save({ ...planB, pvtHours: 14 });
			expect(longer).toMatchObject({ ok: true, value: { revision: 2, content: { pvtHours: 14 } } });
			const changed = { ok: false, problems: { form: 'changedMeanwhile' } };
			expect(await save({ ...planB, pvtHours: 15 })).toEqual(changed);
			const lead = staffOf(portal(), 'lead', ['teamLead']);
			const other = await somebody();
			const first = await pip.saveDraft(anna(), other.id, planB, 0, on('2026-05-11'), page);
			expect(first.ok).toBe(true);
			for (const [actor, from] of [
				[lead, page],
				[anna(), 'another-page'],
				[anna(), null],
			] as const) {
				const late = await pip.saveDraft(actor, other.id, planB, 0, on('2026-05-11'), from);
				expect(late).toEqual(changed);
			}
		});

		it('refuses a revision of a draft that was published meanwhile', async () => {
			const { id } = await somebody();
			const revision = await save(id, planB);
			await pip.publish(
				anna(),
				id,
				{ revision, dagtekeningOn: '2026-05-11', letterGoesToday: true },
				on('2026-05-11'),
			);
			for (const stale of [0, revision]) {
				const late = await pip.saveDraft(anna(), id, planB, stale, on('2026-05-11'));
				expect(late).toEqual({ ok: false, problems: { form: 'changedMeanwhile' } });
			}
			await save(id, planB, '2026-05-12');
			const older = await pip.saveDraft(anna(), id, planB, revision, on('2026-05-12'));
			expect(older.ok).toBe(false);
		});

		it('refuses an agreement that is no sentence, or lacks a fact', async () => {
			const { id } = await somebody();
			const tried = (sentence: string, slots = {}) =>
				pip.saveDraft(
					anna(),
					id,
					{ ...planB, agreements: [{ id: 'x', sentence, slots }] },
					0,
					on('2026-05-11'),
				);
			expect(await tried('toString')).toEqual({
				ok: false,
				problems: { agreements: 'notAChoice' },
			});
			expect(await tried('pvt')).toEqual({ ok: false, problems: { agreements: 'missing' } });
			expect(await tried('pvt', { hours: 1.5 })).toMatchObject({ ok: false });
		});
	});
});
