import { eq } from 'drizzle-orm';
import type { Db } from '../db/store.ts';
import type { Portal } from '../portal.ts';
import { type Channels, failed, patience, type Sent } from './channel.ts';
import { claim, type DeliveryRow, settle, type Settled } from './claim.ts';
import { look, type Ready } from './look.ts';
import { planNext } from './planning.ts';
import { mostAttempts, waitAfter } from './states.ts';
import { opened } from './subscriptions.ts';
import { outgoingOf } from './texts.ts';
import type { Address } from './wanted.ts';

/** What a round did. */
export interface Round {
	readonly sent: number;
	readonly failed: number;
	/** Given up: somebody has to look. */
	readonly dead: number;
	/** Needed no sending any more. */
	readonly dropped: number;
}

/**
 * After this long, in milliseconds, a round takes nothing new: the next one reminds first, and what the portal does else
 * gets its turn in between.
 */
const longest = 5 * 60_000;

/** So many at once: one that hangs keeps few waiting. */
const atOnce = 4;

/**
 * Sends what is due. Every delivery goes out at least once, with its key, also when the worker dies at any moment: it
 * is claimed for a while before, and settled after. `now` is asked anew for each; `chance` is from 0 until 1.
 */
export async function sendDue(
	portal: Portal,
	channels: Channels,
	now: () => number,
	chance: () => number = Math.random,
): Promise<Round> {
	const end = now() + longest;
	while ((await planNext(portal, channels, now())) !== null);
	const tally = { sent: 0, failed: 0, dead: 0, dropped: 0 };
	const all = async (state: 'waiting' | 'leased') => {
		for (;;) {
			const delivery = now() < end ? await claim(portal, state, now()) : null;
			if (!delivery) return;
			const event = await deliver(portal, channels, delivery, now, chance);
			const column = event && columns[event];
			if (column) tally[column] += 1;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, () => all('waiting')));
	// One of these may have killed its worker: they come last and each alone, so that it takes no other with it.
	await all('leased');
	return tally;
}

const columns = {
	sent: 'sent',
	failed: 'failed',
	gaveUp: 'dead',
	dropped: 'dropped',
	postponed: null,
} as const satisfies Record<Settled['event'], keyof Round | null>;

/** One delivery that cannot be read or sent fails by itself; null for one that another worker has settled. */
async function deliver(
	portal: Portal,
	channels: Channels,
	delivery: DeliveryRow,
	now: () => number,
	chance: () => number,
): Promise<Settled['event'] | null> {
	const { store } = portal;
	const found = await store
		.touch(async (tx) => look(portal, channels, tx, delivery, now()))
		.catch(() => 'broken' as const);
	if (typeof found === 'string' && found !== 'broken') return found;
	const answer =
		found === 'broken' ? failed('broken') : await tried(portal, channels, delivery, found, now());
	const settled = settledBy(answer, delivery, now(), chance());
	return store.write(now(), async (tx, log) => {
		const isMine = await settle(portal, tx, delivery, settled, now());
		const action = isMine ? `notice.${settled.event}` : 'notice.late';
		const detail = { channel: delivery.channel, error: settled.error ?? null };
		const whose = found === 'broken' ? {} : { personId: found.notice.personId };
		log({ actor: 'notices', action, subject: delivery.noticeId, ...whose, detail });
		if (found !== 'broken' && settled.error === 'addressGone') {
			await forget(portal, tx, found.target.address);
		}
		return isMine ? settled.event : null;
	});
}

/** Sends, and never throws: what was thrown may hold an address, and only that it failed is kept. */
async function tried(
	portal: Portal,
	channels: Channels,
	delivery: DeliveryRow,
	{ notice, target, language }: Ready,
	now: number,
): Promise<Sent> {
	const { address, isOfficial } = target;
	const outgoing = outgoingOf(delivery.id, notice, language, isOfficial, now);
	const sending =
		address.channel === 'push'
			? async () => channels.push?.send(outgoing, opened(portal, address.to), now)
			: async () => channels[address.channel]?.send(outgoing, address.to, now);
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Sent>((resolve) => {
		timer = setTimeout(() => resolve(failed('slow')), patience);
	});
	const answered = sending().catch(() => failed('broken'));
	const answer = await Promise.race([answered, late]).finally(() => clearTimeout(timer));
	return answer ?? failed('notAllowed');
}

function settledBy(answer: Sent, { attempts }: DeliveryRow, now: number, chance: number): Settled {
	if (answer.ok) return { event: 'sent' };
	const { error, isFinal } = answer;
	if (error === 'addressGone') return { event: 'dropped', error };
	if (isFinal || attempts >= mostAttempts) return { event: 'gaveUp', error };
	return { event: 'failed', error, dueAt: now + waitAfter(attempts, chance) };
}

/** The push service says that this phone is no longer there. */
async function forget({ store }: Portal, tx: Db, address: Address) {
	if (address.channel !== 'push') return;
	const { pushSubscriptions: t } = store.t;
	await tx.delete(t).where(eq(t.id, address.to.id));
}
