import { timeOf } from '#lib/server/clock.ts';
import { limitsOf } from '#lib/server/accounts/sessions.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	language: locals.language,
	bilingual: locals.bilingual,
	tenantName: locals.portal.tenant.name,
	kept: locals.kept,
	actorKind: locals.actor?.kind ?? null,
	/** For the copy that an own phone keeps: from when the page is. */
	madeAt: { day: locals.moment.today, time: timeOf(locals.moment.now) },
	idleSeconds:
		locals.actor?.kind === 'resident'
			? limitsOf('resident', locals.session?.means ?? 'provider').idle / 1000
			: null,
});
