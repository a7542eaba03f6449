import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as course from '../course/course.ts';
import type { Outcome } from '../errors.ts';
import * as duoReports from './duo-reports.ts';

/** Lessons that a school reported of a period, in whole hours. */
export async function lessons(
	actor: Staff,
	personId: string,
	[fromOn, until]: readonly [string, string],
	hours: number,
	moment: Moment,
) {
	const said = await course.record(
		actor,
		personId,
		{
			kind: 'nt2',
			school: 'Taalschool De Brug',
			source: 'schoolStatement',
			sourceText: 'Overzicht',
			sourceOn: moment.today,
			fromOn: day(fromOn),
			until: day(until),
			attendedMinutes: hours * 60,
			excusedMinutes: null,
			unexcusedMinutes: null,
		},
		moment,
	);
	if (!said.ok) throw new Error(JSON.stringify(said.problems));
}

/** Says that DUO was told what the page of this moment shows, as somebody does who looks and writes it down at once. */
export async function report(
	actor: Staff,
	personId: string,
	moment: Moment,
	differing: Partial<duoReports.Said> = {},
): Promise<Outcome<null>> {
	return duoReports.record(
		actor,
		personId,
		await shown(actor, personId, moment, differing),
		moment,
	);
}

/** What a page made at this moment sends. */
export async function shown(
	actor: Staff,
	personId: string,
	moment: Moment,
	differing: Partial<duoReports.Said> = {},
): Promise<duoReports.Said> {
	const { reports, totals } = await duoReports.overview(actor, personId, moment);
	return {
		shownOn: moment.today,
		seen: reports[0]?.number ?? 0,
		totals,
		reportedOn: moment.today,
		way: 'duoPortal',
		lowerReason: null,
		...differing,
	};
}
