import { dayAfter } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { answer, partner } from '../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';
import { shownOf } from './shown.ts';

/** The lessons of today and of this week, of the groups that this partner gives. */
export const load = answer(async ({ locals }) => {
	const actor = partner(locals);
	const { today } = locals.moment;
	const { from, until } = agenda.weekOf(today);
	const all = (await agenda.lessonsOf(actor, { from, until })).map(shownOf);
	const isToday = ({ on }: { on: string }) => on >= today && on < dayAfter(today);
	return { today: all.filter(isToday), week: all.filter((one) => !isToday(one)) };
}) satisfies PageServerLoad;
