import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { codeChannels, fromOf, postOf } from '../../../../hooks/post.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!waysIn.areCodesOffered(locals.portal, codeChannels(locals))) error(404);
};

const schema = v.object({ reach: fields.text(254), bornOn: fields.day });

export const actions = {
	default: async (event: RequestEvent) => {
		const { locals, request } = event;
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { moment, portal } = locals;
		const { address } = fromOf(event);
		const asked = await waysIn.askForCode(portal, postOf(locals), form.value, address, moment);
		if (!asked.ok) return fail(400, { problems: asked.problems, typed: form.typed });
		cookies.set(event.cookies, 'code', asked.value, 600);
		redirect(303, '/inloggen/code/typen');
	},
} satisfies Actions;
