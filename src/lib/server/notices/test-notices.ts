import { eq } from 'drizzle-orm';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addPerson } from '../test-world.ts';
import { type Channels, type Outgoing, type Sent, sent } from './channel.ts';
import * as notices from './notices.ts';

/** A Monday at ten in the morning in the Netherlands, outside the quiet hours. */
export const monday = Date.parse('2026-11-23T09:00:00Z');

/** Somebody with a phone and a mailbox. */
export function reachable(
	portal: Portal,
	differing: Parameters<typeof addPerson>[1] = {},
): Promise<Person> {
	return addPerson(portal, { phone: '06-12345678', email: 'amina@post.example', ...differing });
}

/** Puts a notice in the outbox, as a fact would. */
export async function told(
	{ store }: Portal,
	personId: string,
	fact: string,
	differing: Partial<notices.NewNotice> = {},
) {
	const at = differing.at ?? monday;
	await store.write(at, async (tx, log) => {
		await notices.add(tx, store.t, {
			personId,
			fact,
			kind: 'hoursDecided',
			subject: 'a'.repeat(22),
			at,
			expiresAt: at + notices.usualLife,
			...differing,
		});
		log({ actor: 'test', action: 'test.fact', subject: fact });
	});
}

/** What came in at the other end, and what it answers. */
export interface Received {
	readonly channel: 'sms' | 'email' | 'push';
	readonly to: string;
	readonly outgoing: Outgoing;
}

/** Channels that keep what they get; `answers` says what they answer. */
export function receiving(
	got: Received[],
	answers: (received: Received) => Sent | Promise<Sent> = () => sent,
): Required<Channels> {
	const take = async (received: Received) => {
		got.push(received);
		return answers(received);
	};
	return {
		sms: { send: (outgoing, to) => take({ channel: 'sms', to, outgoing }) },
		email: { send: (outgoing, to) => take({ channel: 'email', to, outgoing }) },
		push: { send: (outgoing, { endpoint }) => take({ channel: 'push', to: endpoint, outgoing }) },
	};
}

/** Every delivery of a portal. */
export function deliveries({ store }: Portal) {
	return store.read.select().from(store.t.noticeDeliveries);
}

/** Changes what is known of somebody, past the pages. */
export async function becomes({ store }: Portal, id: string, values: Partial<Person>) {
	const { people } = store.t;
	await store.touch((tx) => tx.update(people).set(values).where(eq(people.id, id)));
}
