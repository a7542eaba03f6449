import type { ParamMatcher } from '@sveltejs/kit';

/** Where somebody is reached by a message, as the addresses call it, and the channel of the code. */
export const reachChannels = { telefoon: 'sms', email: 'email' } as const;

export type Reach = keyof typeof reachChannels;

export const match = ((param): param is Reach =>
	param === 'telefoon' || param === 'email') satisfies ParamMatcher;
