import { today } from '#lib/server/people/today.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => ({
	today: await today(resident(locals), locals.moment),
	name: locals.account?.name ?? '',
}));
