import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as phones from '#lib/server/phones/phones.ts';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import * as cookies from '../../../hooks/cookies.ts';
import { readForm } from '../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const year = 365 * 24 * 60 * 60;

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => ({
	mayKeep: await phones.mayKeepCopy(resident(locals)),
	isDone: url.searchParams.has('gedaan'),
}));

const choice = v.object({ mode: v.picklist(phones.phoneModes, 'notAChoice') });

export const actions = {
	choose: answer(async ({ cookies: jar, locals, request }: RequestEvent) => {
		const form = await readForm(choice, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const device = waysIn.deviceOf(request.headers.get('user-agent'));
		const wish = { device, mode: form.value.mode };
		const chosen = await phones.choose(resident(locals), wish, locals.phone, locals.moment);
		if (!chosen.ok) return fail(400, { problems: chosen.problems });
		cookies.set(jar, 'phone', chosen.value, year);
		redirect(303, '/telefoon?gedaan');
	}),
} satisfies Actions;
