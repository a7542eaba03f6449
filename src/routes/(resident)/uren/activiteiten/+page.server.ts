import * as hours from '#lib/server/hours/hours.ts';
import * as people from '#lib/server/people/people.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { activities } from '#lib/server/tenants/activities.ts';
import { placesFor } from '#lib/server/tenants/tenants.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

/** What one can be sure of first, what one should not send last. */
const order = ['yes', 'ask', 'no'] as const;

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	const { tenant } = actor.portal;
	const { gemeentecode } = await people.find(actor, actor.personId);
	const { declaring, norm, hasModuleMap } = await hours.overview(
		actor,
		actor.personId,
		locals.moment,
	);
	const proposable = new Set(proposals.choices(actor.portal).map(({ id }) => id));
	const known = tenant.activities
		.filter(({ id }) => id !== 'moduleMap' || hasModuleMap)
		.map(({ id, counts, criteria }) => ({
			id,
			icon: activities[id].icon,
			isCourse: activities[id].kind === 'course',
			counts: counts.value,
			needsDutch: criteria.dutchSpeaking === 'ask',
			needsOthers: criteria.together === 'ask',
			places: placesFor(tenant, gemeentecode, id),
			mayAsk: declaring === 'open' && counts.value === 'ask' && proposable.has(id),
		}));
	return {
		declaring,
		noNorm: norm.applies ? null : norm.reason,
		groups: order.map((counts) => ({
			counts,
			activities: known.filter((one) => one.counts === counts),
		})),
	};
}) satisfies PageServerLoad;
