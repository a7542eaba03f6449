import { addDays, type Day, day, dayAfter, weekday, yearOf } from '#lib/law/day.ts';

/**
 * The first day on or after `on` that is no Saturday, Sunday or official holiday:
 * a legal term that ends on such a day runs on until then (Atw 1(1); for the Besluit through Atw 5).
 * Not for terms of a year or more, of more than twelve weeks or three months (Atw 4), nor counted backwards (Atw 1(2)).
 */
export function endOfTerm(on: Day): Day {
	let last = on;
	while (!isWorkingDay(last)) last = dayAfter(last);
	return last;
}

export function isWorkingDay(on: Day): boolean {
	return weekday(on) <= 5 && !isHoliday(on);
}

/** Whether the day is an official holiday, or made equal to one (Atw 3). */
export function isHoliday(on: Day): boolean {
	return EQUALLED.includes(on) || holidaysOf(yearOf(on)).includes(on);
}

/** The official holidays of a year (Atw 3(1)) and Goede Vrijdag (Atw 3(2)), in order. */
export function holidaysOf(year: number): readonly Day[] {
	const easter = easterSunday(year);
	return [
		inYear(year, '01-01'),
		addDays(easter, -2),
		addDays(easter, 1),
		kingsDay(year),
		inYear(year, '05-05'),
		addDays(easter, 39),
		addDays(easter, 50),
		inYear(year, '12-25'),
		inYear(year, '12-26'),
	].sort();
}

/** Easter Sunday in the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const leapCentury = Math.floor(century / 4);
	const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + century - leapCentury - lunar + 15) % 30;
	const yearOfCentury = year % 100;
	const toSunday =
		(32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
	const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
	return addDays(inYear(year, '03-22'), epact + toSunday - 7 * shift);
}

/**
 * Days made equal to a holiday by royal decree (Atw 3(3)), usually for three years at a time.
 * The decrees for 2023-2025 and for 2026-2028 are here, and of the decree before them the day that
 * falls under the Wet inburgering 2021. Days after 2028 are unknown: until added, a term seems to end
 * on the earlier day, which harms no one who relies on it.
 */
export const EQUALLED: readonly Day[] = [
	'2022-05-27',
	...['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
	...['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
].map(day);

/** From this day on the equalled days are not known yet. */
export const EQUALLED_KNOWN_UNTIL: Day = day('2029-01-01');

/** 27 April since 2014, kept on the 26th when the 27th is a Sunday. */
function kingsDay(year: number): Day {
	const birthday = inYear(year, '04-27');
	return weekday(birthday) === 7 ? addDays(birthday, -1) : birthday;
}

function inYear(year: number, monthAndDay: string): Day {
	return day(`${String(year).padStart(4, '0')}-${monthAndDay}`);
}
