import { desc, eq } from 'drizzle-orm';
import type { Portal } from '../portal.ts';
import { sentAtOnce } from './at-once.ts';
import type { Words } from './channel.ts';
import type { NoticeChannel } from './kinds.ts';
import type { DeliveryState, SendingError } from './states.ts';
import { outgoingOf } from './texts.ts';
import { recipientIn, saysDecision } from './wanted.ts';

/** What the demo shows in place of a phone or a mailbox: what was sent, or waits, to whom. */
export interface Letter {
	readonly id: string;
	readonly channel: NoticeChannel;
	readonly givenName: string;
	readonly familyName: string;
	/** The number or address; null for a push message. */
	readonly to: string | null;
	readonly state: DeliveryState;
	readonly error: SendingError | null;
	/** When it went out, or will be tried. */
	readonly at: number;
	readonly words: Words;
	/** Over an e-mail. */
	readonly subject: Words | null;
}

const shown = 200;

/** The last letters of everybody: of the demo alone, where nobody is real. The caller knows that it is one. */
export async function mailbox(portal: Portal): Promise<Letter[]> {
	const { read, t } = portal.store;
	const { notices, noticeDeliveries: d, people } = t;
	const rows = await read
		.select({ delivery: d, notice: notices, person: people })
		.from(d)
		.innerJoin(notices, eq(notices.id, d.noticeId))
		.innerJoin(people, eq(people.id, notices.personId))
		// What happened last comes first: a slow round makes letters about long ago after one that made those of just now.
		.orderBy(desc(notices.at), desc(d.createdAt), desc(d.id))
		.limit(shown);
	const letters = await Promise.all(
		rows.map(async ({ delivery, notice, person }): Promise<Letter> => {
			const { id, channel, state, error, settledAt, dueAt } = delivery;
			const recipient = await recipientIn(portal, read, person);
			const isOfficial = saysDecision(notice.kind, channel, recipient);
			const at = settledAt ?? dueAt;
			const { words, subject } = outgoingOf(id, notice, person.language, isOfficial, at);
			const to = channel === 'sms' ? person.phone : channel === 'email' ? person.email : null;
			const { givenName, familyName } = person;
			const said = { words, subject: channel === 'email' ? subject : null };
			return {
				id,
				channel,
				givenName,
				familyName,
				to,
				state,
				error,
				at,
				...said,
			};
		}),
	);
	return [...sentAtOnce(portal), ...letters];
}
