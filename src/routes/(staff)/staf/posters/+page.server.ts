import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hosts from '#lib/server/hosts/hosts.ts';
import { gemeente } from '#lib/server/tenants/tenants.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import { optionalText, text } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const wished = v.object({ organisation: optionalText(120), gemeentecode: text(4) });

export const load = answer(async ({ locals }) => {
	const actor = staff(locals);
	const { tenant } = locals.portal;
	const nameOf = (code: string) => gemeente(tenant, code)?.name ?? code;
	const found = await hosts.posters(actor, locals.moment);
	return {
		posters: found.map(({ token: _secret, gemeentecode, ...poster }) => ({
			...poster,
			gemeente: nameOf(gemeentecode),
		})),
		gemeenten: actor.gemeentecodes.map((code) => ({ code, name: nameOf(code) })),
	};
}) satisfies PageServerLoad;

export const actions = {
	make: answer(async ({ locals, request }) => {
		const form = await readForm(wished, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { organisation, gemeentecode } = form.value;
		const wish = { organisation: organisation ?? '', gemeentecode };
		const made = await hosts.makePoster(staff(locals), wish, locals.moment);
		if (!made.ok) return fail(400, { problems: made.problems, typed: form.typed });
		redirect(303, `/staf/posters/${made.value}`);
	}),
} satisfies Actions;
