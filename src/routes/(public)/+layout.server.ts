import * as phones from '#lib/server/phones/phones.ts';
import type { LayoutServerLoad } from './$types';

/** An inburgeraar has words and helps on pages for everybody too, and an own phone keeps a copy of those. */
export const load: LayoutServerLoad = async ({ locals: { actor, phone } }) => ({
	phone: actor?.kind === 'resident' ? await phones.shown(actor, phone) : null,
});
