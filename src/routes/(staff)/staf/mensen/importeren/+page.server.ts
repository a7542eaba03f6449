import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as peopleFile from '#lib/server/people/file/people-file.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	peopleFile.expectDesk(staff(locals));
	return Promise.resolve({
		isTaken: url.searchParams.has('overgenomen'),
		isGone: url.searchParams.has('weg'),
	});
});

export const actions = {
	read: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(v.object({}), request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const [file] = form.files;
		const read = await peopleFile.readIn(staff(locals), file, locals.moment);
		if (!read.ok) return fail(400, { problems: read.problems });
		redirect(303, `/staf/mensen/importeren/${read.value}`);
	}),
} satisfies Actions;
