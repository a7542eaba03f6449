import * as agenda from '#lib/server/agenda/agenda.ts';
import { NotFound } from '#lib/server/errors.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** The list on paper, for who leads it. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const view = await agenda.deskView(staff(locals), params.key);
	if (!view.isLed) throw new NotFound();
	const { at, endsAt, key, kind, on, place } = view.occurrence;
	return {
		back: `/staf/agenda/${key}`,
		sheet: { kind, on, at, until: agenda.wallOf(endsAt).at, place },
		group: view.cohort?.name ?? null,
		names: view.attendees.map(({ id, name }) => ({ id, name })),
	};
});
