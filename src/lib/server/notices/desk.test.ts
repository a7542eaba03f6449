import { createECDH, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import { failed } from './channel.ts';
import * as notices from './notices.ts';
import { deliveries, monday, reachable, type Received, receiving, told } from './test-notices.ts';

const browser = (endpoint: string) => {
	const keys = createECDH('prime256v1');
	keys.generateKeys();
	const auth = randomBytes(16).toString('base64url');
	return { endpoint, p256dh: keys.getPublicKey('base64url'), auth };
};
const fcm = (name: string) => `https://fcm.googleapis.com/fcm/send/${name}`;

eachEngine('notices that were given up', (open) => {
	let world: World;
	beforeEach(async () => (world = await open()));
	afterEach(() => world.close());

	const refusing = () => receiving([], () => failed('refused', true));
	const ivo = () => staffOf(world.portal, 'ivo', ['administrator']);

	it('are for administrators to see and to try again, without a word of whose they are', async () => {
		const { id } = await reachable(world.portal, { email: null, familyName: 'Canary' });
		await told(world.portal, id, 'x');
		await notices.sendDue(world.portal, refusing(), () => monday);
		const [letter, ...more] = await notices.deadLetters(ivo(), monday);
		expect(more).toEqual([]);
		expect(letter).toMatchObject({
			kind: 'hoursDecided',
			channel: 'sms',
			since: monday,
			attempts: 1,
			error: 'refused',
			isOfUse: true,
		});
		expect(JSON.stringify(letter)).not.toMatch(new RegExp(`Canary|12345678|${id}`));
		const got: Received[] = [];
		for (const _ of [1, 2]) await notices.retry(ivo(), letter?.id ?? '', monday);
		await notices.sendDue(world.portal, receiving(got), () => monday);
		expect(got).toHaveLength(1);
		await notices.retry(ivo(), letter?.id ?? '', monday);
		await notices.sendDue(world.portal, receiving(got), () => monday);
		expect(got).toHaveLength(1);
	});

	it('are nobody else’s', async () => {
		for (const role of ['klantmanager', 'teamLead'] as const) {
			const other = staffOf(world.portal, 'kim', [role]);
			await expect(notices.deadLetters(other, monday)).rejects.toThrow(NotFound);
			await expect(notices.retry(other, newId(), monday)).rejects.toThrow(NotFound);
		}
		for (const id of [newId(), '', "' or 1=1 --"]) {
			await expect(notices.retry(ivo(), id, monday)).rejects.toThrow(NotFound);
		}
	});

	it('leave nothing of the address in the database', async () => {
		const { id } = await reachable(world.portal, {
			phone: '06-98765432',
			email: 'canary@post.example',
		});
		await told(world.portal, id, 'x');
		await notices.sendDue(
			world.portal,
			receiving([], () => {
				throw new Error('no +31698765432');
			}),
			() => monday,
		);
		const { read, t } = world.portal.store;
		const kept = JSON.stringify([
			await deliveries(world.portal),
			await read.select().from(t.notices),
			await read.select().from(t.audit),
		]);
		expect(kept).not.toMatch(/98765432|canary/);
	});

	describe('the phones of a person', () => {
		it('get a message each, and one that is gone is forgotten', async () => {
			const { id } = await reachable(world.portal, { phone: null, email: null });
			const resident = residentOf(world.portal, id);
			for (const name of ['a', 'b', 'b']) {
				expect(await notices.subscribe(resident, browser(fcm(name)), monday)).toMatchObject({
					ok: true,
				});
			}
			await told(world.portal, id, 'x');
			const got: Received[] = [];
			const answers = ({ to }: Received) =>
				to.endsWith('a') ? failed('addressGone', true) : { ok: true as const };
			const round = await notices.sendDue(world.portal, receiving(got, answers), () => monday);
			expect(round).toMatchObject({ sent: 1, dropped: 1, dead: 0 });
			expect(got.map(({ to }) => to).sort()).toEqual([fcm('a'), fcm('b')]);
			expect((await notices.ownChoice(resident)).phones).toBe(1);
			await notices.unsubscribe(resident, null, monday);
			expect((await notices.ownChoice(resident)).phones).toBe(0);
		});

		it('are at most five, and one that changes hands is the last person’s', async () => {
			const first = residentOf(world.portal, (await reachable(world.portal)).id);
			const second = residentOf(world.portal, (await reachable(world.portal)).id);
			for (let nth = 0; nth < 8; nth += 1) {
				await notices.subscribe(first, browser(fcm(`phone-${nth}`)), monday + nth);
			}
			expect((await notices.ownChoice(first)).phones).toBe(5);
			await notices.subscribe(second, browser(fcm('phone-7')), monday + 9);
			expect((await notices.ownChoice(first)).phones).toBe(4);
		});

		it.each([
			{ endpoint: 'https://evil.example/x' },
			{ endpoint: `${fcm('x')}${'y'.repeat(1000)}` },
			{ p256dh: 'AAAA' },
			{ auth: 'A'.repeat(23) },
		])('are taken only as a browser of a known service gives them: %j', async (differing) => {
			const resident = residentOf(world.portal, (await reachable(world.portal)).id);
			const given = { ...browser(fcm('x')), ...differing };
			expect(await notices.subscribe(resident, given, monday)).toMatchObject({ ok: false });
			expect((await notices.ownChoice(resident)).phones).toBe(0);
		});

		it('stand sealed, and a seal that does not open blocks nobody', async () => {
			const { portal } = world;
			const broken = await reachable(portal, { phone: null, email: null });
			const whole = await reachable(portal, { phone: null, email: null });
			await notices.subscribe(residentOf(portal, broken.id), browser(fcm('canary')), monday);
			await notices.subscribe(residentOf(portal, whole.id), browser(fcm('b')), monday);
			const { pushSubscriptions: t } = portal.store.t;
			const rows = await portal.store.read.select().from(t);
			expect(JSON.stringify(rows)).not.toContain('canary');
			await portal.store.touch((tx) =>
				tx.update(t).set({ sealed: 'v1.1.x.y.z' }).where(eq(t.personId, broken.id)),
			);
			await told(portal, broken.id, 'broken', { at: monday - 1 });
			await told(portal, whole.id, 'whole');
			const round = await notices.sendDue(portal, receiving([]), () => monday);
			expect(round).toMatchObject({ sent: 1, failed: 1 });
		});
	});
});
