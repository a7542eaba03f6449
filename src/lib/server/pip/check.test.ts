import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { NewPerson } from '../people/people.ts';
import { eachEngine } from '../test-world.ts';
import type { PipContent } from './content.ts';
import * as pip from './pip.ts';
import { nothingDecided } from './decided.ts';
import { caseloadOf, decidedGezin, planB, planO, planZ } from './test-caseload.ts';

eachEngine('a plan', (open) => {
	const { publish, somebody } = caseloadOf(open);

	async function findings(
		content: PipContent,
		differing: Partial<NewPerson> = {},
		today = '2026-05-11',
	) {
		const person = await somebody(differing);
		return pip.check(person, content, { first: null, current: null }, day(today));
	}

	describe('what is found before publishing', () => {
		const refusals = (list: readonly pip.Finding[]) =>
			list.flatMap((each) => (each.severity === 'refusal' ? [[each.problem, each.article]] : []));
		const warnings = (list: readonly pip.Finding[]) =>
			list.flatMap((each) => (each.severity === 'warning' ? [each.warning] : []));

		it('finds nothing in a plan in order', async () => {
			expect(await findings(planB)).toEqual([]);
			const gezin = { ...planB, courseHours: null, decided: decidedGezin };
			const without = { groepDetail: 'gezinshereniger', hasParticipatiewetBenefit: false } as const;
			expect(await findings(gezin, without)).toEqual([]);
		});

		it.each<[string, PipContent, string, string]>([
			['A2 on the onderwijsroute', { ...planO, niveau: 'A2' }, 'niveauNotOnO', 'DUO PIP'],
			['B1 on the Z-route', { ...planZ, niveau: 'B1' }, 'niveauNotOnZ', 'DUO PIP'],
			['A2 in the first plan', { ...planB, niveau: 'A2' }, 'niveauNotInFirst', 'DUO PIP'],
			['no intensity', { ...planB, courseHours: null }, 'courseHoursMissing', 'W 15(2)'],
			[
				'fewer than 800 hours on Z',
				{ ...planZ, courseHours: 799 },
				'courseHoursTooFew',
				'B 3.14(2)a',
			],
			['no talks', { ...planB, voortgangsgesprekken: 0 }, 'talksMissing', 'B 5.3(4)'],
			['11 hours of PVT', { ...planB, pvtHours: 11 }, 'pvtTooFew', 'B 3.1(3)'],
			['39 hours of MAP', { ...planB, moduleMapHours: 39 }, 'mapTooFew', 'R 3.1'],
			['no MAP on B', { ...planB, moduleMapHours: null }, 'mapTooFew', 'R 3.1'],
			['MAP on the onderwijsroute', { ...planO, moduleMapHours: 40 }, 'mapNotOnO', 'W 8(3)'],
			['no agreements', { ...planB, agreements: [] }, 'noAgreements', 'W 15(1)b'],
		])('refuses %s', async (_, content, problem, article) => {
			expect(refusals(await findings(content))).toContainEqual([problem, article]);
		});

		it('refuses an intensity in the plan of a gezinsmigrant (W 15(2))', async () => {
			const plan = { ...planB, decided: decidedGezin };
			const found = await findings(plan, { groepDetail: 'gezinsvormer' });
			expect(refusals(found)).toEqual([['courseHoursOnlyAsiel', 'W 15(2)']]);
		});

		it('takes fewer course hours on Z where the norm was lowered (R 3.16(2))', async () => {
			const content = { ...planZ, courseHours: 400 };
			expect(refusals(await findings(content, { loweredHours: 400 }))).toEqual([]);
		});

		it('refuses agreements that contradict the numbers of the plan', async () => {
			const agreements = [
				{ id: 'a', sentence: 'voortgangsgesprek', slots: { count: 3 } },
				{ id: 'b', sentence: 'participation', slots: { hours: 800 } },
			];
			const onZ = await findings({ ...planZ, agreements });
			expect(refusals(onZ)).toEqual([['agreementDiffers', 'B 5.3(4)']]);
			const eased = await findings({ ...planZ, agreements }, { ontheffingHours: 0 });
			expect(refusals(eased)).toContainEqual(['agreementDiffers', 'B 2.7(3)c']);
		});

		it('refuses a plan before the duty, and under the old law (W 54(1))', async () => {
			expect(refusals(await findings(planB, {}, '2026-02-28'))).toEqual([
				['dagtekeningBeforeDuty', 'DUO PIP'],
			]);
			const old = { plichtSinceOn: day('2021-12-31') };
			expect(refusals(await findings(planB, old))).toEqual([['wi2013', 'W 54(1)']]);
		});

		it('refuses a plan before the person moved in', async () => {
			const moved = { movedInOn: day('2026-05-12') };
			expect(refusals(await findings(planB, moved))).toEqual([
				['dagtekeningBeforeMove', 'DUO PIP'],
			]);
		});

		it('warns of a plan in a former gemeente until its day is known (W 11(3), W 15(4))', async () => {
			const movedInOn = day('2026-04-20');
			expect(warnings(await findings(planB, { movedInOn }))).toContain('planOfFormerGemeente');
			const known = { movedInOn, firstDagtekeningOn: day('2026-03-30') };
			expect(warnings(await findings(planB, known))).not.toContain('planOfFormerGemeente');
		});

		it('refuses a plan whose three years DUO ends earlier, unless the term began elsewhere (W 12(1))', async () => {
			const moved = { movedInOn: day('2026-04-20'), extendedUntil: day('2029-04-10') };
			expect(refusals(await findings(planB, moved))).toEqual([
				['extensionShortensTerm', 'W 12(1)'],
			]);
			const known = { ...moved, firstDagtekeningOn: day('2026-03-30') };
			expect(refusals(await findings(planB, known))).toEqual([]);
		});

		it('warns, without refusing', async () => {
			const own = { id: 'o', party: 'you', dutch: 'U belt.' } as const;
			const ontzorgen = { id: 'z', sentence: 'ontzorgen', slots: { lastOn: '2026-09-01' } };
			const found = await findings(
				{ ...planB, agreements: [own], decided: decidedGezin },
				{ hasParticipatiewetBenefit: false },
				'2026-05-12',
			);
			expect(warnings(found)).toEqual([
				'pipLate',
				'noGemeenteAgreement',
				'begeleidingMissing',
				'goalWithoutAction',
			]);
			const decided = { ...decidedGezin, moduleMap: nothingDecided.moduleMap };
			const agreements = [ontzorgen, ...planB.agreements, moduleMap];
			const misfit = await findings(
				{ ...planO, courseHours: null, agreements, decided },
				{ groepDetail: 'gezinshereniger', hasParticipatiewetBenefit: false },
			);
			expect(warnings(misfit)).toEqual([
				'agreementNotForGroep',
				'agreementNeedsBenefit',
				'agreementNotForLeerroute',
			]);
			expect(refusals(misfit)).toEqual([['agreementDiffers', 'R 3.1']]);
		});
		const moduleMap = { id: 'm', sentence: 'moduleMap', slots: { hours: 40 } };
	});

	describe('changing a plan', () => {
		it('changes the leerroute until 11 November 2027, and not on the 12th (B 5.4(1))', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const late = await publish(id, planZ, '2027-11-12');
			expect(late).toEqual({ ok: false, problems: { leerroute: 'wisselenTooLate' } });
			expect(await publish(id, planZ, '2027-11-11')).toMatchObject({ ok: true });
		});

		it('changes later on a reasoned exception (B 5.4(3)), and from O to B always', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const grounds = {
				wisselen: 'reasonedException',
				nt2CourseHours: null,
				sufficientEffort: false,
			} as const;
			expect(await publish(id, { ...planZ, grounds }, '2028-01-10')).toMatchObject({ ok: true });
			const other = await somebody();
			await publish(other.id, planO);
			expect(await publish(other.id, planB, '2028-01-10')).toMatchObject({ ok: true });
		});

		it('does not change the leerroute before the term has begun (B 5.4(1))', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const outcome = await publish(id, planZ, '2026-05-11');
			expect(outcome).toEqual({ ok: false, problems: { leerroute: 'wisselenTooEarly' } });
		});

		it('goes down to A2 after 600 hours of NT2 and sufficient effort, also late (B 5.5)', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const a2 = (nt2CourseHours: number | null, sufficientEffort: boolean): PipContent => ({
				...planB,
				niveau: 'A2',
				grounds: { wisselen: null, nt2CourseHours, sufficientEffort },
			});
			expect(await publish(id, a2(599, true), '2028-06-01')).toEqual({
				ok: false,
				problems: { niveau: 'afschalenHours' },
			});
			expect(await publish(id, a2(600, false), '2028-06-01')).toEqual({
				ok: false,
				problems: { niveau: 'afschalenEffort' },
			});
			expect(await publish(id, a2(600, true), '2028-06-01')).toMatchObject({ ok: true });
			expect(await publish(id, a2(null, false), '2028-07-03')).toMatchObject({ ok: true });
		});

		it('never has an earlier dagtekening than the plan before (DUO)', async () => {
			const { id } = await somebody();
			await publish(id, planB, '2026-05-11');
			expect(await publish(id, planB, '2026-05-10')).toEqual({
				ok: false,
				problems: { dagtekeningOn: 'dagtekeningBeforePrevious' },
			});
		});
	});
});
