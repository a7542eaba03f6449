import { type LineKey, ruleText } from '#lib/languages/labels/rules.ts';
import { type Message, text } from '#lib/languages/message.ts';
import { heard } from '#lib/server/recordings/heard.ts';
import * as rules from '#lib/server/rules/rules.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { topic } = params;
	const { page, helpers } = await rules.read(actor, topic, locals.moment.today);
	const lines = page.flatMap(({ lines: said, items = [] }) => [...said, ...items]);
	const spoken = ruleText as unknown as Record<LineKey, Message>;
	return {
		topic,
		parts: page,
		helpers,
		heard: await heard(actor, locals.language, (tongue) =>
			lines.map(({ key, slots }) => text(spoken[key], slots, tongue)),
		),
	};
});
