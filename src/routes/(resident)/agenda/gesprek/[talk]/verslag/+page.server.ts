import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#lib/server/id.ts';
import * as talks from '#lib/server/talks/talks.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, resident } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The report of a talk as it was signed off, and what the person says of it. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { personId } = actor;
	const { language } = locals;
	const talk = await talks.one(actor, personId, params.talk);
	const { content, heldOn, version } = await talks.report(actor, personId, talk.itemId);
	const texts = talks.ownTexts(content);
	return {
		...{ talkId: talk.itemId, kind: talk.kind, heldOn, version, key: newId() },
		shown: talks.shown(content, language),
		ownWords: await translations.wordsRead(actor, personId, language, texts),
		reaction: await talks.reaction(actor, personId, talk.itemId),
	};
});

const key = fields.text(22);
const remarked = v.object({ key, words: fields.text(talks.remarkMax) });

export const actions = {
	remark: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(remarked, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const saying = { ...form.value, itemId: params.talk, language: locals.language };
		await talks.remark(resident(locals), saying, locals.moment);
		redirect(303, `/agenda/gesprek/${params.talk}/verslag#reactie`);
	}),
	notUnderstood: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(v.object({ key }), request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const saying = { ...form.value, itemId: params.talk, language: locals.language };
		await talks.notUnderstood(resident(locals), saying, locals.moment);
		redirect(303, `/agenda/gesprek/${params.talk}/verslag#reactie`);
	}),
} satisfies Actions;
