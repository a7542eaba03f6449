import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#lib/server/id.ts';
import * as talks from '#lib/server/talks/talks.ts';
import { answer, resident } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { QuestionPath } from '../../../../../../params/talkquestion.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const questionOf = {
	'wat-gaat-goed': 'goesWell',
	'wat-is-moeilijk': 'isHard',
	'wat-bespreken': 'toDiscuss',
} as const satisfies Record<QuestionPath, talks.TalkQuestion>;

/** One question before a talk. The key is made with the page, so that a second tap is not a second answer. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const talk = await talks.one(actor, actor.personId, params.talk);
	const question = questionOf[params.question];
	const answers = await talks.answers(actor, actor.personId, talk.itemId);
	return {
		...{ question, topics: talks.talkTopics, key: newId() },
		talkId: talk.itemId,
		said: answers[question] ?? null,
	};
});

const schema = v.looseObject({ key: fields.text(22), words: fields.optionalText(1000) });

export const actions = {
	default: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { key, words } = form.value;
		const topics = talks.talkTopics.filter((topic) => form.typed[`topic-${topic}`] !== undefined);
		const { language } = locals;
		const said = { itemId: params.talk, question: questionOf[params.question], topics, words };
		const outcome = await talks.answer(resident(locals), { ...said, key, language }, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/agenda/gesprek/${params.talk}?bewaard#${params.question}`);
	}),
} satisfies Actions;
