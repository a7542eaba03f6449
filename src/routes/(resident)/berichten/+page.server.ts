import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { languagesOffered } from '#lib/languages/languages.ts';
import * as absences from '#lib/server/absences/absences.ts';
import * as calls from '#lib/server/calls/calls.ts';
import { dayOf } from '#lib/server/clock.ts';
import * as messages from '#lib/server/messages/messages.ts';
import * as people from '#lib/server/people/people.ts';
import { policyFor } from '#lib/server/tenants/tenants.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import * as fields from '../../../hooks/fields.ts';
import { readForm } from '../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { moment } = locals;
	const { gemeentecode, id } = await people.own(actor);
	const threads = (await messages.threads(actor, id, moment)).map((row) => ({
		...{ kind: 'thread' as const, id: row.id, topic: row.topic, at: row.lastAt },
		...{ on: dayOf(row.lastAt), unread: row.unread, isOwn: row.lastSender === 'person' },
	}));
	const letters = (await messages.letters(actor, id, moment)).map((row) => ({
		...{ kind: 'letter' as const, id: row.id, topic: row.topic, at: row.publishedAt },
		...{ on: row.publishedOn, unread: row.readOn === null ? 1 : 0, isOwn: false },
	}));
	return {
		rows: [...threads, ...letters].sort((a, b) => b.at - a.at),
		who: await absences.whoAnswers(actor, moment),
		answerDays: policyFor(actor.portal.tenant, gemeentecode).answerWorkingDays ?? null,
		call: await calls.wish(actor, id, moment),
	};
});

const wished = v.object({
	language: v.fallback(fields.choice(languagesOffered), 'nl'),
	dayPart: v.fallback(fields.choice(calls.dayParts), 'any'),
});

export const actions = {
	call: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(wished, request);
		const wish = form.ok ? form.value : { language: locals.language, dayPart: 'any' as const };
		await calls.ask(resident(locals), wish, locals.moment);
		redirect(303, '/berichten#bellen');
	}),
	takeBack: answer(async ({ locals }: RequestEvent) => {
		await calls.takeBack(resident(locals), locals.moment);
		redirect(303, '/berichten#bellen');
	}),
} satisfies Actions;
