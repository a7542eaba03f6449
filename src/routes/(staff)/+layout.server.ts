import { answer, staff } from '../../hooks/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load = answer(async ({ locals }) => ({
	roles: staff(locals).roles,
	staffName: locals.account?.name ?? '',
})) satisfies LayoutServerLoad;
