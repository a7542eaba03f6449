import { afterEach, beforeEach, expect, it } from 'vitest';
import { eachEngine, residentOf, type World } from '../test-world.ts';
import { failed, sent } from './channel.ts';
import { usualChoice } from './choice.ts';
import * as notices from './notices.ts';
import { mostAttempts } from './states.ts';
import { deliveries, monday, reachable, type Received, receiving, told } from './test-notices.ts';

const hour = 60 * 60_000;

eachEngine('notices that fail', (open) => {
	let world: World;
	let got: Received[];
	beforeEach(async () => {
		world = await open();
		got = [];
	});
	afterEach(() => world.close());

	const round = (at = monday, channels: notices.Channels = receiving(got)) =>
		notices.sendDue(
			world.portal,
			channels,
			() => at,
			() => 0,
		);

	it('is tried again, later and later, and is given up at last; an administrator can try again', async () => {
		const { id } = await reachable(world.portal, { email: null });
		await told(world.portal, id, 'x', { expiresAt: monday + 1000 * hour });
		const busy = receiving(got, () => failed('busy'));
		const waits: number[] = [];
		let at = monday;
		const quietOff = { ...usualChoice, quiet: null };
		await notices.choose(residentOf(world.portal, id), quietOff, monday);
		for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
			await round(at, busy);
			const [row] = await deliveries(world.portal);
			waits.push((row?.dueAt ?? 0) - at);
			at = Math.max(at, row?.dueAt ?? at);
		}
		expect(got).toHaveLength(mostAttempts);
		expect(waits.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
		expect(await deliveries(world.portal)).toMatchObject([{ state: 'dead', error: 'busy' }]);
		await round(at + 1000 * hour, busy);
		expect(got).toHaveLength(mostAttempts);
	});

	it('for good is given up at once', async () => {
		const { id } = await reachable(world.portal, { email: null });
		await told(world.portal, id, 'x');
		const tally = await round(
			monday,
			receiving(got, () => failed('refused', true)),
		);
		expect(tally).toMatchObject({ dead: 1 });
	});

	it('blocks nobody: neither a notice that cannot be read nor one that throws', async () => {
		const poison = await reachable(world.portal, { email: null, phone: '06-00000001' });
		const thrower = await reachable(world.portal, { email: null, phone: '06-00000002' });
		const others = await Promise.all(
			Array.from({ length: 12 }, () => reachable(world.portal, { email: null })),
		);
		// A kind that this version does not know, as an older worker beside a newer one would meet it.
		await told(world.portal, poison.id, 'poison', {
			kind: 'unheardOf' as 'planSent',
			at: monday - 2,
		});
		await told(world.portal, thrower.id, 'throws', { at: monday - 1 });
		for (const { id } of others) await told(world.portal, id, `good ${id}`);
		const channels = receiving(got, ({ to }) => {
			if (to.endsWith('2')) throw new Error(`no such number ${to}`);
			return sent;
		});
		expect(await round(monday, channels)).toEqual({ sent: 12, failed: 1, dead: 0, dropped: 0 });
		const states = (await deliveries(world.portal)).map(({ state }) => state).sort();
		expect(states).toEqual(['dead', ...others.map(() => 'sent'), 'waiting']);
	});
});
