import type { ParamMatcher } from '@sveltejs/kit';

/** The questions about a proposal, in the order in which they are asked. */
export const proposingSteps = ['wat', 'waar', 'mensen', 'wanneer', 'hoeveel', 'sturen'] as const;

export type ProposingStep = (typeof proposingSteps)[number];

export const match = ((param): param is ProposingStep =>
	proposingSteps.some((step) => step === param)) satisfies ParamMatcher;
