import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { NewPerson } from '../people/people.ts';
import { eachEngine } from '../test-world.ts';
import { decidedOf, goalsOf, type PipContent } from './content.ts';
import { type Decided, LASTEN, nothingDecided } from './decided.ts';
import * as pip from './pip.ts';
import { caseloadOf, decidedB, decidedGezin, planB, planO, planZ } from './test-caseload.ts';

type Differing = Partial<NewPerson>;

const noBenefit: Differing = { hasParticipatiewetBenefit: false };
const gezin: Differing = { groepDetail: 'gezinsvormer', hasParticipatiewetBenefit: false };
const nareiziger: Differing = { groepDetail: 'nareiziger' };
const a2 = { ...planB, niveau: 'A2' } as const;

function deciding(plan: PipContent, differing: Partial<Decided>): PipContent {
	return { ...plan, decided: { ...decidedOf(plan), ...differing } };
}

const ofGezin = (plan: PipContent, differing: Partial<Decided> = {}): PipContent => ({
	...deciding(plan, { ...decidedGezin, ...differing }),
	courseHours: null,
});

eachEngine('the formal part of a plan', (open) => {
	const { somebody, publish } = caseloadOf(open);

	async function findings(content: PipContent, differing: Differing = {}) {
		const person = await somebody(differing);
		return pip.check(person, content, { first: null, current: null }, day('2026-05-11'));
	}

	describe('what cannot be decided', () => {
		it.each<[string, PipContent, Differing, string, string]>([
			[
				'a wish of exams on the B1-route',
				deciding(planB, { examenwens: ['SP'] }),
				{},
				'examenwensOnlyZ',
				'B 3.14(7)',
			],
			[
				'a skill at A2 while the level is B1',
				deciding(planB, { toestemmingA2: ['SC'] }),
				{},
				'toestemmingA2OnlyA2',
				'B 5.5(1)',
			],
			[
				'a skill at A2 on the Z-route',
				deciding(planZ, { toestemmingA2: ['SC'] }),
				{},
				'toestemmingA2OnlyA2',
				'B 5.5(1)',
			],
			[
				'ontzorgen of a gezinsmigrant',
				ofGezin(planB, { ontzorgen: decidedB.ontzorgen }),
				gezin,
				'ontzorgenOnlyAsiel',
				'Pw 56a',
			],
			[
				'ontzorgen without a benefit',
				deciding(planB, { pwBijlagen: [] }),
				noBenefit,
				'ontzorgenNeedsBenefit',
				'Pw 56a',
			],
			[
				'Participatiewet decisions without a benefit',
				deciding(planB, { ontzorgen: [] }),
				noBenefit,
				'pwBijlagenNeedBenefit',
				'W 15(3)',
			],
			[
				'a PVT that ends after the term',
				deciding(planB, { pvt: { ...decidedB.pvt, lastOn: '2029-05-12' } }),
				{},
				'planningAfterTerm',
				'W 11(1)',
			],
			[
				'a MAP that ends after the term',
				deciding(planB, { moduleMap: { ...decidedB.moduleMap, lastOn: '2029-05-12' } }),
				{},
				'planningAfterTerm',
				'W 11(1)',
			],
			[
				'a MAP on the onderwijsroute',
				deciding(planO, { moduleMap: decidedB.moduleMap }),
				{},
				'mapNotOnO',
				'W 8(3)',
			],
			[
				'help without a day',
				deciding(planB, { maatschappelijkeBegeleiding: { partner: 'VSGH', lastOn: null } }),
				{},
				'partnerWithoutDay',
				'W 15(1)b',
			],
			[
				'help by nobody',
				deciding(planB, { financieleZelfredzaamheid: { partner: null, lastOn: '2027-01-01' } }),
				{},
				'dayWithoutPartner',
				'W 15(1)b',
			],
			[
				'VVE without a day',
				deciding(planB, { kindVve: { school: 'De Kikker', firstOn: null } }),
				{},
				'partnerWithoutDay',
				'W 15(1)d',
			],
			[
				'more hours than DUO takes',
				{ ...planB, courseHours: 10_000 },
				{},
				'courseHoursTooMany',
				'DUO PIP',
			],
		])('refuses %s', async (_, content, differing, problem, article) => {
			const found = await findings(content, differing);
			expect(refusals(found)).toEqual([[problem, article]]);
		});

		it('takes the last day of the term, and a wish of exams on Z', async () => {
			const pvt = { ...decidedB.pvt, lastOn: '2029-05-11' };
			expect(await findings(deciding(planB, { pvt }))).toEqual([]);
			expect(await findings(deciding(planZ, { examenwens: ['SP', 'KNM'] }))).toEqual([]);
		});

		it('takes single skills at A2 once the level was lowered (B 5.5(1))', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const grounds = { wisselen: null, nt2CourseHours: 600, sufficientEffort: true } as const;
			const lowered = { ...deciding(a2, { toestemmingA2: ['SC', 'SP'] }), grounds };
			expect(await publish(id, lowered, '2028-06-01')).toMatchObject({ ok: true });
		});

		it('refuses an agreement about help that says another partner or day', async () => {
			const said = {
				id: 'x',
				sentence: 'begeleiding',
				slots: { partner: 'VSGH', lastOn: '2029-05-11' },
			};
			const saying = (slots: Record<string, string>) => ({
				...planB,
				agreements: [...planB.agreements, { ...said, slots }],
			});
			expect(await findings(saying(said.slots))).toEqual([]);
			const other = await findings(saying({ ...said.slots, lastOn: '2028-05-11' }));
			expect(refusals(other)).toEqual([['agreementDiffers', 'W 13(1)']]);
		});
	});

	describe('what is missing or unusual', () => {
		it.each<[string, PipContent, Differing, readonly string[]]>([
			[
				'no begeleiding',
				deciding(planB, { maatschappelijkeBegeleiding: null }),
				{},
				['begeleidingMissing'],
			],
			['no ontzorgen with a benefit', deciding(planB, { ontzorgen: [] }), {}, ['ontzorgenMissing']],
			[
				'only some of the costs',
				deciding(planB, { ontzorgen: decidedB.ontzorgen.slice(0, 4) }),
				{},
				['ontzorgenIncomplete'],
			],
			['ontzorgen of a nareiziger', planB, nareiziger, ['ontzorgenNareiziger']],
			['no ontzorgen of a nareiziger', deciding(planB, { ontzorgen: [] }), nareiziger, []],
			[
				'no help with money',
				deciding(planB, { financieleZelfredzaamheid: null }),
				{},
				['zelfredzaamheidMissing'],
			],
			[
				'a benefit without its decisions',
				deciding(planB, { pwBijlagen: [] }),
				{},
				['pwBijlagenMissing'],
			],
			[
				'a PVT without a value',
				deciding(planB, { pvt: { ...decidedB.pvt, kernwaarden: [] } }),
				{},
				['pvtWithoutKernwaarde'],
			],
			[
				'a MAP without practice',
				deciding(planZ, { moduleMap: { ...decidedB.moduleMap, praktijk: [] } }),
				{},
				['moduleMapWithoutPraktijk'],
			],
			['no practice on the onderwijsroute', planO, {}, []],
			[
				'begeleiding of a gezinsmigrant',
				ofGezin(planB, { maatschappelijkeBegeleiding: decidedB.maatschappelijkeBegeleiding }),
				gezin,
				['begeleidingNotForGroep'],
			],
			[
				'literacy of a gezinsmigrant',
				ofGezin(planZ, { alfabetisering: 'A' }),
				gezin,
				['alfabetiseringNotOffered'],
			],
			['nobody who decides', deciding(planB, { mandaat: null }), {}, ['mandaatMissing']],
			[
				'help that is over',
				deciding(planB, { financieleZelfredzaamheid: { partner: 'VSGH', lastOn: '2026-05-10' } }),
				{},
				['endsBeforePlan'],
			],
			['no goals', { ...planB, goals: [] }, {}, ['noGoals']],
			[
				'a goal without an action',
				{ ...planB, goals: [...goalsOf(planB), { id: 'h', sentence: 'findWork', lastOn: null }] },
				{},
				['goalWithoutAction'],
			],
		])('warns of %s', async (_, content, differing, expected) => {
			const found = await findings(content, differing);
			expect(refusals(found)).toEqual([]);
			expect(warnings(found)).toEqual(expected);
		});

		it('asks no help of the first time in a later plan', async () => {
			const person = await somebody();
			const first = await publish(person.id, planB);
			if (!first.ok) throw new Error('not published');
			const plan = deciding(planB, { maatschappelijkeBegeleiding: null, ontzorgen: [] });
			const later = { ...plan, changeReason: 'De hulp is klaar.' };
			const pips = { first: first.value, current: first.value };
			expect(pip.check(person, later, pips, day('2028-01-10'))).toEqual([
				{ severity: 'warning', warning: 'endsBeforePlan', article: null },
			]);
		});
	});
});

describe('a plan from before the formal part was kept', () => {
	const { decided: _decided, goals: _goals, ...old } = planB;

	it('reads as one in which nothing of it was decided', () => {
		expect(decidedOf(old)).toEqual(nothingDecided);
		expect(goalsOf(old)).toEqual([]);
		expect(pip.difference(old, old)).toEqual([]);
	});

	it('keeps what a stored part does not know yet at nothing', () => {
		const half = { ontzorgen: [{ last: 'huur', lastOn: '2026-09-01' }] } as unknown as Decided;
		expect(decidedOf({ ...old, decided: half })).toEqual({ ...nothingDecided, ...half });
		expect(LASTEN).toHaveLength(5);
	});
});

function refusals(list: readonly pip.Finding[]) {
	return list.flatMap((each) =>
		each.severity === 'refusal' ? [[each.problem, each.article]] : [],
	);
}

function warnings(list: readonly pip.Finding[]) {
	return list.flatMap((each) => (each.severity === 'warning' ? [each.warning] : []));
}
