import { redirect } from '@sveltejs/kit';
import * as messages from '#lib/server/messages/messages.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const letter = await messages.openLetter(actor, params.letter, locals.moment);
	const texts = letter.words === null ? [] : [{ place: letter.id, dutch: letter.words }];
	const { language } = locals;
	return {
		letter,
		ownWords: await translations.wordsRead(actor, actor.personId, language, texts),
	};
});

export const actions = {
	done: answer(async ({ locals, params }: RequestEvent) => {
		await messages.sayDone(resident(locals), params.letter, locals.moment);
		redirect(303, `/berichten/brief/${params.letter}#doen`);
	}),
} satisfies Actions;
