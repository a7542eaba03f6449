import { addDays, type Day, day, isDay, isLikely } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** How many days stand on one page. */
const daysShown = 7;

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const { moment } = locals;
	const actor = resident(locals);
	const from = firstDay(url.searchParams.get('vanaf'), moment.today);
	const window = { from, until: addDays(from, daysShown) };
	const planned = await agenda.shown(actor, window, moment);
	const isNow = from === moment.today;
	const days = agenda.byDay(planned, window, moment.today);
	return {
		window: { first: from, last: addDays(from, daysShown - 1) },
		isNow,
		days: days.filter(({ planned }) => planned.length > 0),
		later: isNow && planned.length === 0 ? (await agenda.soon(actor, moment)).later : null,
		earlier: addDays(from, -daysShown),
		next: window.until,
		week: agenda.weekOf(from).id,
		today: moment.today,
	};
});

/** An address with a day that is none, or centuries away, is the page of today. */
function firstDay(asked: string | null, today: Day): Day {
	return asked !== null && isDay(asked) && isLikely(day(asked)) ? day(asked) : today;
}
