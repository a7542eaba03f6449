import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { freeAttempts, movableUntil, partsOf } from '#lib/law/exams.ts';

const today = day('2026-11-23');
const asiel = (leerroute: 'B' | 'O' | 'Z') => ({ groep: 'asielstatushouder', leerroute }) as const;

describe('free attempts at a part (R 3.5)', () => {
	test.each([
		[0, 2],
		[1, 1],
		[2, 0],
		[3, 0],
	])('of an asielstatushouder on the B1-route after %s: %s', (taken, left) => {
		const found = freeAttempts(asiel('B'), [], { part: 'SP', taken }, today);
		expect(found).toEqual({ applies: true, of: 2, left, article: 'R 3.5' });
	});

	test('a gezinsmigrant pays', () => {
		const person = { groep: 'gezinsmigrant', leerroute: 'B' } as const;
		expect(freeAttempts(person, [], { part: 'SP', taken: 0 }, today)).toEqual({
			applies: false,
			reason: 'gezinsmigrant',
			article: 'R 3.5',
		});
	});

	test('on the onderwijsroute the KNM alone is free', () => {
		expect(freeAttempts(asiel('O'), [], { part: 'KNM', taken: 0 }, today)).toMatchObject({
			left: 2,
		});
		expect(freeAttempts(asiel('O'), [], { part: 'LE', taken: 0 }, today)).toMatchObject({
			reason: 'notOnO',
		});
	});

	test('on the Z-route what the PIP names is free (B 3.14(7))', () => {
		const sp = { part: 'SP', taken: 0 } as const;
		expect(freeAttempts(asiel('Z'), ['SP'], sp, today)).toMatchObject({ left: 2 });
		expect(freeAttempts(asiel('Z'), ['KNM'], sp, today)).toMatchObject({ reason: 'notInPlan' });
	});
});

test('the parts of each leerroute', () => {
	expect(partsOf('B', [])).toEqual(['LE', 'LU', 'SC', 'SP', 'KNM']);
	expect(partsOf('O', [])).toEqual(['KNM']);
	expect(partsOf('Z', ['KNM', 'SP'])).toEqual(['SP', 'KNM']);
	expect(partsOf(undefined, ['KNM'])).toEqual([]);
});

test.each([
	['2026-12-15', '2026-12-01'],
	['2027-01-05', '2026-12-22'],
	['2028-03-08', '2028-02-23'],
])('an exam on %s can be moved without blame up to %s (DUO Examen)', (on, lastOn) => {
	expect(movableUntil(day(on))).toEqual({ lastOn, article: 'DUO Examen' });
});
