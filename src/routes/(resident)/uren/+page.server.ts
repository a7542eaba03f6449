import * as course from '#lib/server/course/course.ts';
import * as diary from '#lib/server/diary/diary.ts';
import * as duoReports from '#lib/server/duo-reports/duo-reports.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	const [overview, reported, outlook, entries, proposed, lessons, asks, written, prepared] =
		await Promise.all([
			hours.overview(actor, actor.personId, locals.moment),
			duoReports.participation(actor, actor.personId),
			hours.outlook(actor, actor.personId, locals.moment),
			hours.list(actor, actor.personId),
			proposals.list(actor, actor.personId),
			course.overview(actor, actor.personId),
			diary.asksHowItGoes(actor, locals.moment),
			diary.own(actor),
			hours.prepared(actor),
		]);
	const { knownOn, lines, normMinutes, totalMinutes } = lessons;
	return {
		overview,
		reported,
		outlook,
		entries,
		prepared,
		proposals: proposed,
		diary: { asks, hasLines: written.length > 0 },
		lessons: { knownOn, normMinutes, totalMinutes, hasLines: lines.length > 0 },
	};
}) satisfies PageServerLoad;
