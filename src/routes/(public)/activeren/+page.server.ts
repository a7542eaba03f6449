import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import * as cookies from '../../../hooks/cookies.ts';
import * as fields from '../../../hooks/fields.ts';
import { readForm } from '../../../hooks/form.ts';
import { fromOf } from '../../../hooks/post.ts';
import type { Actions, RequestEvent } from './$types';

const schema = v.object({ number: fields.text(40), code: fields.text(80) });

export const actions = {
	default: async (event: RequestEvent) => {
		const { locals, request } = event;
		const form = await readForm(schema, request);
		// The number is no secret and may stand there again; the code is not sent back.
		const typed = { number: form.typed['number'] ?? '' };
		if (!form.ok) return fail(400, { problems: form.problems, typed });
		const { moment, portal } = locals;
		const activated = await waysIn.activate(portal, form.value, fromOf(event), moment);
		if (!activated.ok) return fail(400, { problems: activated.problems, typed });
		cookies.set(event.cookies, 'session', activated.value);
		redirect(303, '/activeren/toestel');
	},
} satisfies Actions;
