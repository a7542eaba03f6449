import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { NoNormForDay } from '#lib/law/norm.ts';
import { type Obligation, type ObligationKey, obligations } from '#lib/law/obligation.ts';

const on = day('2026-11-05');
const asiel: Facts = { stelsel: 'wi2021', groep: 'asielstatushouder' };
const gezin: Facts = { stelsel: 'wi2021', groep: 'gezinsmigrant' };

function one(facts: Facts, key: ObligationKey): Obligation {
	const said = obligations(facts, on);
	if (said.law !== 'wi2021') throw new Error('expected the law of 2021');
	const found = said.obligations.find((obligation) => obligation.key === key);
	if (found === undefined) throw new Error(`no ${key}`);
	return found;
}

describe('for every inburgeraar (W 6, 14, 15, 17)', () => {
	test.each([asiel, gezin])('$groep: brede intake, begeleiding and PVT of 12 hours', (facts) => {
		expect(one(facts, 'bredeIntake')).toMatchObject({ duty: 'must', article: 'W 14(1)' });
		expect(one(facts, 'begeleiding')).toMatchObject({ provider: 'gemeente' });
		for (const leerroute of ['B', 'O', 'Z'] as const) {
			expect(one({ ...facts, leerroute }, 'pvt')).toMatchObject({
				duty: 'must',
				provider: 'gemeente',
				minutes: 720,
			});
		}
	});

	test('the leerbaarheidstoets is taken by DUO, not by the klantmanager (W 14(5), R 5.1)', () => {
		expect(one(asiel, 'leerbaarheidstoets').provider).toBe('duo');
	});
});

describe('module Arbeidsmarkt en Participatie (W 6(1)b, 8(3), R 3.1)', () => {
	test.each(['B', 'Z'] as const)('route %s: 40 practical hours, both groups', (leerroute) => {
		for (const facts of [asiel, gezin]) {
			expect(one({ ...facts, leerroute }, 'moduleMap')).toMatchObject({
				duty: 'must',
				minutes: 2400,
			});
		}
	});

	test('not in the onderwijsroute (W 8(3))', () => {
		expect(one({ ...asiel, leerroute: 'O' }, 'moduleMap')).toMatchObject({
			duty: 'no',
			article: 'W 8(3)',
			reason: 'notOnOnderwijsroute',
		});
	});

	test('before the PIP it is not known yet', () => {
		expect(one(asiel, 'moduleMap').duty).toBe('notYetKnown');
	});
});

describe('lessons are offered to asielstatushouders and paid by gezinsmigranten (W 16, 20)', () => {
	test.each([
		[asiel, 'gemeente', 'W 16(1)'],
		[gezin, 'self', 'W 20(1)'],
	] as const)('%o', (facts, provider, article) => {
		expect(one(facts, 'lessons')).toMatchObject({ provider, article });
	});

	test('only the PIP of an asielstatushouder fixes their intensity (W 15(2))', () => {
		expect(one(asiel, 'lessonIntensity').duty).toBe('must');
		expect(one(gezin, 'lessonIntensity').duty).toBe('no');
	});
});

describe('exams and KNM per leerroute', () => {
	test.each([
		['B', 'exams', 'must', 'W 7(1)a'],
		['B', 'knm', 'must', 'W 7(1)b'],
		['O', 'exams', 'may', 'W 8(4)a'],
		['O', 'knm', 'must', 'W 8(4)b'],
		['Z', 'exams', 'may', 'B 3.14(7)'],
		['Z', 'knm', 'may', 'B 3.14(7)'],
	] as const)('route %s: %s %s (%s)', (leerroute, key, duty, article) => {
		expect(one({ ...asiel, leerroute }, key)).toMatchObject({ duty, article });
	});

	test('the taalschakeltraject belongs to the onderwijsroute only (W 8(1))', () => {
		expect(one({ ...asiel, leerroute: 'O' }, 'taalschakeltraject')).toMatchObject({
			duty: 'must',
			provider: 'gemeente',
		});
		expect(one({ ...gezin, leerroute: 'O' }, 'taalschakeltraject').provider).toBe('self');
		expect(one({ ...asiel, leerroute: 'B' }, 'taalschakeltraject').duty).toBe('no');
	});
});

describe('the Z-route per group (B 3.14(2), (3))', () => {
	test('asielstatushouder: 800 course hours, 800 participation hours, eindgesprek', () => {
		const facts = { ...asiel, leerroute: 'Z' } as const;
		expect(one(facts, 'zCourse')).toMatchObject({ provider: 'gemeente', minutes: 48_000 });
		expect(one(facts, 'zParticipation')).toMatchObject({ duty: 'must', minutes: 48_000 });
		expect(one(facts, 'eindgesprek')).toMatchObject({ duty: 'must', article: 'B 3.14(2)c' });
	});

	test('gezinsmigrant: 800 course hours and eindgesprek, no participation (B 3.14(3))', () => {
		const facts = { ...gezin, leerroute: 'Z' } as const;
		expect(one(facts, 'zCourse')).toMatchObject({ provider: 'self', minutes: 48_000 });
		expect(one(facts, 'zParticipation')).toMatchObject({ duty: 'no', article: 'B 3.14(3)' });
		expect(one(facts, 'eindgesprek').duty).toBe('must');
	});

	test('in the B1-route nothing of it', () => {
		for (const key of ['zCourse', 'zParticipation', 'eindgesprek'] as const) {
			expect(one({ ...asiel, leerroute: 'B' }, key).duty).toBe('no');
		}
	});
});

describe('support', () => {
	test('maatschappelijke begeleiding is for asielstatushouders, nareizigers included (W 13(1))', () => {
		expect(one(asiel, 'maatschappelijkeBegeleiding').provider).toBe('gemeente');
		const nareiziger = { ...asiel, detail: 'nareiziger' } as const;
		expect(one(nareiziger, 'maatschappelijkeBegeleiding').provider).toBe('gemeente');
		expect(one(gezin, 'maatschappelijkeBegeleiding').duty).toBe('no');
	});

	test('ontzorgen is for the asylum permit with a benefit only (Pw 56a)', () => {
		const withBenefit = { ...asiel, hasParticipatiewetBenefit: true } as const;
		expect(one(withBenefit, 'ontzorgen')).toMatchObject({ duty: 'must', reason: 'benefit' });
		expect(one(asiel, 'ontzorgen')).toMatchObject({ duty: 'no', reason: 'noBenefit' });
		expect(one({ ...withBenefit, detail: 'nareiziger' }, 'ontzorgen')).toMatchObject({
			duty: 'no',
			reason: 'joinedOnRegularPermit',
		});
		expect(one({ ...gezin, hasParticipatiewetBenefit: true }, 'ontzorgen').duty).toBe('no');
	});

	test('other participation: a gezinsmigrant only with a benefit (W 15(3))', () => {
		expect(one(gezin, 'otherParticipation').duty).toBe('no');
		const withBenefit = { ...gezin, hasParticipatiewetBenefit: true } as const;
		expect(one(withBenefit, 'otherParticipation').duty).toBe('may');
		expect(one(asiel, 'otherParticipation').duty).toBe('may');
	});
});

test('under the law of 2013 it says so, and what applies instead (W 54(1))', () => {
	expect(obligations({ ...asiel, stelsel: 'wi2013' }, on)).toEqual({
		law: 'wi2013',
		article: 'W 54(1)',
		reason: 'plichtBefore2022',
		appliesInstead: ['languageExamsA2', 'knm', 'ona', 'ownCourseWithLoan'],
		notApplicable: ['pip', 'moduleMap', 'zRoute', 'bredeIntake'],
	});
});

test('before 2022 there are no obligations of the new law (W 55)', () => {
	expect(() => obligations(asiel, day('2021-12-31'))).toThrow(NoNormForDay);
});
