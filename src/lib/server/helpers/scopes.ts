/** What a person can let somebody look at; agenda and hours are what is ticked to begin with. */
export const helperScopes = ['agenda', 'hours', 'plan', 'messages'] as const;
export type HelperScope = (typeof helperScopes)[number];
