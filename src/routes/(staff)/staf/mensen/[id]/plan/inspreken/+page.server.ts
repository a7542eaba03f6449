import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isOffered, languagesOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import * as people from '#lib/server/people/people.ts';
import * as spokenPlan from '#lib/server/recordings/spoken-plan.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const reader: OfferedLanguage = isOffered(person.language) ? person.language : 'nl';
	const chosen: OfferedLanguage = url.searchParams.get('taal') === reader ? reader : 'nl';
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		reader,
		chosen,
		texts: await spokenPlan.textsToSpeak(actor, person.id, chosen, locals.moment.today),
		done: url.searchParams.get('bewaard'),
	};
});

const schema = v.object({
	language: fields.choice(languagesOffered),
	hash: fields.text(64),
});

export const actions = {
	speak: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, hash: null });
		const said = { ...form.value, file: form.files[0] };
		const outcome = await spokenPlan.speak(staff(locals), params.id, said, locals.moment);
		const { language, hash } = said;
		if (!outcome.ok) return fail(400, { problems: outcome.problems, hash });
		redirect(303, `?taal=${language}&bewaard=${hash}#tekst-${hash}`);
	}),
} satisfies Actions;
