import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as contacts from '#lib/server/contacts/contacts.ts';
import * as notices from '#lib/server/notices/notices.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { reachChannels } from '../../../../params/reach.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { safeContact } = await contacts.own(resident(locals));
	return {
		reach: params.reach,
		isSafe: safeContact !== 'off',
		isSent: url.searchParams.has('code'),
	};
});

const wished = {
	telefoon: v.object({ to: fields.optionalPhone }),
	email: v.object({ to: fields.optionalEmail }),
} as const;
const typedCode = v.object({ code: fields.text(20) });

export const actions = {
	ask: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(wished[params.reach], request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { to } = form.value;
		if (to === null) return fail(400, { problems: { to: 'missing' as const }, typed: form.typed });
		const { moment, settings } = locals;
		const channels = notices.channelsOf(settings);
		const wish = { channel: reachChannels[params.reach], to };
		const outcome = await contacts.sendCode(resident(locals), wish, channels, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/gegevens/${params.reach}?code`);
	}),

	confirm: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(typedCode, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const wish = { channel: reachChannels[params.reach], code: form.value.code };
		const outcome = await contacts.confirmCode(resident(locals), wish, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, '/gegevens?veranderd');
	}),
} satisfies Actions;
