import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import {
	countsInside,
	courseNormMinutes,
	earlierSchoolHours,
	HOURS_ORIGINS,
	participationNormMinutes,
} from '#lib/law/participation-norm.ts';

const on = day('2026-11-05');
const asielZ = { groep: 'asielstatushouder', leerroute: 'Z' } as const;
const gezinZ = { groep: 'gezinsmigrant', leerroute: 'Z' } as const;

describe('participation: 800 hours, Z-route, asielstatushouders only (B 3.14(2)b, (3))', () => {
	test('an asielstatushouder in the Z-route: 48,000 minutes', () => {
		expect(participationNormMinutes(asielZ, on)).toEqual({
			applies: true,
			minutes: 48_000,
			article: 'B 3.14(2)b',
		});
	});

	test('a gezinsmigrant in the Z-route: none (B 3.14(3))', () => {
		expect(participationNormMinutes(gezinZ, on)).toEqual({
			applies: false,
			reason: 'gezinsmigrant',
			article: 'B 3.14(3)',
		});
	});

	test.each(['B', 'O'] as const)('none in route %s (W 9(1))', (leerroute) => {
		const norm = participationNormMinutes({ groep: 'asielstatushouder', leerroute }, on);
		expect(norm).toMatchObject({ applies: false, reason: 'notZRoute' });
	});

	test('before the PIP there is no leerroute, so no norm yet (W 15(1)a)', () => {
		const norm = participationNormMinutes({ groep: 'asielstatushouder' }, on);
		expect(norm).toMatchObject({ applies: false, reason: 'noLeerroute' });
	});

	test.each([
		[300, 18_000],
		[1, 60],
		[800, 48_000],
		[1200, 48_000],
	])('an ontheffing that leaves %i hours makes it %i minutes (B 2.7(3)c)', (hours, minutes) => {
		const norm = participationNormMinutes({ ...asielZ, ontheffingHours: hours }, on);
		expect(norm).toEqual({ applies: true, minutes, article: 'B 2.7(3)c' });
	});

	test('an ontheffing with 0 hours takes participation away (B 2.7(3)c)', () => {
		const norm = participationNormMinutes({ ...asielZ, ontheffingHours: 0 }, on);
		expect(norm).toMatchObject({ applies: false, reason: 'ontheffing' });
	});

	test('a lower norm for an impairment is about course hours and leaves participation at 800 (R 3.16(2))', () => {
		const norm = participationNormMinutes({ ...asielZ, loweredHours: 400 }, on);
		expect(norm).toMatchObject({ applies: true, minutes: 48_000 });
	});

	test('half an hour of ontheffing does not exist at DUO', () => {
		expect(() => participationNormMinutes({ ...asielZ, ontheffingHours: 0.5 }, on)).toThrow(
			RangeError,
		);
	});
});

describe('course hours: 800 in the Z-route, both groups (B 3.14(2)a, (3))', () => {
	test.each([asielZ, gezinZ])('$groep: 48,000 minutes', (facts) => {
		expect(courseNormMinutes(facts, on)).toMatchObject({ applies: true, minutes: 48_000 });
	});

	test('a PIP can lower it to 400 for an impairment in rehabilitation (R 3.16(2))', () => {
		expect(courseNormMinutes({ ...gezinZ, loweredHours: 400 }, on)).toEqual({
			applies: true,
			minutes: 24_000,
			article: 'R 3.16(2)',
		});
	});

	test('an ontheffing for participation leaves the lessons alone (B 2.7(3)c)', () => {
		expect(courseNormMinutes({ ...asielZ, ontheffingHours: 0 }, on)).toMatchObject({
			minutes: 48_000,
		});
	});
});

describe('what counts inside the 800 hours of participation', () => {
	test.each([
		['activity', 'college', 'B 3.14(2)b'],
		['pvt', 'law', 'B 3.14(5)'],
		['moduleMap', 'law', 'B 3.14(5)'],
		['bredeIntake', 'college', 'B 3.14(6)'],
		['maatschappelijkeBegeleiding', 'college', 'B 3.14(6)'],
		['participatiewetActivity', 'college', 'B 3.14(6)'],
	] as const)('%s does, decided by %s (%s)', (origin, by, article) => {
		expect(countsInside(origin)).toEqual({ inside: true, by, article });
	});

	test('school lessons are the only origin that never does (B 3.14(2)a)', () => {
		const outside = HOURS_ORIGINS.filter((origin) => !countsInside(origin).inside);
		expect(outside).toEqual(['schoolLesson']);
	});
});

describe('hours at vso, praktijkonderwijs or entree before the PIP (B 3.14(9)-(10), since 2026-04-02)', () => {
	const dagtekeningOn = day('2026-05-11');

	test.each([
		['2024-05-11', true],
		['2026-05-10', true],
		['2024-05-10', false],
		['2026-05-11', false],
	])('followed on %s before a PIP of 2026-05-11: %s', (followedOn, allowed) => {
		const hours = { followedOn: day(followedOn), dagtekeningOn };
		expect(earlierSchoolHours(hours, on).allowed).toBe(allowed);
	});

	test('on 2026-04-01 it was not the law yet', () => {
		const hours = { followedOn: day('2025-09-01'), dagtekeningOn: day('2026-03-02') };
		expect(earlierSchoolHours(hours, day('2026-04-01'))).toMatchObject({ reason: 'notYetLaw' });
	});
});
