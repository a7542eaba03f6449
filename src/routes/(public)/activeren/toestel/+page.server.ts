import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer } from '../../../../hooks/answer.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { codeChannels, fromOf, postOf } from '../../../../hooks/post.ts';
import { enrolling, placeOf } from './enrolling.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const { account } = enrolling(locals);
	const person = await waysIn.personOf(locals.portal, account);
	return {
		channels: person ? waysIn.channelsFor(locals.portal, person, codeChannels(locals)) : [],
	};
});

const device = v.object({ made: fields.text(20_000) });
const way = v.object({ channel: fields.choice(['sms', 'email']) });

export const actions = {
	device: answer(async (event: RequestEvent) => {
		const { locals, request } = event;
		const who = enrolling(locals);
		const form = await readForm(device, request);
		const failed = { device: 'deviceFailed' } as const;
		if (!form.ok) return fail(400, { problems: failed });
		const { moment, portal } = locals;
		const place = placeOf(event);
		const added = await waysIn.add(portal, who, form.value.made, place, moment.now);
		if (!added.ok) return fail(400, { problems: added.problems });
		if (added.value) cookies.set(event.cookies, 'session', added.value);
		redirect(303, '/');
	}),

	code: answer(async (event: RequestEvent) => {
		const { locals, request } = event;
		const who = enrolling(locals);
		const form = await readForm(way, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { moment, portal } = locals;
		const { address } = fromOf(event);
		const { channel } = form.value;
		const post = postOf(locals);
		const asked = await waysIn.askForFirstCode(portal, post, who, channel, address, moment);
		if (!asked.ok) return fail(400, { problems: asked.problems });
		cookies.set(event.cookies, 'code', asked.value, 600);
		redirect(303, '/inloggen/code/typen');
	}),
} satisfies Actions;
