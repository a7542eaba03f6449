import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import {
	beforeCompletion,
	type ClosingFacts,
	type Missing,
	missingForEindgesprek,
} from '#lib/law/eindgesprek.ts';

const today = day('2026-11-23');

/** Somebody of whom everything is in and whose talk was held. */
const complete: ClosingFacts = {
	groep: 'asielstatushouder',
	leerroute: 'Z',
	course: { minutes: 800 * 60, isReported: true },
	participation: { confirmedMinutes: 800 * 60, waitingMinutes: 0, questions: 0 },
	pvtSignedOn: day('2025-06-01'),
	moduleMapPracticeOn: day('2026-01-01'),
	moduleMapEindgesprekOn: day('2026-02-01'),
	examenwens: [],
	eindgesprekPlannedOn: day('2026-11-20'),
	eindgesprekHeldOn: day('2026-11-20'),
};

const nothingYet: ClosingFacts = {
	...complete,
	course: { minutes: 0, isReported: false },
	participation: { confirmedMinutes: 0, waitingMinutes: 0, questions: 0 },
	pvtSignedOn: null,
	moduleMapPracticeOn: null,
	moduleMapEindgesprekOn: null,
	eindgesprekPlannedOn: null,
	eindgesprekHeldOn: null,
};

const notHeld = { eindgesprekPlannedOn: null, eindgesprekHeldOn: null } as const;
const hours = (confirmed: number, waiting = 0, questions = 0) => ({
	participation: { confirmedMinutes: confirmed * 60, waitingMinutes: waiting * 60, questions },
});

describe('each thing that can be missing, with its article and whose move it is', () => {
	it.each<[string, Partial<ClosingFacts>, readonly Missing[]]>([
		['nothing', {}, []],
		[
			'no school said anything',
			{ course: { minutes: 0, isReported: false } },
			[{ key: 'courseStatement', article: 'B 3.14(2)a', ball: 'school' }],
		],
		[
			'a minute of lessons',
			{ course: { minutes: 800 * 60 - 1, isReported: true } },
			[{ key: 'courseHours', article: 'B 3.14(2)a', ball: 'person', minutes: 1 }],
		],
		[
			'lessons of a gezinsmigrant',
			{ groep: 'gezinsmigrant', course: { minutes: 700 * 60, isReported: true }, ...hours(0) },
			[{ key: 'courseHours', article: 'B 3.14(3)', ball: 'person', minutes: 6000 }],
		],
		[
			'lessons under a lower norm',
			{ loweredHours: 500, course: { minutes: 499 * 60, isReported: true } },
			[{ key: 'courseHours', article: 'R 3.16(2)', ball: 'person', minutes: 60 }],
		],
		[
			'the lower norm reached',
			{ loweredHours: 500, course: { minutes: 500 * 60, isReported: true } },
			[],
		],
		[
			'hours of participation',
			hours(799),
			[{ key: 'participationHours', article: 'B 3.14(2)b', ball: 'person', minutes: 60 }],
		],
		[
			'hours that wait for the college',
			hours(790, 10),
			[{ key: 'participationWaiting', article: 'B 3.14(2)b', ball: 'gemeente', minutes: 600 }],
		],
		[
			'hours, some of which wait, with a question',
			hours(780, 10, 1),
			[
				{ key: 'participationHours', article: 'B 3.14(2)b', ball: 'person', minutes: 600 },
				{ key: 'participationQuestion', article: 'B 3.14(2)b', ball: 'person' },
				{ key: 'participationWaiting', article: 'B 3.14(2)b', ball: 'gemeente', minutes: 600 },
			],
		],
		['what waits above the norm', hours(800, 10, 1), []],
		['no participation of a gezinsmigrant', { groep: 'gezinsmigrant', ...hours(0) }, []],
		['no participation with an ontheffing', { ontheffingHours: 0, ...hours(0) }, []],
		[
			'participation under a partial ontheffing',
			{ ontheffingHours: 300, ...hours(200) },
			[{ key: 'participationHours', article: 'B 2.7(3)c', ball: 'person', minutes: 6000 }],
		],
		[
			'the signature',
			{ pvtSignedOn: null },
			[{ key: 'pvtSigned', article: 'B 3.1', ball: 'gemeente' }],
		],
		[
			'the signature, also with an ontheffing (B 2.7(3)c)',
			{ ontheffingHours: 0, pvtSignedOn: null },
			[{ key: 'pvtSigned', article: 'B 3.1', ball: 'gemeente' }],
		],
		[
			'the MAP',
			{ moduleMapPracticeOn: null, moduleMapEindgesprekOn: null },
			[
				{ key: 'moduleMapPractice', article: 'R 3.1', ball: 'person', hours: 40 },
				{ key: 'moduleMapEindgesprek', article: 'B 3.2', ball: 'gemeente' },
			],
		],
		[
			'the talk of the MAP',
			{ moduleMapEindgesprekOn: null },
			[{ key: 'moduleMapEindgesprek', article: 'B 3.2', ball: 'gemeente' }],
		],
		['no practice asked once the MAP was closed', { moduleMapPracticeOn: null }, []],
		[
			'an exam that is a wish',
			{
				examenwens: [
					{ part: 'LE', isPassed: true },
					{ part: 'KNM', isPassed: false },
				],
			},
			[{ key: 'exam', article: 'B 3.14(7)', ball: 'person', part: 'KNM' }],
		],
		['the talk', notHeld, [{ key: 'eindgesprekToPlan', article: 'B 3.14', ball: 'gemeente' }]],
		[
			'the talk, which a wish does not hold up',
			{ ...notHeld, examenwens: [{ part: 'KNM', isPassed: false }] },
			[
				{ key: 'exam', article: 'B 3.14(7)', ball: 'person', part: 'KNM' },
				{ key: 'eindgesprekToPlan', article: 'B 3.14', ball: 'gemeente' },
			],
		],
		[
			'the talk, of today',
			{ ...notHeld, eindgesprekPlannedOn: today },
			[{ key: 'eindgesprekOn', article: 'B 3.14', ball: 'person', on: today }],
		],
		[
			'word of a talk that was planned',
			{ ...notHeld, eindgesprekPlannedOn: day('2026-11-22') },
			[{ key: 'eindgesprekPassed', article: 'B 3.14', ball: 'gemeente', on: day('2026-11-22') }],
		],
		[
			'the talk, while something else is',
			{ ...notHeld, pvtSignedOn: null },
			[
				{ key: 'pvtSigned', article: 'B 3.1', ball: 'gemeente' },
				{ key: 'eindgesprekLater', article: 'B 3.14', ball: 'gemeente' },
			],
		],
	])('%s', (_name, facts, expected) => {
		expect(missingForEindgesprek({ ...complete, ...facts }, today)).toEqual(expected);
	});

	it('all of it, in the order of the law', () => {
		expect(missingForEindgesprek(nothingYet, today).map(({ key }) => key)).toEqual([
			'courseStatement',
			'participationHours',
			'pvtSigned',
			'moduleMapPractice',
			'moduleMapEindgesprek',
			'eindgesprekLater',
		]);
	});

	it.each(['B', 'O', undefined] as const)(
		'leerroute %s knows no eindgesprek (W 9)',
		(leerroute) => {
			expect(missingForEindgesprek({ ...nothingYet, leerroute }, today)).toEqual([]);
		},
	);
});

describe('PVT and MAP beside the end of the Z-route (DUO)', () => {
	const completedOn = day('2026-11-20');
	it.each([
		['2026-11-19', completedOn, true],
		['2026-11-20', completedOn, true],
		['2026-11-21', completedOn, false],
		['2026-11-21', null, true],
	] as const)('%s, completed on %s', (on, end, allowed) => {
		expect(beforeCompletion(day(on), end)).toMatchObject({ allowed, article: 'DUO MAP, PVT, Z' });
	});
});
