import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import * as cookies from '../../../../../hooks/cookies.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { fromOf } from '../../../../../hooks/post.ts';
import { goOn } from '../../going-on.ts';
import type { Actions, RequestEvent } from './$types';

const schema = v.object({ code: fields.text(20) });

export const actions = {
	default: async (event: RequestEvent) => {
		const { cookies: jar, locals, request } = event;
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { moment, portal } = locals;
		const asked = cookies.get(jar, 'code') ?? '';
		const { code } = form.value;
		const answered = await waysIn.answerCode(portal, asked, code, fromOf(event), moment);
		if (!answered.ok) return fail(400, { problems: answered.problems });
		cookies.remove(jar, 'code');
		cookies.set(jar, 'session', answered.value);
		redirect(303, await goOn(event, answered.value));
	},
} satisfies Actions;
