import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { eachEngine } from '../test-world.ts';
import { decidedOf, goalsOf } from './content.ts';
import * as pip from './pip.ts';
import { caseloadOf } from './test-caseload.ts';

const nobody = { first: null, current: null };
const today = day('2026-05-11');

eachEngine('a plan to begin with', (open) => {
	const { portal, somebody } = caseloadOf(open);

	it.each<[GroepDetail, Leerroute]>([
		['asielstatushouder', 'B'],
		['asielstatushouder', 'O'],
		['asielstatushouder', 'Z'],
		['gezinsvormer', 'B'],
		['gezinsvormer', 'O'],
		['gezinsvormer', 'Z'],
	])(
		'for %s on %s breaks no rule but what somebody must decide',
		async (groepDetail, leerroute) => {
			const hasParticipatiewetBenefit = groepDetail === 'asielstatushouder';
			const person = await somebody({ groepDetail, hasParticipatiewetBenefit });
			const content = pip.suggestion(person, leerroute, portal().tenant, today);
			const open = pip
				.check(person, content, nobody, today)
				.flatMap((each) => (each.severity === 'refusal' ? [each.problem] : []));
			const toDecide = ['courseHoursMissing', 'partnerWithoutDay'];
			expect(open.filter((problem) => !toDecide.includes(problem))).toEqual([]);
			expect(goalsOf(content).length).toBeGreaterThan(1);
			const goals = new Set(goalsOf(content).map(({ id }) => id));
			const linked = content.agreements.flatMap(({ goal }) => goal ?? []);
			expect(linked.length).toBeGreaterThan(0);
			expect(linked.every((goal) => goals.has(goal))).toBe(true);
		},
	);

	it('names the partners of the gemeente and who decides in whose name', async () => {
		const person = await somebody();
		const decided = decidedOf(pip.suggestion(person, 'B', portal().tenant, today));
		expect(decided.pvt.partner).toBe('VSGH');
		expect(decided.pvt.lastOn).toBe('2027-11-10');
		expect(decided.maatschappelijkeBegeleiding).toEqual({ partner: 'VSGH', lastOn: null });
		expect(decided.mandaat).toEqual({ gemeente: 'Woerden', organisation: 'Ferm Werk' });
		expect(decided.ontzorgen).toContainEqual({ last: 'huur', lastOn: '2026-08-14' });
		expect(decided.ontzorgen).toHaveLength(5);
	});

	it('leaves the MAP of a gemeente where nobody is named open, and gives a nareiziger no ontzorgen', async () => {
		const person = await somebody({ groepDetail: 'nareiziger', gemeentecode: '1901' });
		const decided = decidedOf(pip.suggestion(person, 'Z', portal().tenant, today));
		expect(decided.moduleMap.partner).toBeNull();
		expect(decided.ontzorgen).toEqual([]);
	});
});

describe('agreements under goals', () => {
	it('go under the first goal they serve, and stay where somebody put them', () => {
		const goals = [
			{ id: 'w', sentence: 'findWork', lastOn: null },
			{ id: 'l', sentence: 'speakDaily', lastOn: null },
		];
		const placed = pip.underGoals(
			[
				{ id: 'a', sentence: 'practise', slots: { hours: 3 } },
				{ id: 'b', sentence: 'pvt', slots: { hours: 12 } },
				{ id: 'c', sentence: 'practise', slots: { hours: 2 }, goal: 'w' },
				{ id: 'd', party: 'you', dutch: 'U belt.' },
			],
			goals,
		);
		expect(placed.map(({ goal }) => goal)).toEqual(['l', undefined, 'w', undefined]);
	});
});
