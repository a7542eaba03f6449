import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import type { NewPerson } from '../people/people.ts';
import { eachEngine, staffOf } from '../test-world.ts';
import type { PipContent } from './content.ts';
import * as pip from './pip.ts';
import { caseloadOf, planB, planO, planZ } from './test-caseload.ts';

eachEngine('a plan', (open) => {
	const { anna, portal, publish, save, somebody } = caseloadOf(open);

	describe('reading', () => {
		it('says the term, the bezwaar and the norms of the plan', async () => {
			const person = await somebody();
			const outcome = await publish(person.id, {
				...planB,
				leerroute: 'Z',
				niveau: null,
				courseHours: 800,
			});
			if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
			const pips = await pip.of(anna(), person.id);
			const shown = pip.shown(person, pips, outcome.value, 'ti', day('2026-06-22'));
			expect(shown.termijn).toEqual({
				from: '2026-05-12',
				lastOn: '2029-05-11',
				isExtended: false,
			});
			expect(shown.bezwaar).toEqual({ lastOn: '2026-06-22', isOpen: true, begins: false });
			expect(shown.norms.map(({ key }) => key)).toEqual([
				'course',
				'pvt',
				'moduleMap',
				'participation',
				'talks',
			]);
			expect(shown.parties.map(({ party }) => party)).toEqual(['you', 'gemeente']);
			expect(shown.parties[0]?.agreements[0]).toMatchObject({ sentence: 'pvt', isReviewed: false });
		});

		it('keeps the term of the first plan in every later one (W 11(3))', async () => {
			const person = await somebody();
			await publish(person.id, planB, '2026-05-11');
			await publish(person.id, { ...planB, courseHours: 950 }, '2027-02-01');
			const pips = await pip.of(anna(), person.id);
			if (!pips.current) throw new Error('no plan');
			const shown = pip.shown(person, pips, pips.current, 'nl', day('2027-02-01'));
			expect(shown).toMatchObject({ version: 2, dagtekeningOn: '2027-02-01' });
			expect(shown.termijn.lastOn).toBe('2029-05-11');
		});

		it('names no participation norm where the law has none', async () => {
			const keysFor = async (content: PipContent, differing: Partial<NewPerson>) => {
				const person = await somebody(differing);
				const none = { first: null, current: null };
				return pip
					.preview(person, none, content, 'nl', day('2026-05-11'))
					.norms.map(({ key }) => key);
			};
			expect(
				await keysFor({ ...planZ, courseHours: null }, { groepDetail: 'gezinshereniger' }),
			).toContain('noParticipationGezin');
			expect(await keysFor(planZ, { ontheffingHours: 0 })).toContain('noParticipationOntheffing');
			expect(await keysFor(planO, {})).toEqual([
				'course',
				'pvt',
				'moduleMapInside',
				'noParticipationRoute',
				'talks',
			]);
		});

		it('says by when a plan comes (B 5.3)', async () => {
			const awaited = async (differing: Partial<NewPerson>, today = '2026-05-11') => {
				const person = await somebody(differing);
				return pip.awaited(pip.factsOf(person, { first: null, current: null }), day(today));
			};
			expect(await awaited({})).toEqual({ state: 'due', lastOn: '2026-05-11', isLate: false });
			expect(await awaited({}, '2026-05-12')).toMatchObject({ isLate: true });
			expect(await awaited({ inAzc: true, brpRegisteredOn: null })).toEqual({ state: 'inAzc' });
			expect(await awaited({ plichtSinceOn: day('2021-06-01') })).toEqual({ state: 'otherLaw' });
			const waiting = { waitingForThirdPartySinceOn: day('2026-04-20') };
			expect(await awaited(waiting)).toEqual({ state: 'thirdParty' });
		});

		it('shows how the plans of a caseload stand', async () => {
			const [drafted, planned] = [await somebody(), await somebody()];
			await save(drafted.id, planB);
			await publish(planned.id, planB);
			const lines = await pip.overview(anna(), [drafted, planned], day('2026-05-11'));
			expect(
				lines.map(({ plan: { state }, hasDraft, leerroute }) => [state, hasDraft, leerroute]),
			).toEqual([
				['due', true, null],
				['published', false, 'B'],
			]);
			const other = staffOf(portal(), 'bert');
			await expect(pip.overview(other, [drafted], day('2026-05-11'))).rejects.toThrow(NotFound);
		});
	});
});
