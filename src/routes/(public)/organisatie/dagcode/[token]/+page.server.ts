import * as hosts from '#lib/server/hosts/hosts.ts';
import { answer } from '../../../../../hooks/answer.ts';
import { expectFew } from '../../few.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async (event) => {
	expectFew(event);
	const { portal, moment } = event.locals;
	const page = await hosts.codePage(portal, event.params.token, moment);
	return { ...page, today: moment.today };
}) satisfies PageServerLoad;
