import type { OfferedLanguage } from '#lib/languages/languages.ts';
import type { NoticeChannel } from './kinds.ts';
import type { SendingError } from './states.ts';
import type { Subscription } from './subscriptions.ts';

/** What is said, in the person's language and in Dutch; for who reads Dutch both are the same. */
export interface Words {
	readonly language: OfferedLanguage;
	readonly own: string;
	readonly dutch: string;
}

/** One thing to send. `id` is the key by which the receiver knows that it has this one already. */
export interface Outgoing {
	readonly id: string;
	readonly words: Words;
	/** Over an e-mail; the other channels have none. */
	readonly subject: Words;
	/** From this instant on (ms UTC) it is of no use. */
	readonly expiresAt: number;
}

/** `isFinal`: trying again changes nothing. */
export type Sent = { readonly ok: true } | Failed;
export interface Failed {
	readonly ok: false;
	readonly error: SendingError;
	readonly isFinal: boolean;
}

export const sent: Sent = { ok: true };
export const failed = (error: SendingError, isFinal = false): Failed => ({
	ok: false,
	error,
	isFinal,
});

/** Sends to one address, within a limited time. Whatever it throws counts as a failed attempt. */
export interface Channel<Address> {
	send(outgoing: Outgoing, address: Address, now: number): Promise<Sent>;
}

/** The channels that this installation has; a channel that is not here sends nothing. */
export interface Channels {
	/** To a number in the international form. */
	readonly sms?: Channel<string>;
	readonly email?: Channel<string>;
	readonly push?: Channel<Subscription>;
}

/** The longest that one sending may take, in milliseconds. */
export const patience = 15_000;

/** Whether this installation has the channel. */
export function has(channels: Channels, channel: NoticeChannel): boolean {
	return channels[channel] !== undefined;
}
