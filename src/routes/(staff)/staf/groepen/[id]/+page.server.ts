import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addWeeks, dayAfter, dayBefore } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { rowOf } from '../../agenda/row.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How far ahead a group's meetings are shown. */
const weeksAhead = 4;

/** A group: who belongs to it and what it has coming. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { today } = locals.moment;
	const { cohort, isLed, members, size } = await agenda.cohorts.view(actor, params.id, today);
	const window = { from: today, until: addWeeks(today, weeksAhead) };
	const [lines, mine] = await Promise.all([
		agenda.desk(actor, window, { cohortId: cohort.id }),
		people.caseload(actor),
	]);
	const known = new Set(mine.map(({ id }) => id));
	const inside = new Set(
		members.filter(({ until }) => until === null || until > today).map((one) => one.personId),
	);
	return {
		cohort: { id: cohort.id, name: cohort.name, kind: cohort.kind },
		partner: actor.portal.tenant.partners.find(({ id }) => id === cohort.partnerId)?.name ?? null,
		isLed,
		size,
		members: members.map(({ from, person, until }) => ({
			personId: person.id,
			name: `${person.givenName} ${person.familyName}`,
			isMine: known.has(person.id),
			from,
			last: until === null ? null : dayBefore(until),
		})),
		rows: lines.map(rowOf),
		others: mine
			.filter((one) => one.gemeentecode === cohort.gemeentecode && !inside.has(one.id))
			.map(({ familyName, givenName, id }) => ({ value: id, text: `${familyName}, ${givenName}` })),
		today,
		isStarted: url.searchParams.has('gemaakt'),
		isSaved: url.searchParams.has('bewaard'),
	};
});

const joinForm = v.object({ personId: fields.text(22), fromOn: fields.day });
const leaveForm = v.object({ member: fields.text(22), last: fields.day });

export const actions = {
	join: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(joinForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { fromOn, personId } = form.value;
		const actor = staff(locals);
		const joined = await agenda.cohorts.join(actor, params.id, personId, fromOn, locals.moment);
		if (!joined.ok) return fail(400, { problems: joined.problems, typed: form.typed });
		redirect(303, `/staf/groepen/${params.id}?bewaard`);
	}),
	leave: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(leaveForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { last, member } = form.value;
		const actor = staff(locals);
		const until = dayAfter(last);
		const left = await agenda.cohorts.leave(actor, params.id, member, until, locals.moment);
		if (!left.ok) return fail(400, { problems: left.problems, typed: form.typed });
		redirect(303, `/staf/groepen/${params.id}?bewaard`);
	}),
} satisfies Actions;
