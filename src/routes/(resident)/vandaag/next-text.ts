import { m } from '#lib/paraglide/messages.js';
import type { Next } from '#lib/server/people/today.ts';
import type { Label } from '#lib/ui/message.ts';

/** What the first card says below its title; where one waits for a plan, more stands there. */
export const nextText = {
	answerQuestions: m.today_questions_text,
	readPlan: m.today_plan_text,
	declareHours: m.today_declare_text,
	nothingToDo: m.today_nothing_text,
} satisfies Record<Exclude<Next['kind'], 'waitForPlan'>, Label>;
