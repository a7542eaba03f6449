import type { DuoTotals } from '#lib/law/duo-report.ts';
import { type Day, laterOf } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as courses from '../course/course.ts';
import * as hours from '../hours/hours.ts';

/**
 * What the ledger says on a day, of each kind apart: participation as the college decided it, lessons as the schools
 * reported them. Nothing of the day itself is in it.
 */
export async function totalsOn(actor: Staff, personId: string, today: Day): Promise<DuoTotals> {
	const participation = await hours.forDuo(actor, personId, { today });
	const { lessons: course, intake } = await courses.forDuo(actor, personId, { today });
	return { participation, course, intake };
}

/** The day since which the ledger stands as it does; null where nothing was ever written in it. */
export async function standingSince(actor: Staff, personId: string): Promise<Day | null> {
	const { lines } = await courses.overview(actor, personId);
	const days = [
		await hours.lastChangeOn(actor, personId),
		...lines.map(({ recordedOn }) => recordedOn),
	].filter((on) => on !== null);
	return days.reduce<Day | null>((last, on) => (last ? laterOf(last, on) : on), null);
}
