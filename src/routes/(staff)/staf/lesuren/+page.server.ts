import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as course from '#lib/server/course/course.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({
	school: fields.text(course.longestSchool),
	source: fields.choice(course.COURSE_SOURCES),
	sourceText: fields.text(course.longestSourceText),
	sourceOn: fields.day,
});

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	course.expectDesk(staff(locals));
	return Promise.resolve({
		today: locals.moment.today,
		isTaken: url.searchParams.has('overgenomen'),
		isGone: url.searchParams.has('weg'),
	});
});

export const actions = {
	read: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const [file] = form.files;
		const read = await course.readIn(staff(locals), form.value, file, locals.moment);
		if (!read.ok) return fail(400, { problems: read.problems, typed: form.typed });
		redirect(303, `/staf/lesuren/${read.value}`);
	}),
} satisfies Actions;
