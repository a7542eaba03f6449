import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { languageModes, languageTops, modeOf, topOf } from '#lib/languages/bilingual.ts';
import { languagesOffered } from '#lib/languages/languages.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as bilinguals from '#lib/server/accounts/bilingual.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import * as cookies from '../../../hooks/cookies.ts';
import { choice } from '../../../hooks/fields.ts';
import { readForm } from '../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const year = 365 * 24 * 3600;
const schema = v.object({ language: choice(languagesOffered) });
const top = v.object({ top: choice(languageTops) });
const mode = v.object({ mode: choice(languageModes), back: v.optional(ownPath()) });

/** How an inburgeraar reads, and from when that can be chosen; nothing for anybody else. */
export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const { account, actor, moment } = locals;
	if (actor?.kind !== 'resident' || !account) return { reading: null };
	const freeFrom = await bilinguals.freeFrom(actor);
	const reading = {
		mode: modeOf(account.languageMode),
		top: topOf(account.languageTop),
		freeFrom,
		isFree: freeFrom <= moment.today,
	};
	return { reading, isSaved: url.searchParams.has('bewaard') };
});

export const actions = {
	language: answer(async ({ request, cookies: jar, locals }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { language } = form.value;
		cookies.set(jar, 'language', language, year);
		if (locals.actor) await accounts.chooseLanguage(locals.actor, language, locals.moment.now);
		redirect(303, '/');
	}),
	mode: answer(async ({ request, locals }: RequestEvent) => {
		const actor = resident(locals);
		const form = await readForm(mode, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const chosen = await bilinguals.chooseMode(actor, form.value.mode, locals.moment);
		if (!chosen.ok) return fail(400, { problems: chosen.problems });
		redirect(303, form.value.back ?? '/taal?bewaard');
	}),
	top: answer(async ({ request, locals }: RequestEvent) => {
		const actor = resident(locals);
		const form = await readForm(top, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		await bilinguals.chooseTop(actor, form.value.top, locals.moment.now);
		redirect(303, '/taal?bewaard');
	}),
} satisfies Actions;

/** The page where somebody was: a path of this portal, so that a form from elsewhere cannot lead away from it. */
function ownPath() {
	return v.pipe(v.string(), v.regex(/^(?:\/[\w-]+)+$/));
}
