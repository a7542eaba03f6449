import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as wishes from '#lib/server/calls/calls.ts';
import { dayOf } from '#lib/server/clock.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as messages from '#lib/server/messages/messages.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import * as timeline from '#lib/server/timeline/timeline.ts';
import * as sending from '#lib/server/sending/sending.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import * as progressTalks from '#lib/server/talks/talks.ts';
import * as translations from '#lib/server/translations/translations.ts';
import * as understanding from '#lib/server/understanding/understanding.ts';
import * as waits from '#lib/server/waiting/waiting.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { calling } from './calling.ts';
import { publishing } from './publishing.ts';
import type { Actions, PageServerLoad } from './$types';

/** Longer lists stand on a page of their own. */
const dueShown = 50;

export const load = answer(async ({ locals, url }) => {
	const actor = staff(locals);
	const due = await progressTalks.due(actor, locals.moment);
	const [
		waiting,
		proposed,
		plans,
		drafts,
		talks,
		translating,
		held,
		letters,
		calls,
		silent,
		late,
		tooLong,
		unanswered,
		handedIn,
	] = await Promise.all([
		hours.waiting(actor),
		proposals.waiting(actor),
		hours.plansToMake(actor, locals.moment),
		hours.plansToPublish(actor),
		understanding.open(actor),
		translations.waiting(actor),
		pip.talksHeld(actor, locals.moment),
		sending.letters(actor, locals.moment),
		wishes.waiting(actor, locals.moment),
		hours.silent(actor, locals.moment),
		timeline.late(actor, locals.moment),
		waits.passed(actor, locals.moment),
		messages.waiting(actor, locals.moment),
		submissions.waiting(actor, locals.moment),
	]);
	return {
		counts: {
			hours: waiting.toDecide,
			asked: waiting.asked,
			proposals: proposed.total,
			plans: plans.total,
			drafts: drafts.total,
			talks: talks.total,
			translations: translating.total,
			held: held.length,
			letters: letters.total,
			calls: calls.total,
			silent: silent.total,
			dueTalks: due.length,
			late: late.total,
			tooLong: tooLong.total,
			messages: unanswered.total,
			submissions: handedIn.total,
		},
		longestOn: waiting.longestAt === null ? null : dayOf(waiting.longestAt),
		proposals: proposed.rows.map((row) => ({ ...row, since: dayOf(row.receivedAt) })),
		plans: plans.rows,
		drafts: drafts.rows.map((row) => ({ ...row, updatedOn: dayOf(row.updatedAt) })),
		talks: talks.rows.map((row) => ({ ...row, since: dayOf(row.at) })),
		translations: translating.rows,
		held,
		letters: letters.rows,
		calls: calls.rows,
		silent: silent.rows,
		dueTalks: due.slice(0, dueShown),
		late: late.rows,
		tooLong: tooLong.rows,
		messages: unanswered.rows,
		submissions: handedIn.rows,
		today: locals.moment.today,
		isPublished: url.searchParams.has('gepubliceerd'),
		isDone: url.searchParams.has('verwerkt'),
	};
}) satisfies PageServerLoad;

const about = v.object({ understanding: fields.text(22) });

export const actions = {
	...publishing,
	...calling,
	settle: answer(async ({ locals, request }) => {
		const form = await readForm(about, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		await understanding.settle(staff(locals), form.value.understanding, locals.moment);
		redirect(303, '/staf/werkvoorraad?verwerkt#gesprekken');
	}),
} satisfies Actions;
