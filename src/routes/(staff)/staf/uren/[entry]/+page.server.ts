import * as accounts from '#lib/server/accounts/accounts.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { correction, decisions } from '../decisions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = answer(async ({ locals, params, url }) => {
	const actor = staff(locals);
	const entry = await hours.entry(actor, params.entry);
	const { givenName, familyName, id } = await people.find(actor, entry.personId);
	await people.logReading(actor, id, locals.moment.now);
	const by = await names([...new Set(entry.events.map((event) => event.by))]);
	return {
		entry,
		person: { id, givenName, familyName },
		received: { on: dayOf(entry.receivedAt), at: timeOf(entry.receivedAt) },
		events: entry.events.map((event) => ({
			...event,
			by: by.get(event.by) ?? '',
			on: dayOf(event.at),
			at: timeOf(event.at),
		})),
		isDone: url.searchParams.has('verwerkt'),
	};

	async function names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
		const found = await Promise.all(ids.map((one) => accounts.byId(actor.portal, one)));
		return new Map(found.flatMap((account) => (account ? [[account.id, account.name]] : [])));
	}
}) satisfies PageServerLoad;

const back = (entryId: string) => `/staf/uren/${entryId}?verwerkt`;

export const actions = { ...decisions(back), correct: correction(back) } satisfies Actions;
