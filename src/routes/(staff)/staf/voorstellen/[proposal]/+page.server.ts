import * as accounts from '#lib/server/accounts/accounts.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as people from '#lib/server/people/people.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { deciding } from './deciding.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = answer(async ({ locals, params, url }) => {
	const actor = staff(locals);
	const { events, ...shown } = await proposals.proposal(actor, params.proposal);
	const { id, givenName, familyName } = await people.find(actor, shown.personId);
	await people.logReading(actor, id, locals.moment.now);
	const names = new Map([[id, '']]);
	for (const by of new Set(events.map((event) => event.by))) {
		const account = await accounts.byId(actor.portal, by);
		names.set(by, account?.name ?? '');
	}
	const offered = actor.portal.tenant.activities.find((one) => one.id === shown.activity);
	return {
		proposal: { ...shown, isOpen: proposals.isOpen(shown.state) },
		receivedOn: dayOf(shown.receivedAt),
		person: { id, givenName, familyName },
		ruling: offered ? { counts: offered.counts, criteria: offered.criteria } : null,
		events: events.map(({ by, at, ...event }) => ({
			...event,
			by: names.get(by) ?? '',
			on: dayOf(at),
			at: timeOf(at),
		})),
		isDone: url.searchParams.has('verwerkt'),
	};
}) satisfies PageServerLoad;

export const actions = deciding satisfies Actions;
