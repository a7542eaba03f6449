import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import * as sending from '../sending/sending.ts';
import { addressKey, mobileNumber } from './address.ts';
import { type Channels, has } from './channel.ts';
import { type Choice, choiceIn } from './choice.ts';
import { channelNames, kindOf, type NoticeChannel, type NoticeKind } from './kinds.ts';
import { afterQuiet } from './quiet.ts';
import { type SubscriptionRow, subscriptionsIn } from './subscriptions.ts';

export type NoticeRow = Schema['notices']['$inferSelect'];

/** To where a notice goes. */
export type Address =
	| { readonly channel: 'sms' | 'email'; readonly to: string }
	| { readonly channel: 'push'; readonly to: SubscriptionRow };

/** One delivery as it ought to be: to where, by which key it is known, and not before when. */
export interface Wanted {
	readonly address: Address;
	readonly key: string;
	readonly dueAt: number;
	/** The e-mail that says there is a decision, to who chose the portal for those (Awb 2:10). */
	readonly isOfficial: boolean;
}

/** What is known of a person that decides what goes where. */
export interface Recipient {
	readonly person: Person;
	readonly choice: Choice;
	readonly phones: readonly SubscriptionRow[];
	/** Chose the portal for decisions, expressly (Awb 2:10). */
	readonly isDigital: boolean;
}

/** Reads all of it inside a transaction. */
export async function recipientIn(portal: Portal, tx: Db, person: Person): Promise<Recipient> {
	const actor = { kind: 'system', id: 'notices', portal } as const;
	return {
		person,
		choice: await choiceIn(portal, tx, person.id),
		phones: await subscriptionsIn(portal, tx, person.id),
		isDigital: (await sending.wayIn(actor, tx, person.id, 'decisions')) === 'portal',
	};
}

/** What the quiet hours would keep until somebody is on the way already, comes this long before, in milliseconds. */
const lastHour = 60 * 60_000;

/**
 * Where a notice ought to go at this moment. Asked when its deliveries are made, and again right before each is sent:
 * whatever was switched off, moved or flagged in between counts.
 */
export function wanted(
	portal: Portal,
	channels: Channels,
	notice: Pick<NoticeRow, 'kind' | 'expiresAt'>,
	recipient: Recipient,
	now: number,
): Wanted[] {
	const { person, choice } = recipient;
	if (person.safeContact || notice.expiresAt <= now) return [];
	const kind = kindOf(notice.kind);
	const morning = afterQuiet(now, choice.quiet);
	const mayBreakQuiet = kind.mayBreakQuiet && choice.remindsInQuiet;
	const dueAt = mayBreakQuiet
		? Math.min(morning, Math.max(now, notice.expiresAt - lastHour))
		: morning;
	if (dueAt >= notice.expiresAt) return [];
	return channelNames
		.filter((channel) => has(channels, channel))
		.flatMap((channel) => {
			const isOfficial = saysDecision(notice.kind, channel, recipient);
			const isOff =
				(choice.groupsOff.includes(kind.group) && !kind.isWarning) ||
				choice.channelsOff.includes(channel);
			if (isOff && !isOfficial) return [];
			return addressesOf(portal, channel, recipient).map(({ address, key }) => ({
				address,
				key,
				dueAt,
				isOfficial,
			}));
		});
}

/** Whether it is the e-mail that there is a decision, which goes to who chose the portal for those (Awb 2:10). */
export function saysDecision(
	kind: NoticeKind,
	channel: NoticeChannel,
	{ isDigital }: Pick<Recipient, 'isDigital'>,
): boolean {
	return channel === 'email' && kindOf(kind).isOfficial && isDigital;
}

function addressesOf(
	portal: Portal,
	channel: NoticeChannel,
	{ person, phones }: Recipient,
): { readonly address: Address; readonly key: string }[] {
	if (channel === 'push') {
		return phones.map((to) => ({ address: { channel, to }, key: to.id }));
	}
	const to = channel === 'sms' ? mobileNumber(person.phone) : person.email;
	return to ? [{ address: { channel, to }, key: addressKey(portal, to) }] : [];
}
