import type { HelperScope } from '#lib/server/helpers/helpers.ts';

/** Where somebody who looks along finds each thing. */
export const helperPath = {
	agenda: '/meekijken/agenda',
	hours: '/meekijken/uren',
	plan: '/meekijken/plan',
	messages: '/meekijken/berichten',
} as const satisfies Record<HelperScope, string>;
