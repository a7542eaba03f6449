import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayOf } from '#lib/server/clock.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as sending from '#lib/server/sending/sending.ts';
import * as translations from '#lib/server/translations/translations.ts';
import * as understanding from '#lib/server/understanding/understanding.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { decisions } from '../uren/decisions.ts';
import { publishing } from './publishing.ts';
import type { Actions, PageServerLoad } from './$types';

const anything = v.object({});

/** How a ticked row calls its entry. */
const ticked = 'entry-';

export const load = answer(async ({ locals, url }) => {
	const actor = staff(locals);
	const [queue, plans, drafts, talks, translating, held, letters] = await Promise.all([
		hours.queue(actor),
		hours.plansToMake(actor, locals.moment),
		hours.plansToPublish(actor),
		understanding.open(actor),
		translations.waiting(actor),
		pip.talksHeld(actor, locals.moment),
		sending.letters(actor, locals.moment),
	]);
	return {
		counts: {
			hours: queue.toDecide,
			asked: queue.asked,
			plans: plans.total,
			drafts: drafts.total,
			talks: talks.total,
			translations: translating.total,
			held: held.length,
			letters: letters.total,
		},
		rows: queue.rows.map((row) => ({ ...row, waitsSince: dayOf(row.receivedAt) })),
		asked: queue.askedRows.map((row) => ({ ...row, askedOn: dayOf(row.askedAt) })),
		plans: plans.rows,
		drafts: drafts.rows.map((row) => ({ ...row, updatedOn: dayOf(row.updatedAt) })),
		talks: talks.rows.map((row) => ({ ...row, since: dayOf(row.at) })),
		translations: translating.rows,
		held,
		letters: letters.rows,
		today: locals.moment.today,
		isPublished: url.searchParams.has('gepubliceerd'),
		isDone: url.searchParams.has('verwerkt'),
	};
}) satisfies PageServerLoad;

const about = v.object({ understanding: fields.text(22) });

export const actions = {
	...decisions(() => '/staf/werkvoorraad?verwerkt'),
	...publishing,
	settle: answer(async ({ locals, request }) => {
		const form = await readForm(about, request);
		if (!form.ok) return fail(400, { isBatchEmpty: false });
		await understanding.settle(staff(locals), form.value.understanding, locals.moment);
		redirect(303, '/staf/werkvoorraad?verwerkt#gesprekken');
	}),
	batch: answer(async ({ locals, request }) => {
		const { typed } = await readForm(anything, request);
		const ids = Object.keys(typed)
			.filter((name) => name.startsWith(ticked))
			.map((name) => name.slice(ticked.length));
		if (ids.length === 0) return fail(400, { isBatchEmpty: true });
		const failed = await failures(await hours.confirmAll(staff(locals), ids, locals.moment));
		if (failed.length > 0) return fail(400, { failed });
		redirect(303, '/staf/werkvoorraad?verwerkt');

		/** Who and which day, so that nobody has to guess which of the rows it was. */
		async function failures(results: readonly hours.BatchResult[]) {
			const refused = results.filter(({ outcome }) => !outcome.ok);
			return Promise.all(
				refused.map(async ({ entryId, outcome }) => {
					const { name, doneOn } = await hours.nameOf(staff(locals), entryId);
					const problem = outcome.ok ? undefined : outcome.problems['form'];
					return { entryId, name, doneOn, problem };
				}),
			);
		}
	}),
} satisfies Actions;
