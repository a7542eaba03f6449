import { dayBefore } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { NotFound } from '#lib/server/errors.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const { moment } = locals;
	const week = agenda.readWeek(params.week);
	if (!week) throw new NotFound();
	const planned = await agenda.shown(resident(locals), week, moment);
	const now = agenda.weekOf(moment.today).id;
	return {
		week: week.id,
		number: week.number,
		first: week.from,
		last: dayBefore(week.until),
		days: agenda.byDay(planned, week, moment.today),
		earlier: agenda.weekOf(dayBefore(week.from)).id,
		later: agenda.weekOf(week.until).id,
		now: now === week.id ? null : now,
		today: moment.today,
	};
});
