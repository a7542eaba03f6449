import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { permitted, type Staff } from '#lib/server/access/access.ts';
import * as household from '#lib/server/people/household.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await writable(actor, params.id);
	const { members, others } = await household.householdOf(actor, person.id);
	const known = new Set([person.id, ...members.map(({ id }) => id)]);
	const caseload = await people.caseload(actor);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		members,
		others,
		choices: caseload
			.filter(({ id }) => !known.has(id))
			.map(({ familyName, givenName, id }) => ({ value: id, text: `${familyName}, ${givenName}` })),
		isSaved: url.searchParams.has('bewaard'),
	};
});

const linking = v.object({ other: fields.text(22) });
const leaving = v.object({ who: fields.text(22) });

export const actions = {
	link: answer(async ({ locals, params, request }: RequestEvent) => {
		await writable(staff(locals), params.id);
		const form = await readForm(linking, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { other } = form.value;
		const linked = await household.link(staff(locals), params.id, other, locals.moment.now);
		if (!linked.ok) return fail(400, { problems: linked.problems });
		redirect(303, `/staf/mensen/${params.id}/huishouden?bewaard`);
	}),
	leave: answer(async ({ locals, params, request }: RequestEvent) => {
		await writable(staff(locals), params.id);
		const form = await readForm(leaving, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		await household.leave(staff(locals), form.value.who, locals.moment.now);
		redirect(303, `/staf/mensen/${params.id}/huishouden?bewaard`);
	}),
} satisfies Actions;

/** Who may not be written is not found, before anything is said of a form. */
async function writable(actor: Staff, id: string): Promise<people.Person> {
	return permitted(actor, 'person.write', await people.find(actor, id));
}
