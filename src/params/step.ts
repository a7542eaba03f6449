import type { ParamMatcher } from '@sveltejs/kit';

/** The questions about an entry, in the order in which they are asked. */
export const steps = ['wat', 'waar', 'wanneer', 'hoelang', 'bewijs'] as const;

export type Step = (typeof steps)[number];

export const match = ((param): param is Step =>
	steps.some((step) => step === param)) satisfies ParamMatcher;
