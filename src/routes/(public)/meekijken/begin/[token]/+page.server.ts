import { redirect } from '@sveltejs/kit';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import { NotFound } from '#lib/server/errors.ts';
import * as helpers from '#lib/server/helpers/helpers.ts';
import * as cookies from '../../../../../hooks/cookies.ts';
import { expectFew } from '../../../organisatie/few.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const nothingHere = '/meekijken/begin';

/** What a link offers, before it is used. */
export const load = async (event: PageServerLoadEvent) => {
	expectFew(event);
	const { account, moment, portal } = event.locals;
	const { endsAt, personId, personName, sees } = await orGone(() =>
		helpers.knock(portal, event.params.token, moment),
	);
	const isOwnPhone = account !== null && account.personId === personId;
	return { isOwnPhone, personName, sees, on: dayOf(endsAt), at: timeOf(endsAt) };
};

export const actions = {
	default: async (event: RequestEvent) => {
		expectFew(event);
		const { account, moment, portal } = event.locals;
		const { token } = event.params;
		const { key, endsAt } = await orGone(async () => {
			const { personId } = await helpers.knock(portal, token, moment);
			if (account !== null && account.personId === personId) throw new NotFound();
			return helpers.enter(portal, token, moment);
		});
		cookies.set(event.cookies, 'helper', key, Math.ceil((endsAt - moment.now) / 1000));
		redirect(303, '/meekijken');
	},
} satisfies Actions;

/** A link that is none leads to the page that says what to do then. */
async function orGone<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (problem) {
		if (problem instanceof NotFound) redirect(303, nothingHere);
		throw problem;
	}
}
