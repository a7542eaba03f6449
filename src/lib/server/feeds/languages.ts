/** In which language an address for the calendar speaks: the person's own, Dutch, or both. */
export const feedLanguages = ['own', 'dutch', 'both'] as const;

export type FeedLanguages = (typeof feedLanguages)[number];
