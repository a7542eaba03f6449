import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { NotFound } from '#lib/server/errors.ts';
import * as phones from '#lib/server/phones/phones.ts';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import * as fields from '../../../hooks/fields.ts';
import { readForm } from '../../../hooks/form.ts';
import { placeOf } from '../../(public)/activeren/toestel/enrolling.ts';
import { adding } from './adding.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const here = '/mijn-toegang';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const session = locals.session;
	if (!session) throw new NotFound();
	const actor = resident(locals);
	return {
		...(await waysIn.own(actor, session.id, locals.moment)),
		phones: await phones.list(actor, actor.personId, locals.phone?.id),
		mayAdd: waysIn.mayAddDevice[session.means],
		isDone: url.searchParams.has('gedaan'),
	};
});

const one = v.object({ id: fields.text(40) });
const device = v.object({ made: fields.text(20_000) });

export const actions = {
	end: answer(async ({ locals, request }: RequestEvent) => {
		await waysIn.endSession(resident(locals), await idIn(request), locals.moment);
		redirect(303, `${here}?gedaan`);
	}),

	others: answer(async ({ locals }: RequestEvent) => {
		await waysIn.endOthers(resident(locals), locals.session?.id ?? '', locals.moment);
		redirect(303, `${here}?gedaan`);
	}),

	remove: answer(async ({ locals, request }: RequestEvent) => {
		await waysIn.removeDevice(resident(locals), await idIn(request), locals.moment);
		redirect(303, `${here}?gedaan`);
	}),

	phone: answer(async ({ locals, request }: RequestEvent) => {
		const actor = resident(locals);
		await phones.revoke(actor, actor.personId, await idIn(request), locals.moment);
		redirect(303, `${here}?gedaan`);
	}),

	add: answer(async (event: RequestEvent) => {
		const { locals, request } = event;
		const who = adding(locals);
		const form = await readForm(device, request);
		if (!form.ok) return fail(400, { problems: { device: 'deviceFailed' as const } });
		const { moment, portal } = locals;
		const place = placeOf(event);
		const added = await waysIn.add(portal, who, form.value.made, place, moment.now);
		if (!added.ok) return fail(400, { problems: added.problems });
		redirect(303, `${here}?gedaan`);
	}),
} satisfies Actions;

/** What is not there is not found, also without an id. */
async function idIn(request: Request): Promise<string> {
	const form = await readForm(one, request);
	if (!form.ok) throw new NotFound();
	return form.value.id;
}
