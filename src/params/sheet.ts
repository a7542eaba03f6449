import type { ParamMatcher } from '@sveltejs/kit';

/** The kinds of spreadsheet that can be made here. */
export const match = ((param): param is 'xlsx' | 'csv' =>
	param === 'xlsx' || param === 'csv') satisfies ParamMatcher;
