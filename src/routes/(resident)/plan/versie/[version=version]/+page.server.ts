import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as progress from '#lib/server/progress/progress.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** One version of the plan, the one that counts now or an older one; the code on its paper leads here. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const person = await people.own(actor);
	const pips = await pip.of(actor, person.id);
	const published = await pip.version(actor, person.id, Number(params.version));
	const { language, moment } = locals;
	const holds = published.id === pips.current?.id;
	return {
		plan: pip.shown(person, pips, published, language, moment.today),
		ownWords: await translations.forReading(actor, person.id, language, [published]),
		progress: holds ? await progress.of(actor, published) : {},
		replacedBy: holds ? null : (pips.current?.version ?? null),
	};
});
