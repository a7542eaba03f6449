import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { codeChannels } from '../../../../hooks/post.ts';
import { placeOf } from '../../activeren/toestel/enrolling.ts';
import { goOn } from '../going-on.ts';
import { mayAsk } from './few.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	hasCodes: waysIn.areCodesOffered(locals.portal, codeChannels(locals)),
});

const schema = v.object({ made: fields.text(20_000) });

export const actions = {
	default: async (event: RequestEvent) => {
		const { locals, request } = event;
		if (!mayAsk(event)) error(429, { message: 'slow down' });
		const form = await readForm(schema, request);
		const { moment, portal } = locals;
		const signedIn = form.ok
			? await waysIn.signIn(portal, form.value.made, placeOf(event), moment.now)
			: null;
		if (!signedIn?.ok) return fail(400, { problems: { device: 'deviceFailed' as const } });
		cookies.set(event.cookies, 'session', signedIn.value);
		redirect(303, await goOn(event, signedIn.value));
	},
} satisfies Actions;
