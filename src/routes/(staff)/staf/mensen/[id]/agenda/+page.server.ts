import { addWeeks, dayBefore } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** How much is shown at once. */
const weeksShown = 4;

/** What is planned for one person, from a week on. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const week =
		agenda.readWeek(url.searchParams.get('week') ?? '') ?? agenda.weekOf(locals.moment.today);
	const window = { from: week.from, until: addWeeks(week.from, weeksShown) };
	const planned = await agenda.of(actor, person.id, window);
	const clashes = agenda.clashes(planned);
	const idOf = (weeks: number) => agenda.weekOf(addWeeks(week.from, weeks)).id;
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		period: { number: week.number, first: week.from, last: dayBefore(window.until) },
		previous: idOf(-weeksShown),
		next: idOf(weeksShown),
		today: locals.moment.today,
		rows: planned.map((one) => ({
			key: one.key,
			kind: one.kind,
			on: one.on,
			at: one.at,
			until: agenda.wallOf(one.endsAt).at,
			place: one.place,
			subject: one.subject,
			isCancelled: one.isCancelled,
			isMoved: one.was !== null,
			answer: one.answer && {
				isComing: one.answer.isComing,
				reason: one.answer.reason,
				holds: one.answer.holds,
			},
			clashes: (clashes.get(one.key) ?? []).map((other) => ({ kind: other.kind, at: other.at })),
		})),
	};
});
