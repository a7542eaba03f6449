import * as accounts from '#lib/server/accounts/accounts.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as duoReports from '#lib/server/duo-reports/duo-reports.ts';
import * as hosts from '#lib/server/hosts/hosts.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as people from '#lib/server/people/people.ts';
import { type Proof, standingOf } from '#lib/server/proofs/proofs.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { correction, decisions } from '../decisions.ts';
import { undoable } from '../undoable.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = answer(async ({ locals, params, url }) => {
	const actor = staff(locals);
	const entry = await hours.entry(actor, params.entry);
	const { givenName, familyName, id } = await people.find(actor, entry.personId);
	await people.logReading(actor, id, locals.moment.now);
	const [by, flags, around, undo] = await Promise.all([
		accounts.namesOf(actor.portal, [...new Set(entry.events.map((event) => event.by))]),
		hours.flags(actor, entry.id),
		hours.around(actor, entry.id),
		undoable(locals),
	]);
	return {
		entry,
		proofs: entry.proofs.map(proofShown),
		hostAnswers: await hosts.ofEntry(actor, entry),
		person: { id, name: `${givenName} ${familyName}` },
		made: entry.madeAt === null ? null : when(entry.madeAt),
		received: when(entry.receivedAt),
		events: entry.events.map((event) => ({
			...event,
			by: by.get(event.by) ?? '',
			...when(event.at),
		})),
		reportedOn: await duoReports.ofEntry(actor, entry),
		flags,
		around,
		undo,
		hasKeys: locals.account?.deskKeys ?? true,
		isUndone: url.searchParams.has('ongedaan'),
		isCorrected: url.searchParams.has('verwerkt'),
	};
}) satisfies PageServerLoad;

export const actions = {
	...decisions(async (actor, entryId) => {
		const { next } = await hours.around(actor, entryId);
		return next === null ? '/staf/uren' : `/staf/uren/${next}`;
	}),
	correct: correction(async (_actor, entryId) => `/staf/uren/${entryId}?verwerkt`),
} satisfies Actions;

function when(instant: number) {
	return { on: dayOf(instant), at: timeOf(instant) };
}

function proofShown(proof: Proof) {
	const { removedAt, storedAt } = proof;
	const removedOn = removedAt === null ? null : dayOf(removedAt);
	return { ...proof, removedOn, storedOn: dayOf(storedAt), standing: standingOf(proof) };
}
