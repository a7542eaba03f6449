import * as talks from '#lib/server/talks/talks.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** How the talks of the whole caseload stand beside the plans. */
export const load = answer(async ({ locals }: PageServerLoadEvent) => ({
	lines: await talks.overview(staff(locals), locals.moment),
}));
