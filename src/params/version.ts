import type { ParamMatcher } from '@sveltejs/kit';

/** The number of a version of a plan. */
export const match = ((param) => /^[1-9]\d{0,3}$/.test(param)) satisfies ParamMatcher;
