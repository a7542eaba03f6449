import * as accounts from '#lib/server/accounts/accounts.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const rows = await accounts.staff(staff(locals));
	return {
		accounts: rows.map(({ id, name, email, roles, gemeentecodes }) => ({
			id,
			name,
			email,
			roles: roles.filter(accounts.isRole),
			gemeentecodes,
		})),
	};
});
