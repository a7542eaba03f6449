import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as contacts from '#lib/server/contacts/contacts.ts';
import * as people from '#lib/server/people/people.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** What somebody handed in, and where they live. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const handedIn = await submissions.ofPerson(actor, person.id);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		address: await contacts.addressOf(actor, person.id),
		rows: handedIn.map(({ events, id, kind, receivedOn }) => ({
			id,
			kind,
			receivedOn,
			waits: submissions.waits(events),
		})),
		isSaved: url.searchParams.has('bewaard'),
	};
});

const living = v.object({ address: fields.optionalText(contacts.addressMax) });

export const actions = {
	address: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(living, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		await contacts.sayAddress(staff(locals), params.id, form.value.address, locals.moment);
		redirect(303, `/staf/mensen/${params.id}/ingediend?bewaard`);
	}),
} satisfies Actions;
