/** For how long somebody may look along; three months at most. */
export const helperTerms = ['day', 'week', 'month', 'threeMonths'] as const;
export type HelperTerm = (typeof helperTerms)[number];

const dayMs = 24 * 3_600_000;

/** So long from the instant on which it is allowed. */
export const termMs = {
	day: dayMs,
	week: 7 * dayMs,
	month: 30 * dayMs,
	threeMonths: 90 * dayMs,
} as const satisfies Record<HelperTerm, number>;

/** A link dies unused after a day: who is to look along stands near, or is called. */
export const linkMs = dayMs;
