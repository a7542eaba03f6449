import type { ParamMatcher } from '@sveltejs/kit';

/** The two papers of a plan, as their addresses call them. */
export const match = ((param): param is 'besluit' | 'plan' =>
	param === 'besluit' || param === 'plan') satisfies ParamMatcher;
