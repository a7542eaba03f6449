import type { ParamMatcher } from '@sveltejs/kit';

/** The questions before a talk, as their addresses call them, in the order in which they are asked. */
export const questionPaths = ['wat-gaat-goed', 'wat-is-moeilijk', 'wat-bespreken'] as const;

export type QuestionPath = (typeof questionPaths)[number];

export const match = ((param): param is QuestionPath =>
	questionPaths.some((path) => path === param)) satisfies ParamMatcher;
