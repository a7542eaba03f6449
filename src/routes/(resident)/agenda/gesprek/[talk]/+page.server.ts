import * as pip from '#lib/server/pip/pip.ts';
import * as talks from '#lib/server/talks/talks.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** What the person looks at before a talk; the one of the gemeente sees the same. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { language, moment } = locals;
	const { personId } = actor;
	const talk = await talks.one(actor, personId, params.talk);
	const versions = await pip.versions(actor, personId);
	return {
		talk,
		isOver: talk.endsAt <= moment.now,
		answers: await talks.answers(actor, personId, talk.itemId),
		preparation: await talks.preparation(actor, talk, language, moment),
		isReported: (await talks.reported(actor, personId)).has(talk.itemId),
		ownWords: await translations.forReading(actor, personId, language, versions),
		isSaved: url.searchParams.has('bewaard'),
	};
});
