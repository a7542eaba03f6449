import * as duoReports from '#lib/server/duo-reports/duo-reports.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals }) =>
	duoReports.unreported(staff(locals), locals.moment),
) satisfies PageServerLoad;
