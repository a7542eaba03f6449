import type { ParamMatcher } from '@sveltejs/kit';

/** The number of a place on the page one comes from. */
export const match = ((param) => /^[1-9]\d{0,3}$/.test(param)) satisfies ParamMatcher;
