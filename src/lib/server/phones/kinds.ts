/** Whether others use a phone too. On a shared one nothing of the person can be read without signing in. */
export const phoneModes = ['own', 'shared'] as const;

export type PhoneMode = (typeof phoneModes)[number];
