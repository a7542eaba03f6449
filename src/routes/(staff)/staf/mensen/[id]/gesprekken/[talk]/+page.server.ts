import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isLanguage } from '#lib/languages/languages.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as people from '#lib/server/people/people.ts';
import * as talks from '#lib/server/talks/talks.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** One talk as staff prepare it: what the person sees too, what the person answered, and what became of it. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { moment } = locals;
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, moment.now);
	const talk = await talks.one(actor, person.id, params.talk);
	const [report = null, ...earlier] = await talks.reports(actor, person.id, talk.itemId);
	const { isBegun } = await talks.draft(actor, person.id, talk.itemId);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		talk,
		answers: await talks.answers(actor, person.id, talk.itemId),
		preparation: await talks.preparation(actor, talk, 'nl', moment),
		report: report && { ...report, content: talks.shown(report.content, 'nl') },
		earlier: earlier.length,
		isBegun,
		reaction: await talks.reaction(actor, person.id, talk.itemId),
		carried: report && (await talks.carried(actor, person.id, talk.itemId, moment.today)),
		isSigned: url.searchParams.has('vastgesteld'),
		isSaved: url.searchParams.has('bewaard'),
	};
});

const interpreting = v.object({
	seen: fields.whole(0, 999_999),
	interpreter: fields.choice(agenda.interpreterStates),
	interpreterLanguage: fields.optionalText(10),
});

export const actions = {
	interpreter: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = staff(locals);
		const form = await readForm(interpreting, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { interpreter, interpreterLanguage: tag, seen } = form.value;
		const { itemId } = await talks.one(actor, params.id, params.talk);
		const interpreterLanguage = tag !== null && isLanguage(tag) ? tag : null;
		const to = { interpreter, interpreterLanguage };
		const outcome = await agenda.sayInterpreter(actor, itemId, seen, to, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `${pathOf(params)}?bewaard`);
	}),
	settle: answer(async ({ locals, params }: RequestEvent) => {
		await talks.settle(staff(locals), params.id, params.talk, locals.moment);
		redirect(303, `${pathOf(params)}?bewaard#reactie`);
	}),
	carry: answer(async ({ locals, params }: RequestEvent) => {
		const outcome = await talks.carry(staff(locals), params.id, params.talk, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `${pathOf(params)}?bewaard#plan`);
	}),
} satisfies Actions;

function pathOf({ id, talk }: { readonly id: string; readonly talk: string }): string {
	return `/staf/mensen/${id}/gesprekken/${talk}`;
}
