import { dayOf, timeOf } from '#lib/server/clock.ts';
import { NotFound } from '#lib/server/errors.ts';
import { answer, helper } from '../../hooks/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const { sees } = helper(locals);
	if (!locals.helper) throw new NotFound();
	const { endsAt, personName } = locals.helper;
	return { personName, sees, on: dayOf(endsAt), at: timeOf(endsAt) };
}) satisfies LayoutServerLoad;
