import * as v from 'valibot';
import { addWeeks, dayBefore } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';
import { rowOf } from './row.ts';

const kind = v.fallback(v.optional(v.picklist(agenda.agendaKinds)), undefined);

/** The week of a klantmanager: the own people, and the cohorts. */
export const load = answer(async ({ locals, url }) => {
	const actor = staff(locals);
	const asked = url.searchParams;
	const week = agenda.readWeek(asked.get('week') ?? '') ?? agenda.weekOf(locals.moment.today);
	const cohortId = asked.get('groep') || undefined;
	const wanted = v.parse(kind, asked.get('soort') || undefined);
	const [lines, cohorts] = await Promise.all([
		agenda.desk(actor, week, { cohortId, kind: wanted }),
		agenda.cohorts.list(actor),
	]);
	const idOf = (weeks: number) => agenda.weekOf(addWeeks(week.from, weeks)).id;
	return {
		week: { id: week.id, number: week.number, first: week.from, last: dayBefore(week.until) },
		previous: idOf(-1),
		next: idOf(1),
		today: locals.moment.today,
		rows: lines.map(rowOf),
		cohorts: cohorts.map(({ id, name }) => ({ id, name })),
		filter: { cohortId: cohortId ?? '', kind: wanted ?? '' },
	};
}) satisfies PageServerLoad;
