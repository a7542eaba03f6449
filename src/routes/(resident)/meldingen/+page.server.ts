import { dayOf } from '#lib/server/clock.ts';
import * as notices from '#lib/server/notices/notices.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';
import { linkOf } from './links.ts';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { now } = locals.moment;
	const list = await notices.own(actor, now);
	await notices.seen(actor, now);
	return {
		notices: list.map(({ at, id, isNew, kind, slots, subject }) => ({
			id,
			kind,
			slots,
			isNew,
			toldOn: dayOf(at),
			href: linkOf(kind, subject),
		})),
	};
});
