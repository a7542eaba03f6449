import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#lib/server/accounts/accounts.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import { optionalPhone, optionalText, ticked } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({ phone: optionalPhone, officeHours: optionalText(80), keys: ticked });

export const load = answer(async ({ locals, url }) => ({
	phone: locals.account?.phone ?? '',
	officeHours: locals.account?.officeHours ?? '',
	keys: (locals.account?.deskKeys ?? true) ? 'yes' : '',
	isSaved: url.searchParams.has('bewaard'),
})) satisfies PageServerLoad;

export const actions = {
	default: answer(async ({ locals, request }) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { keys, ...reach } = form.value;
		await accounts.sayHowToReach(staff(locals), reach, locals.moment.now);
		await accounts.chooseDeskKeys(staff(locals), keys, locals.moment.now);
		redirect(303, '/staf/gegevens?bewaard');
	}),
} satisfies Actions;
