import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { type DecidedSession, participationForDuo } from '#lib/law/hours-duo.ts';

const today = day('2026-11-23');

function decided(doneOn: string, confirmedMinutes: number): DecidedSession {
	return { doneOn: day(doneOn), isOpen: false, confirmedMinutes };
}

function open(doneOn: string): DecidedSession {
	return { doneOn: day(doneOn), isOpen: true, confirmedMinutes: 0 };
}

describe('the total of participation for DUO (API Gevolgde uren 1.0.0), on 23 November 2026', () => {
	test('nothing declared: zero hours, known until today', () => {
		expect(participationForDuo([], today)).toEqual({ hours: 0, bekendTot: '2026-11-23' });
	});

	test('four times 45 minutes are three hours: the sum is rounded, no session is', () => {
		const sessions = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-20'];
		const total = participationForDuo(
			sessions.map((on) => decided(on, 45)),
			today,
		);
		expect(total).toEqual({ hours: 3, bekendTot: '2026-11-23' });
	});

	test('59 minutes are no hour yet', () => {
		expect(participationForDuo([decided('2026-11-02', 59)], today).hours).toBe(0);
	});

	test('hours of today are left out: the day is exclusive', () => {
		const sessions = [decided('2026-11-22', 120), decided('2026-11-23', 180)];
		expect(participationForDuo(sessions, today)).toEqual({ hours: 2, bekendTot: '2026-11-23' });
	});

	test('from the first day with an open declaration nothing is known yet', () => {
		const sessions = [
			decided('2026-10-05', 240),
			open('2026-10-12'),
			decided('2026-10-12', 60),
			decided('2026-11-02', 300),
			open('2026-11-09'),
		];
		expect(participationForDuo(sessions, today)).toEqual({ hours: 4, bekendTot: '2026-10-12' });
	});
});
