import type { ParamMatcher } from '@sveltejs/kit';

/** Who a letter can be from, as the page about letters offers it. */
export const senders = ['gemeente', 'duo', 'school', 'ind', 'bedrijf', 'onbekend'] as const;

export type Sender = (typeof senders)[number];

export const match = ((param): param is Sender =>
	senders.some((sender) => sender === param)) satisfies ParamMatcher;
