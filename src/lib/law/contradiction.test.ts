import { describe, expect, test } from 'vitest';
import { contradictions } from '#lib/law/contradiction.ts';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';

const facts: Facts = {
	stelsel: 'wi2021',
	groep: 'asielstatushouder',
	plichtSince: day('2026-02-20'),
	notifiedOn: day('2026-03-02'),
	brpRegisteredOn: day('2026-02-16'),
	firstDagtekeningOn: day('2026-05-11'),
	dagtekeningOn: day('2026-05-11'),
	leerroute: 'Z',
};

test('facts that fit together have none', () => {
	expect(contradictions(facts)).toEqual([]);
	expect(contradictions({ stelsel: 'wi2021', groep: 'gezinsmigrant' })).toEqual([]);
});

describe('each contradiction names its field and article', () => {
	test.each([
		[{ stelsel: 'wi2013' }, 'stelsel', 'stelselDoesNotFitPlicht', 'W 54(1)'],
		[{ firstDagtekeningOn: undefined }, 'firstDagtekeningOn', 'firstDagtekeningMissing', 'W 11(3)'],
		[{ dagtekeningOn: day('2026-05-10') }, 'dagtekeningOn', 'dagtekeningBeforeFirst', 'DUO PIP'],
		[
			{ plichtSince: day('2026-05-12') },
			'firstDagtekeningOn',
			'dagtekeningBeforePlicht',
			'DUO PIP',
		],
		[
			{ waitingForThirdParty: true, thirdPartyInformationOn: day('2026-04-01') },
			'waitingForThirdParty',
			'stillWaitingThoughInformed',
			'B 5.3(2)',
		],
		[{ extendedUntil: day('2029-05-11') }, 'extendedUntil', 'extensionShortensTerm', 'W 12(1)'],
		[{ interruptionDays: 367 }, 'interruptionDays', 'interruptionTooLong', 'B 2.1(2)'],
		[{ niveau: 'B1' }, 'niveau', 'b1WithZ', 'DUO PIP'],
		[{ leerroute: 'O', niveau: 'A2' }, 'niveau', 'a2WithO', 'DUO PIP'],
		[{ leerroute: 'B', niveau: 'A2' }, 'niveau', 'a2InFirstPip', 'DUO PIP'],
	] as const)('%o', (change, field, problem, article) => {
		expect(contradictions({ ...facts, ...change })).toEqual([{ field, problem, article }]);
	});

	test('a PIP before 2022 (W 55)', () => {
		const early = { firstDagtekeningOn: day('2021-12-31'), plichtSince: undefined };
		expect(contradictions({ ...facts, ...early })).toEqual([
			{ field: 'firstDagtekeningOn', problem: 'dagtekeningBeforeTheLaw', article: 'W 55' },
		]);
	});

	test('A2 in a later PIP of the B1-route is fine', () => {
		const later = { leerroute: 'B', niveau: 'A2', dagtekeningOn: day('2028-01-10') } as const;
		expect(contradictions({ ...facts, ...later })).toEqual([]);
	});
});
