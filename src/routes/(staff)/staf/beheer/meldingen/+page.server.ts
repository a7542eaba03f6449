import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import { NotFound } from '#lib/server/errors.ts';
import * as notices from '#lib/server/notices/notices.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const letters = await notices.deadLetters(staff(locals), locals.moment.now);
	return {
		letters: letters.map(({ since, ...letter }) => {
			return { ...letter, on: dayOf(since), time: timeOf(since) };
		}),
		isRetried: url.searchParams.has('opnieuw'),
	};
});

const schema = v.object({ id: fields.text(22) });

export const actions = {
	retry: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) throw new NotFound();
		await notices.retry(staff(locals), form.value.id, locals.moment.now);
		redirect(303, '/staf/beheer/meldingen?opnieuw');
	}),
} satisfies Actions;
