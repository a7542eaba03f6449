import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachEngine } from '../test-world.ts';
import { failed, type Sent, sent } from './channel.ts';
import { claim, leaseTime } from './claim.ts';
import * as notices from './notices.ts';
import { mostAttempts, transitions, type DeliveryState } from './states.ts';
import { deliveries, monday, reachable, type Received, receiving, told } from './test-notices.ts';

const commands = fc.array(
	fc.oneof(
		fc.constant('tell' as const),
		fc.constant('again' as const),
		fc.constant('die' as const),
		fc.constant('send' as const),
		fc.constant('busy' as const),
		fc.constant('refuse' as const),
		fc.constant('wait' as const),
	),
	{ minLength: 5, maxLength: 40 },
);

const answers: Readonly<Record<'send' | 'busy' | 'refuse', Sent>> = {
	send: sent,
	busy: failed('busy'),
	refuse: failed('refused', true),
};

/** What the table of states allows between two looks: one step, or several by one round. */
function canBecome(from: DeliveryState, to: DeliveryState): boolean {
	const seen = new Set<DeliveryState>([from]);
	for (const state of seen) {
		for (const next of Object.values(transitions[state])) seen.add(next);
	}
	return seen.has(to);
}

eachEngine('the life of a delivery', (open) => {
	it('keeps to its table of states, whatever happens, and ends sent or given up', async () => {
		await fc.assert(
			fc.asyncProperty(commands, async (list) => {
				const world = await open();
				try {
					const { portal } = world;
					const { id } = await reachable(portal, { email: null });
					await notices.choose(
						{ kind: 'resident', id: 'a', personId: id, portal },
						{ groupsOff: [], channelsOff: [], quiet: null, remindsInQuiet: false },
						monday,
					);
					const got: Received[] = [];
					let [now, facts] = [monday, 0];
					let before = new Map<string, DeliveryState>();
					const life = { expiresAt: monday + 10 ** 10 };
					for (const command of list) {
						if (command === 'tell')
							await told(portal, id, `fact ${(facts += 1)}`, { at: now, ...life });
						else if (command === 'again')
							await told(portal, id, `fact ${facts}`, { at: now, ...life });
						else if (command === 'wait') now += leaseTime + 1;
						else if (command === 'die') await claim(portal, 'waiting', now);
						else {
							const channels = receiving(got, () => answers[command]);
							await notices.sendDue(
								portal,
								channels,
								() => now,
								() => 0.5,
							);
						}
						const rows = await deliveries(portal);
						for (const row of rows) {
							const was = before.get(row.id) ?? 'waiting';
							if (!canBecome(was, row.state)) throw new Error(`${was} became ${row.state}`);
						}
						before = new Map(rows.map(({ id: key, state }) => [key, state]));
					}
					for (let round = 0; round <= mostAttempts + 1; round += 1) {
						now += 2 * 60 * 60_000;
						await notices.sendDue(portal, receiving(got), () => now);
					}
					const rows = await deliveries(portal);
					expect(rows.filter(({ state }) => state !== 'sent' && state !== 'dead')).toEqual([]);
					const all = await portal.store.read.select().from(portal.store.t.notices);
					expect(rows.map(({ noticeId }) => noticeId).sort()).toEqual(
						all.map((one) => one.id).sort(),
					);
					const keys = new Set(got.map(({ outgoing }) => outgoing.id));
					expect([...keys].sort()).toEqual(rows.map((row) => row.id).sort());
				} finally {
					await world.close();
				}
			}),
			{ numRuns: 15 },
		);
	});

	it('of a worker that lost its lease is settled by the one that has it', async () => {
		const world = await open();
		try {
			const { portal } = world;
			const { noticeDeliveries: t } = portal.store.t;
			const { id } = await reachable(portal, { email: null });
			await told(portal, id, 'x');
			const got: Received[] = [];
			// While the first waits for its answer its lease ends, and a second worker sends.
			const slow = receiving(got, async () => {
				await portal.store.touch((tx) =>
					tx
						.update(t)
						.set({ dueAt: monday - 1 })
						.where(eq(t.state, 'leased')),
				);
				await notices.sendDue(portal, receiving(got), () => monday + leaseTime);
				return failed('refused', true);
			});
			const first = await notices.sendDue(portal, slow, () => monday);
			expect(first).toEqual({ sent: 0, failed: 0, dead: 0, dropped: 0 });
			expect(await deliveries(portal)).toMatchObject([{ state: 'sent', attempts: 2 }]);
			expect(new Set(got.map(({ outgoing }) => outgoing.id)).size).toBe(1);
		} finally {
			await world.close();
		}
	});

	it('is claimed by one of two workers', async () => {
		const world = await open();
		try {
			const { portal } = world;
			const people = await Promise.all(Array.from({ length: 8 }, () => reachable(portal)));
			for (const { id } of people) await told(portal, id, `of ${id}`);
			const got: Received[] = [];
			const rounds = await Promise.all(
				[1, 2, 3].map(() => notices.sendDue(portal, receiving(got), () => monday)),
			);
			expect(rounds.reduce((total, round) => total + round.sent, 0)).toBe(16);
			expect(got).toHaveLength(16);
		} finally {
			await world.close();
		}
	});
});
