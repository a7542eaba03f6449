import { expect, it } from 'vitest';
import type { Store } from '../db/store.ts';
import { eachEngine } from '../test-world.ts';
import { type Channels } from './channel.ts';
import { leaseTime } from './claim.ts';
import * as notices from './notices.ts';
import { deliveries, monday, reachable, type Received, receiving, told } from './test-notices.ts';

/**
 * A worker that stops for ever at its nth step, as one that was killed there: before or after a transaction, before a
 * sending or after the answer. `npm run faults:notices` kills a process, also inside its transactions.
 */
function stopping(store: Store, channels: Required<Channels>, nth: number) {
	let steps = 0;
	let stop = () => {};
	const stopped = new Promise<'stopped'>((resolve) => (stop = () => resolve('stopped')));
	const step = () => {
		steps += 1;
		if (steps < nth) return Promise.resolve();
		stop();
		return new Promise<never>(() => {});
	};
	const around = async <T>(work: () => Promise<T>) => {
		await step();
		const result = await work();
		await step();
		return result;
	};
	const dying: Store = {
		...store,
		touch: (work) => around(() => store.touch(work)),
		write: (now, work) => around(() => store.write(now, work)),
	};
	const { email, sms } = channels;
	const ways: Channels = {
		sms: { send: (...given) => around(() => sms.send(...given)) },
		email: { send: (...given) => around(() => email.send(...given)) },
	};
	return { dying, ways, stopped };
}

eachEngine('a worker that is killed', (open) => {
	it('at any of forty steps loses nothing, and what came twice came with one key', async () => {
		const world = await open();
		try {
			const { portal } = world;
			const people = await Promise.all([1, 2, 3].map(() => reachable(portal)));
			const got: Received[] = [];
			const channels = receiving(got);
			let [now, died] = [monday, 0];
			for (let nth = 1; nth <= 40; nth += 1) {
				for (const { id } of people.slice(0, 2)) {
					await told(portal, id, `${nth} ${id}`, { at: now, expiresAt: now + 10 ** 9 });
				}
				const { dying, stopped, ways } = stopping(portal.store, channels, nth);
				const round = notices.sendDue({ ...portal, store: dying }, ways, () => now);
				if ((await Promise.race([round, stopped])) === 'stopped') died += 1;
				now += leaseTime + 1;
				// Some of the time it goes on by day, since nothing goes out at night.
				if (nth % 20 === 0) now += 24 * 60 * 60_000;
			}
			for (let last = 0; last < 4; last += 1) {
				now += 6 * 60 * 60_000;
				await notices.sendDue(portal, channels, () => now);
			}
			const rows = await deliveries(portal);
			expect(died).toBeGreaterThan(30);
			expect(rows).toHaveLength(160);
			expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
			const keys = new Set(got.map(({ outgoing }) => outgoing.id));
			expect([...keys].sort()).toEqual(rows.map(({ id }) => id).sort());
			expect(got.length).toBeGreaterThan(rows.length);
		} finally {
			await world.close();
		}
	});
});
