import { addDays, addMonths, type Day, day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as course from '../course/course.ts';
import type { Person } from '../people/people.ts';
import { morningOf } from './seed.ts';

/** The named people whose school reports, month by month. */
export const pupils: readonly string[] = ['amina', 'selam', 'joy', 'karim', 'zahra'];

const school = 'Taalschool De Brug';

/**
 * What a school reported of each whole month since the plan: NT2, every third month KNM as well, and of the first month
 * a better number later.
 */
export async function reportLessons(manager: Staff, person: Person, planOn: Day, today: Day) {
	const first = addMonths(firstOf(planOn), 1);
	for (let nth = 0; ; nth += 1) {
		const fromOn = addMonths(first, nth);
		const until = addMonths(first, nth + 1);
		if (until > firstOf(today)) return;
		const sourceOn = addDays(until, 2);
		const moment = { now: morningOf(sourceOn), today: sourceOn };
		const statement: course.Statement = {
			school,
			kind: 'nt2',
			fromOn,
			until,
			attendedMinutes: 1800 + (nth % 4) * 165,
			excusedMinutes: nth % 3 === 1 ? 180 : 0,
			unexcusedMinutes: nth % 5 === 4 ? 90 : 0,
			source: 'attendanceList',
			sourceText: `Aanwezigheid ${fromOn.slice(0, 7)}`,
			sourceOn,
		};
		await done(course.record(manager, person.id, statement, moment));
		if (nth % 3 === 2) {
			const knm = { ...statement, kind: 'knm', attendedMinutes: 270, excusedMinutes: 0 } as const;
			await done(course.record(manager, person.id, knm, moment));
		}
		if (nth === 0) await correctFirst(manager, person, statement, addDays(sourceOn, 5));
	}
}

async function correctFirst(manager: Staff, person: Person, first: course.Statement, on: Day) {
	const [line] = (await course.overview(manager, person.id)).lines;
	const better: course.Statement = {
		...first,
		attendedMinutes: first.attendedMinutes + 90,
		source: 'schoolStatement',
		sourceText: 'Verbeterde opgave van de school',
		sourceOn: on,
	};
	await done(
		course.correct(manager, person.id, line?.id ?? '', better, { now: morningOf(on), today: on }),
	);
}

async function done(outcome: ReturnType<typeof course.record>) {
	const told = await outcome;
	if (!told.ok) throw new Error(JSON.stringify(told.problems));
}

function firstOf(on: Day): Day {
	return day(`${on.slice(0, 7)}-01`);
}
