/** How somebody came in: at a provider (DigiD, or that of the gemeente for staff), or in one of our own ways. */
export type Means = 'provider' | 'letter' | 'passkey' | 'code';

/** By which way a code at each sign-in comes. */
export type CodeChannel = 'sms' | 'email';

/** What a device is asked to sign for. */
export type ChallengeUse = 'add' | 'signIn';

/**
 * Which sign-in may add a device that lasts. DigiD may not: a way in that is derived from DigiD would live on outside
 * it (Logius, connection terms). A code by SMS is weaker than the passkey that it would make.
 */
export const mayAddDevice = {
	provider: false,
	letter: true,
	passkey: true,
	code: false,
} as const satisfies Record<Means, boolean>;
