import type { ParamMatcher } from '@sveltejs/kit';

/** The pages about rules and rights, in the order in which they are offered. */
export const topics = [
	'plichten',
	'boete',
	'verlenging',
	'ontheffing',
	'vrijstelling',
	'bezwaar',
] as const;

export type Topic = (typeof topics)[number];

export const match = ((param): param is Topic =>
	topics.some((topic) => topic === param)) satisfies ParamMatcher;
