import { answer, partner } from '../../hooks/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const { partnerId, portal } = partner(locals);
	return {
		who: locals.account?.name ?? '',
		partnerName: portal.tenant.partners.find(({ id }) => id === partnerId)?.name ?? '',
	};
}) satisfies LayoutServerLoad;
