import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayOf } from '#lib/server/clock.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import { readForm } from '../../../../hooks/form.ts';
import { failures } from './failures.ts';
import { undoable } from './undoable.ts';
import type { Actions, PageServerLoad } from './$types';

const anything = v.object({});

/** How a ticked row calls its entry; its value is the number of the receipt. */
const ticked = 'entry-';

/** How the form that undoes calls an entry; its value is the number of the line in the ledger. */
const line = 'line-';

/** More than a page shows nobody ticked. */
const most = 100;

export const load = answer(async ({ locals, url }) => {
	const actor = staff(locals);
	const [queue, samples, undo] = await Promise.all([
		hours.queue(actor),
		hours.samples(actor),
		undoable(locals),
	]);
	return {
		counts: { toDecide: queue.toDecide, asked: queue.asked, samples: samples.rows.length },
		rows: queue.rows.map((row) => ({ ...row, waitsSince: dayOf(row.receivedAt) })),
		asked: queue.askedRows.map((row) => ({ ...row, askedOn: dayOf(row.askedAt) })),
		hasKeys: locals.account?.deskKeys ?? true,
		isUndone: url.searchParams.has('ongedaan'),
		undo,
	};
}) satisfies PageServerLoad;

export const actions = {
	batch: answer(async ({ locals, request }) => {
		const { typed } = await readForm(anything, request);
		const receipts = namedBy(typed, ticked);
		if (receipts.size === 0) return fail(400, { isBatchEmpty: true });
		const ids = [...receipts.keys()].slice(0, most);
		const results = await hours.confirmTogether(staff(locals), ids, locals.moment);
		const failed = await failures(staff(locals), results, receipts);
		if (failed.length > 0) return fail(400, { failed });
		redirect(303, '/staf/uren');
	}),
	undo: answer(async ({ locals, request }) => {
		const { typed } = await readForm(anything, request);
		const lines = [...namedBy(typed, line)]
			.slice(0, most)
			.map(([entryId, written]): hours.LineRef => ({
				entryId,
				number: Number(written),
			}));
		const results = await hours.undoAll(staff(locals), lines, locals.moment);
		const failed = await failures(staff(locals), results);
		if (failed.length > 0) return fail(400, { failed });
		const [only, ...others] = lines;
		redirect(303, `/staf/uren${only && others.length === 0 ? `/${only.entryId}` : ''}?ongedaan`);
	}),
} satisfies Actions;

/** The fields whose name begins so, by the rest of their name. */
function namedBy(typed: Readonly<Record<string, string>>, prefix: string): Map<string, string> {
	const named = Object.entries(typed).filter(([name]) => name.startsWith(prefix));
	return new Map(named.map(([name, value]) => [name.slice(prefix.length), value]));
}
