import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isLanguage, languages } from '#lib/languages/languages.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import { optionalPhone, optionalText, ticked } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { ticked as tickedOnes } from '../../../../hooks/ticked.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({ phone: optionalPhone, officeHours: optionalText(80), keys: ticked });

/** Everybody speaks Dutch here. */
const asked = Object.keys(languages).filter((tag) => tag !== 'nl');

export const load = answer(async ({ locals, url }) => ({
	phone: locals.account?.phone ?? '',
	officeHours: locals.account?.officeHours ?? '',
	speaks: asked.filter(isLanguage).map((tag) => ({
		tag,
		name: languages[tag].dutchName,
		isSpoken: locals.account?.speaks.includes(tag) ?? false,
	})),
	keys: (locals.account?.deskKeys ?? true) ? 'yes' : '',
	isSaved: url.searchParams.has('bewaard'),
})) satisfies PageServerLoad;

export const actions = {
	default: answer(async ({ locals, request }) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { keys, ...reach } = form.value;
		const speaks = tickedOnes(form.typed, 'speaks-').filter(isLanguage);
		await accounts.sayHowToReach(staff(locals), { ...reach, speaks }, locals.moment.now);
		await accounts.chooseDeskKeys(staff(locals), keys, locals.moment.now);
		redirect(303, '/staf/gegevens?bewaard');
	}),
} satisfies Actions;
