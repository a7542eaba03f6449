import * as hours from '#lib/server/hours/hours.ts';
import { activities } from '#lib/server/tenants/activities.ts';
import { asked } from '../../(resident)/uren/nieuw/[draft]/progress.ts';
import type { PageServerLoad } from './$types';

/**
 * The questions about hours as this portal asks them of everybody: nothing here is of anybody, so the page can be kept on
 * any phone. A module that only some people have is not among them.
 */
export const load: PageServerLoad = ({ locals: { portal } }) => {
	const offered = portal.tenant.activities
		.map(({ id }) => id)
		.filter((id) => hours.offered(portal, id) !== null && id !== 'moduleMap');
	return {
		choices: offered.map((id) => ({ id, icon: activities[id].icon })),
		given: Object.fromEntries(offered.map((id) => [id, givenBy(id)])),
	};

	function givenBy(activity: string): string[] {
		const { dutchSpoken, together } = asked(portal, activity);
		return [...(dutchSpoken ? [] : ['dutchSpoken']), ...(together ? [] : ['together'])];
	}
};
