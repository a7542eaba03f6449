import * as v from 'valibot';
import type { HoursKind } from '#lib/law/hours.ts';
import * as duoReports from '#lib/server/duo-reports/duo-reports.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { totalFields } from './total-fields.ts';

const hours = fields.optionalWhole(0, duoReports.mostHours);

/** What was shown of each kind comes back with the day it was reported; a kind without a total has no fields. */
export const reportFields = v.object({
	shownOn: fields.day,
	seen: fields.whole(0, 99_999),
	participationHours: hours,
	participationTot: fields.optionalDay,
	courseHours: hours,
	courseTot: fields.optionalDay,
	intakeHours: hours,
	intakeTot: fields.optionalDay,
	reportedOn: fields.day,
	lowerReason: v.pipe(
		v.optional(v.union([v.literal(''), fields.choice(duoReports.lowerReasons)]), ''),
		v.transform((reason) => (reason === '' ? null : reason)),
	),
});

/** A report out of what was sent. */
export function saidOf(sent: v.InferOutput<typeof reportFields>): duoReports.Said {
	const { lowerReason, reportedOn, seen, shownOn } = sent;
	const total = (kind: HoursKind) => {
		const names = totalFields[kind];
		const [some, until] = [sent[names.hours], sent[names.bekendTot]];
		return some === null || until === null ? null : { hours: some, bekendTot: until };
	};
	const totals = {
		participation: total('participation'),
		course: total('course'),
		intake: total('intake'),
	};
	return { shownOn, seen, totals, reportedOn, way: 'duoPortal', lowerReason };
}
