import { letters as letterText } from '#lib/languages/labels/letters.ts';
import { heard } from '#lib/server/recordings/heard.ts';
import * as rules from '#lib/server/rules/rules.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { sender } = params;
	const { letters, helpers } = await rules.letters(actor, sender, locals.moment.today);
	return {
		sender,
		letters,
		helpers,
		heard: await heard(actor, locals.language, (locale) =>
			letters.map(({ key }) => letterText[key].todo({}, { locale })),
		),
	};
});
