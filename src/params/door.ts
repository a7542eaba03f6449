import type { ParamMatcher } from '@sveltejs/kit';

/** The two ways to sign in, as their addresses call them. */
export const match = ((param): param is 'digid' | 'medewerker' =>
	param === 'digid' || param === 'medewerker') satisfies ParamMatcher;
