import * as helpers from '#lib/server/helpers/helpers.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';
import { untilOf } from './until.ts';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { helpers: own, isSafe } = await helpers.own(actor, locals.moment);
	return {
		isSafe,
		helpers: own.map(({ endsAt, id, isWorking, name, sees }) => ({
			...untilOf(endsAt),
			id,
			isWorking,
			name,
			sees,
		})),
		looks: await helpers.looks(actor),
	};
});
