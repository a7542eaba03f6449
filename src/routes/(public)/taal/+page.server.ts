import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { languagesOffered } from '#lib/languages/languages.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as cookies from '../../../hooks/cookies.ts';
import { choice } from '../../../hooks/fields.ts';
import { readForm } from '../../../hooks/form.ts';
import type { Actions } from './$types';

const schema = v.object({ language: choice(languagesOffered) });
const year = 365 * 24 * 3600;

export const actions = {
	default: async ({ request, cookies: jar, locals }) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { language } = form.value;
		cookies.set(jar, 'language', language, year);
		if (locals.actor) await accounts.chooseLanguage(locals.actor, language, locals.moment.now);
		redirect(303, '/');
	},
} satisfies Actions;
