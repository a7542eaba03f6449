import { addDays, addWeeks, type Day } from '#lib/law/day.ts';
import { mondayOf, type Planned } from '../agenda/agenda.ts';
import { nothing } from './timetable.ts';

/**
 * What is planned for one of the named people alone. Talks are in the afternoon or on a day without lessons, but for
 * `senait` and `rima`, for whom something falls together.
 */
export function appointments(key: string, language: string, today: Day): readonly Planned[] {
	const monday = mondayOf(today);
	const interpreted = { interpreterLanguage: language } as const;
	const gemeentehuis = { place: 'Gemeentehuis, kamer 12', address: 'Crackstraat 2, Heerenveen' };
	const talk: Omit<Planned, 'on' | 'at'> = {
		...nothing,
		...gemeentehuis,
		kind: 'appointment',
		minutes: 45,
		withWhom: 'Anna de Wit',
		bring: ['identityCard'],
	};
	const exam: Omit<Planned, 'on' | 'subject'> = {
		...nothing,
		kind: 'exam',
		at: '09:15',
		minutes: 75,
		place: 'DUO, examenlocatie',
		address: 'Hanzelaan 95, Zwolle',
		bring: ['identityCard', 'letter'],
	};
	const progress = { ...talk, kind: 'voortgangsgesprek', minutes: 60, ...interpreted } as const;
	switch (key) {
		case 'amina':
			return [
				{
					...talk,
					...interpreted,
					subject: 'Huur en zorgtoeslag',
					on: addDays(monday, 1),
					at: '14:30',
					interpreter: 'booked',
					bring: ['identityCard', 'letter', 'bankCard'],
				},
				{ ...progress, on: addWeeks(addDays(monday, 4), 2), at: '13:30', interpreter: 'asked' },
			];
		case 'selam':
			return [
				{ ...progress, on: addWeeks(addDays(monday, 1), 1), at: '10:00', interpreter: 'booked' },
				{ ...exam, subject: 'KNM', on: addWeeks(addDays(monday, 2), 3) },
			];
		case 'elif':
			return [{ ...exam, subject: 'Lezen', on: addWeeks(addDays(monday, 2), 1) }];
		case 'hala':
			return [{ ...exam, subject: 'KNM', on: addWeeks(addDays(monday, 2), -2) }];
		case 'farid':
			return [
				{ ...progress, on: addWeeks(addDays(monday, 4), 1), at: '11:00', interpreter: 'booked' },
			];
		case 'ayaan':
			return [{ ...talk, subject: 'Diploma’s', on: addDays(monday, 4), at: '10:30' }];
		case 'yonas':
			return [
				{
					...talk,
					...interpreted,
					kind: 'intake',
					on: addDays(monday, 3),
					at: '10:30',
					minutes: 90,
					interpreter: 'asked',
				},
			];
		case 'dawit':
			return [{ ...exam, subject: 'KNM', on: addWeeks(addDays(monday, 1), 2) }];
		case 'layla':
			return [
				{
					...progress,
					on: addWeeks(addDays(monday, 2), 1),
					at: '09:30',
					interpreter: 'booked',
					withWhom: 'Bart Postma',
				},
			];
		case 'zahra':
			return [
				{
					...exam,
					subject: 'Spreken',
					address: 'Westeinde 12, Rijswijk',
					on: addDays(monday, 8),
				},
			];
		case 'joy':
		case 'karim':
			return [
				{
					...progress,
					place: 'Ferm Werk, balie',
					address: 'Blekerijlaan 14, Woerden',
					withWhom: 'Carla Smit',
					on: addWeeks(addDays(monday, 3), 1),
					at: '14:00',
					interpreter: key === 'joy' ? 'none' : 'booked',
				},
			];
		case 'senait':
		case 'rima':
			return [
				{
					...talk,
					...interpreted,
					subject: 'Kinderopvang',
					on: addDays(monday, 3),
					at: '11:15',
					interpreter: 'booked',
				},
			];
		default:
			return [];
	}
}
