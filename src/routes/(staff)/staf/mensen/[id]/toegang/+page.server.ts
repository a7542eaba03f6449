import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { NotFound } from '#lib/server/errors.ts';
import * as people from '#lib/server/people/people.ts';
import * as phones from '#lib/server/phones/phones.ts';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How somebody gets into the portal, and the letters that let them. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { person, ...access } = await waysIn.forDesk(actor, params.id, locals.moment);
	await people.logReading(actor, person.id, locals.moment.now);
	return {
		...access,
		phones: await phones.list(actor, person.id),
		isDone: url.searchParams.has('gedaan'),
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		isSafe: person.safeContact,
	};
});

const one = v.object({ id: fields.text(40) });

export const actions = {
	/** Ends the copy on one phone, when the person asks for it. */
	phone: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(one, request);
		if (!form.ok) throw new NotFound();
		await phones.revoke(staff(locals), params.id, form.value.id, locals.moment);
		redirect(303, `/staf/mensen/${params.id}/toegang?gedaan`);
	}),
} satisfies Actions;
