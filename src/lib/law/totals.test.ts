import { describe, expect, test } from 'vitest';
import { type CourseStatement, courseParts, lessonsForDuo } from '#lib/law/course-hours.ts';
import { day, dayAfter } from '#lib/law/day.ts';
import type { Groep } from '#lib/law/groep.ts';
import { type DecidedSession, participationForDuo } from '#lib/law/hours-duo.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import {
	countsInside,
	courseNormMinutes,
	type HoursOrigin,
	participationNormMinutes,
} from '#lib/law/participation-norm.ts';

/**
 * The totals of hours by groep and leerroute, one case a line: the two norms (in hours, null for none), each with the
 * article that says so. All of them on 23 November 2026, with a first plan of 11 May 2026.
 */
const today = day('2026-11-23');
const planOn = day('2026-05-11');

interface NormCase {
	readonly groep: Groep;
	readonly leerroute: Leerroute;
	readonly ontheffingHours?: number;
	readonly loweredHours?: number;
	readonly participation: readonly [hours: number | null, article: string];
	readonly course: readonly [hours: number | null, article: string];
}

const asiel = 'asielstatushouder';
const gezin = 'gezinsmigrant';

const norms: readonly NormCase[] = [
	{ groep: asiel, leerroute: 'Z', participation: [800, 'B 3.14(2)b'], course: [800, 'B 3.14(2)a'] },
	{ groep: gezin, leerroute: 'Z', participation: [null, 'B 3.14(3)'], course: [800, 'B 3.14(3)'] },
	{ groep: asiel, leerroute: 'B', participation: [null, 'W 9(1)'], course: [null, 'W 9(1)'] },
	{ groep: gezin, leerroute: 'B', participation: [null, 'W 9(1)'], course: [null, 'W 9(1)'] },
	{ groep: asiel, leerroute: 'O', participation: [null, 'W 9(1)'], course: [null, 'W 9(1)'] },
	{ groep: gezin, leerroute: 'O', participation: [null, 'W 9(1)'], course: [null, 'W 9(1)'] },
	// An ontheffing for participation: none of it, some of it, and never more than the law asks.
	{
		groep: asiel,
		leerroute: 'Z',
		ontheffingHours: 0,
		participation: [null, 'B 2.7(3)c'],
		course: [800, 'B 3.14(2)a'],
	},
	{
		groep: asiel,
		leerroute: 'Z',
		ontheffingHours: 300,
		participation: [300, 'B 2.7(3)c'],
		course: [800, 'B 3.14(2)a'],
	},
	{
		groep: asiel,
		leerroute: 'Z',
		ontheffingHours: 9999,
		participation: [800, 'B 2.7(3)c'],
		course: [800, 'B 3.14(2)a'],
	},
	// A plan that lowers the course hours for an impairment leaves participation alone.
	{
		groep: asiel,
		leerroute: 'Z',
		loweredHours: 400,
		participation: [800, 'B 3.14(2)b'],
		course: [400, 'R 3.16(2)'],
	},
	{
		groep: gezin,
		leerroute: 'Z',
		loweredHours: 400,
		participation: [null, 'B 3.14(3)'],
		course: [400, 'R 3.16(2)'],
	},
	{
		groep: asiel,
		leerroute: 'Z',
		ontheffingHours: 0,
		loweredHours: 400,
		participation: [null, 'B 2.7(3)c'],
		course: [400, 'R 3.16(2)'],
	},
];

describe('what is asked, by groep and leerroute', () => {
	test.each(norms)(
		'$groep, $leerroute-route, ontheffing $ontheffingHours, lowered $loweredHours: participation $participation, lessons $course',
		({ participation, course, ...facts }) => {
			expect(asked(participationNormMinutes(facts, today))).toEqual(participation);
			expect(asked(courseNormMinutes(facts, today))).toEqual(course);
		},
	);

	test('a nareiziger is asked what an asielstatushouder is: that is the groep (W 13(1))', () => {
		const facts = { groep: asiel, leerroute: 'Z' } as const;
		expect(participationNormMinutes(facts, today)).toMatchObject({ applies: true });
	});
});

function asked(norm: ReturnType<typeof participationNormMinutes | typeof courseNormMinutes>) {
	return [norm.applies ? norm.minutes / 60 : null, norm.article];
}

describe('what counts inside the 800 hours of participation, and what goes to DUO', () => {
	const done: readonly (readonly [HoursOrigin, number, string])[] = [
		['pvt', 12 * 60, 'B 3.14(5)'],
		['moduleMap', 40 * 60 + 20, 'B 3.14(5)'],
		['bredeIntake', 90, 'B 3.14(6)'],
		['maatschappelijkeBegeleiding', 100, 'B 3.14(6)'],
		['participatiewetActivity', 45, 'B 3.14(6)'],
		['activity', 725, 'B 3.14(2)b'],
		['schoolLesson', 6000, 'B 3.14(2)a'],
	];

	test.each(done)('%s: %i minutes (%s)', (origin, _minutes, article) => {
		expect(countsInside(origin)).toMatchObject({ inside: origin !== 'schoolLesson', article });
	});

	test('PVT, MAP, intake, guidance and Participatiewet are in the one sum, the school lessons are not', () => {
		const inside = done.filter(([origin]) => countsInside(origin).inside);
		const sessions = inside.map(([, minutes]) => decided(minutes));
		// 720 + 2420 + 90 + 100 + 45 + 725 = 4100 minutes: 68 hours and 20 minutes.
		expect(participationForDuo(sessions, today)).toEqual({ hours: 68, bekendTot: today });
	});

	test('rounded once, downwards, at the boundary: six times 50 minutes are 5 hours, not 0 and not 6', () => {
		const sessions = Array.from({ length: 6 }, () => decided(50));
		expect(participationForDuo(sessions, today).hours).toBe(5);
		expect(participationForDuo([...sessions, decided(59)], today).hours).toBe(5);
		expect(participationForDuo([...sessions, decided(60)], today).hours).toBe(6);
	});
});

function decided(confirmedMinutes: number): DecidedSession {
	return { doneOn: day('2026-10-05'), isOpen: false, confirmedMinutes };
}

describe('lessons: what counts for the 800 course hours, and the two totals of DUO', () => {
	const z = { leerroute: 'Z', firstDagtekeningOn: planOn } as const;
	const o = { ...z, leerroute: 'O' } as const;
	const both = [
		told('nt2', '2026-04-01', '2026-04-30', 605),
		told('nt2', '2026-06-01', '2026-06-30', 1250),
		told('knm', '2026-06-01', '2026-06-30', 125),
		told('alfabetisering', '2026-07-01', '2026-07-31', 350),
		told('deficientieVak', '2026-07-01', '2026-07-31', 600),
	];

	test('NT2, KNM and literacy count together (B 3.14(2)a); other subjects and what was before the plan do not', () => {
		expect(courseParts(both, z)).toEqual([
			{ kind: 'nt2', minutes: 1250 },
			{ kind: 'knm', minutes: 125 },
			{ kind: 'alfabetisering', minutes: 350 },
		]);
	});

	test('on the onderwijsroute all lessons count (API Gevolgde uren 1.0.0)', () => {
		expect(courseParts(both, o)).toContainEqual({ kind: 'deficientieVak', minutes: 600 });
		expect(lessonsForDuo(both, o, 'course', today)).toEqual({ hours: 38, bekendTot: '2026-08-01' });
	});

	test('the lessons since the plan and those of the brede intake are two totals, each rounded once', () => {
		// 1250 + 125 + 350 = 1725 minutes: 28 hours and 45 minutes. Before the plan: 605 minutes, 10 hours and 5 minutes.
		expect(lessonsForDuo(both, z, 'course', today)).toEqual({ hours: 28, bekendTot: '2026-08-01' });
		expect(lessonsForDuo(both, z, 'intake', today)).toEqual({ hours: 10, bekendTot: '2026-05-01' });
	});

	test('nothing was reported: there is no total, which is not the same as zero hours', () => {
		expect(lessonsForDuo([], z, 'course', today)).toBeNull();
		expect(lessonsForDuo([told('nt2', '2026-10-01', '2026-10-31', 0)], z, 'course', today)).toEqual(
			{ hours: 0, bekendTot: '2026-11-01' },
		);
	});

	test('a period across the day of the plan counts nowhere until it is split (B 5.3(5))', () => {
		const across = [told('nt2', '2026-05-01', '2026-05-31', 900)];
		expect(courseParts(across, z)).toEqual([]);
		expect(lessonsForDuo(across, z, 'course', today)).toBeNull();
		expect(lessonsForDuo(across, z, 'intake', today)).toBeNull();
		const split = [
			told('nt2', '2026-05-01', '2026-05-10', 300),
			told('nt2', '2026-05-11', '2026-05-31', 600),
		];
		expect(courseParts(split, z)).toEqual([{ kind: 'nt2', minutes: 600 }]);
	});

	test('what goes on today is left out, with all from its first day: `bekendTot` is exclusive', () => {
		const going = [
			told('nt2', '2026-10-01', '2026-10-31', 600),
			told('knm', '2026-11-10', '2026-11-12', 300),
			told('nt2', '2026-11-09', '2026-11-23', 240),
		];
		expect(lessonsForDuo(going, z, 'course', today)).toEqual({
			hours: 10,
			bekendTot: '2026-11-01',
		});
	});

	test('without a plan everything is of the brede intake', () => {
		expect(courseParts(both, {})).toEqual([]);
		expect(lessonsForDuo(both, {}, 'intake', today)?.hours).toBe(38);
	});
});

describe('hours at vso, praktijkonderwijs or entree before the plan (B 3.14(9), since 2 April 2026)', () => {
	const z = { leerroute: 'Z', firstDagtekeningOn: planOn } as const;
	const school = (first: string, last: string, recordedOn?: string) =>
		told('eerderOnderwijs', first, last, 3000, recordedOn);

	test.each([
		['in the two years before', school('2024-05-11', '2026-05-10'), 3000],
		['one day too long ago', school('2024-05-10', '2024-06-30'), 0],
		['running on into the plan', school('2026-05-01', '2026-05-11'), 0],
		['written down before it was law', school('2025-01-01', '2025-06-30', '2026-04-01'), 0],
	])('%s', (_, statement, minutes) => {
		const counted = courseParts([statement], z).reduce((sum, one) => sum + one.minutes, 0);
		expect(counted).toBe(minutes);
	});

	test('they lower what is still to do, and are in neither total of DUO', () => {
		const lessons = [
			school('2025-01-01', '2025-06-30'),
			told('nt2', '2026-06-01', '2026-06-30', 1200),
		];
		expect(courseParts(lessons, z)).toEqual([
			{ kind: 'nt2', minutes: 1200 },
			{ kind: 'eerderOnderwijs', minutes: 3000 },
		]);
		expect(lessonsForDuo(lessons, z, 'course', today)?.hours).toBe(20);
		expect(lessonsForDuo(lessons, z, 'intake', today)).toBeNull();
	});
});

function told(
	kind: CourseStatement['kind'],
	first: string,
	last: string,
	minutes: number,
	recordedOn = '2026-11-02',
): CourseStatement {
	return {
		kind,
		from: day(first),
		until: dayAfter(day(last)),
		minutes,
		recordedOn: day(recordedOn),
	};
}
