import * as helpers from '#lib/server/helpers/helpers.ts';
import { answer, helper } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => ({
	seen: await helpers.hoursOf(helper(locals), locals.moment),
}));
