import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { eachEngine, residentOf, type World } from '../test-world.ts';
import * as sendings from '../sending/sending.ts';
import { failed } from './channel.ts';
import { usualChoice } from './choice.ts';
import * as notices from './notices.ts';
import {
	becomes,
	deliveries,
	monday,
	reachable,
	type Received,
	receiving,
	told,
} from './test-notices.ts';

const minute = 60_000;
const hour = 60 * minute;

eachEngine('notices', (open) => {
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

	it('sends one fact once along each channel, in both languages, and says not what it is about', async () => {
		const { id } = await reachable(world.portal, { language: 'ti' });
		for (const _ of [1, 2]) await told(world.portal, id, 'hours 1');
		expect(await round()).toEqual({ sent: 2, failed: 0, dead: 0, dropped: 0 });
		expect(await round()).toEqual({ sent: 0, failed: 0, dead: 0, dropped: 0 });
		expect(got.map(({ channel, to }) => [channel, to]).sort()).toEqual([
			['email', 'amina@post.example'],
			['sms', '+31612345678'],
		]);
		const [{ outgoing } = { outgoing: null }] = got;
		expect(outgoing?.words).toMatchObject({
			language: 'ti',
			dutch: 'Er is een antwoord voor u. Log in om het te lezen.',
		});
		expect(new Set(got.map((one) => one.outgoing.id)).size).toBe(2);
	});

	it('stands or falls with its fact', async () => {
		const { id: personId } = await reachable(world.portal);
		const { store } = world.portal;
		const broken = store.write(monday, async (tx) => {
			const at = monday;
			const about = { personId, fact: 'x', kind: 'planSent', subject: 's', at } as const;
			await notices.add(tx, store.t, { ...about, expiresAt: at + 1 });
			throw new Error('the fact broke off');
		});
		await expect(broken).rejects.toThrow('broke off');
		expect(await store.read.select().from(store.t.notices)).toEqual([]);
	});

	it('comes not before its time, and not after it is of use', async () => {
		const { id } = await reachable(world.portal);
		await told(world.portal, id, 'later', { at: monday + hour });
		await told(world.portal, id, 'over', { at: monday, expiresAt: monday + minute });
		expect((await round(monday + 2 * minute)).sent).toBe(0);
		expect((await round(monday + hour)).sent).toBe(2);
		expect(got).toHaveLength(2);
	});

	it('can be taken back until it is on its way', async () => {
		const { id } = await reachable(world.portal);
		const { store } = world.portal;
		const back = (fact: string) => store.touch((tx) => notices.withdraw(tx, store.t, fact));
		await told(world.portal, id, 'undone');
		await told(world.portal, id, 'gone out');
		await back('undone');
		await round();
		await back('gone out');
		expect(got).toHaveLength(2);
		const list = await notices.own(residentOf(world.portal, id), monday);
		expect(list).toHaveLength(1);
	});

	it('are sent for a few minutes at a time, so that reminders and backups wait for no slow gateway', async () => {
		let at = monday;
		const { id } = await reachable(world.portal, { email: null });
		for (let nth = 0; nth < 60; nth += 1) await told(world.portal, id, `x ${nth}`);
		const slow = receiving(got, () => {
			at += 15_000;
			return failed('slow');
		});
		const { failed: first } = await notices.sendDue(world.portal, slow, () => at);
		expect(at - monday).toBeLessThanOrEqual(7 * minute);
		expect(first).toBeGreaterThan(0);
		expect(await notices.sendDue(world.portal, receiving(got), () => at + hour)).toMatchObject({
			sent: 60,
		});
	});

	describe('whoever has veilig contact', () => {
		it('gets nothing, also what waited already, and reads it in the portal', async () => {
			const { id } = await reachable(world.portal);
			const resident = residentOf(world.portal, id);
			await told(world.portal, id, 'before');
			await round(
				monday,
				receiving(got, () => failed('busy')),
			);
			got.length = 0;
			await notices.sayVeiligContact(resident, true, monday);
			await told(world.portal, id, 'after');
			await told(world.portal, id, 'plan', { kind: 'planSent' });
			await sendings.choose(
				resident,
				id,
				{ kind: 'decisions', way: 'portal', chosenOn: day('2026-11-23') },
				{ now: monday, today: day('2026-11-23') },
			);
			expect(await round(monday + hour)).toMatchObject({ sent: 0, dropped: 2 });
			expect(got).toEqual([]);
			expect(await notices.unread(resident, monday)).toBe(3);
			await notices.sayVeiligContact(resident, false, monday + hour);
			await told(world.portal, id, 'again', { at: monday + hour });
			expect((await round(monday + hour)).sent).toBe(2);
		});
	});

	it('come no more to phones that said yes before there was veilig contact', async () => {
		const { id } = await reachable(world.portal, { phone: null, email: null });
		const resident = residentOf(world.portal, id);
		const keys = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: 'a'.repeat(22) };
		const endpoint = 'https://fcm.googleapis.com/fcm/send/x';
		expect((await notices.subscribe(resident, { endpoint, ...keys }, monday)).ok).toBe(true);
		await notices.sayVeiligContact(resident, true, monday);
		await notices.sayVeiligContact(resident, false, monday);
		await told(world.portal, id, 'x');
		await round();
		expect(got).toEqual([]);
	});

	describe('the choice of the person', () => {
		it('leaves out a group and a channel, also of what waited already', async () => {
			const { id } = await reachable(world.portal);
			const resident = residentOf(world.portal, id);
			await notices.choose(
				resident,
				{ ...usualChoice, groupsOff: ['hours'], channelsOff: ['email'] },
				monday,
			);
			await told(world.portal, id, 'hours');
			await told(world.portal, id, 'agenda', { kind: 'agendaMoved' });
			await round();
			expect(got).toMatchObject([{ channel: 'sms' }]);
		});

		it('cannot leave out that another phone got in; a channel that is off stays off', async () => {
			const { id } = await reachable(world.portal);
			const off = { ...usualChoice, groupsOff: ['plan'], channelsOff: ['email'] } as const;
			await notices.choose(residentOf(world.portal, id), off, monday);
			await told(world.portal, id, 'read', { kind: 'talkReport' });
			await told(world.portal, id, 'phone', { kind: 'deviceNew' });
			await round();
			expect(got).toMatchObject([{ channel: 'sms' }]);
		});

		it('of the portal for decisions (Awb 2:10) is told by e-mail, whatever else is off', async () => {
			const { id } = await reachable(world.portal);
			const resident = residentOf(world.portal, id);
			const today = day('2026-11-23');
			const off = { ...usualChoice, groupsOff: ['plan'], channelsOff: ['email', 'sms'] } as const;
			await notices.choose(resident, off, monday);
			await told(world.portal, id, 'on paper', { kind: 'planSent' });
			expect((await round()).sent).toBe(0);
			await sendings.choose(
				resident,
				id,
				{ kind: 'decisions', way: 'portal', chosenOn: today },
				{ now: monday, today },
			);
			await told(world.portal, id, 'in the portal', { kind: 'planSent' });
			await round();
			expect(got).toMatchObject([
				{ channel: 'email', outgoing: { words: { dutch: expect.stringContaining('besluit') } } },
			]);
		});

		it('refuses a time that is none', async () => {
			const { id } = await reachable(world.portal);
			const chosen = { ...usualChoice, quiet: { from: '25:00', until: '08:00' } };
			const outcome = await notices.choose(residentOf(world.portal, id), chosen, monday);
			expect(outcome).toEqual({ ok: false, problems: { quietFrom: 'notATime' } });
		});
	});

	describe('quiet hours', () => {
		const evening = Date.parse('2026-11-23T20:30:00Z');
		const morning = Date.parse('2026-11-24T07:00:00Z');

		it('keep everything until the morning', async () => {
			const { id } = await reachable(world.portal);
			await told(world.portal, id, 'late', { at: evening });
			expect((await round(evening)).sent).toBe(0);
			expect((await round(morning - 1)).sent).toBe(0);
			expect((await round(morning)).sent).toBe(2);
		});

		it('never say on the day itself that something is tomorrow', async () => {
			const { id } = await reachable(world.portal, { email: null });
			const begins = Date.parse('2026-11-24T08:30:00Z');
			const about = { kind: 'reminderDay', at: evening, expiresAt: begins } as const;
			await told(world.portal, id, 'x', { ...about, slots: { day: '2026-11-24' } });
			await round(morning);
			expect(got.map(({ outgoing }) => outgoing.words.dutch)).toEqual([
				'Straks is er iets voor u. Log in en kijk wat het is.',
			]);
		});

		it('let a reminder of an hour before through, but not for who wants that not', async () => {
			const about = { kind: 'reminderHour', at: evening, expiresAt: evening + hour } as const;
			const asleep = await reachable(world.portal);
			const awake = await reachable(world.portal, { email: null });
			const unwanted = { ...usualChoice, remindsInQuiet: false };
			await notices.choose(residentOf(world.portal, asleep.id), unwanted, monday);
			await told(world.portal, asleep.id, 'asleep', about);
			await told(world.portal, awake.id, 'awake', about);
			await round(evening);
			expect(got).toHaveLength(1);
			await round(morning);
			expect(got).toHaveLength(1);
		});

		it('let through an hour before that what begins early is off, however late that was said', async () => {
			const { id } = await reachable(world.portal, { email: null });
			const begins = Date.parse('2026-11-24T07:30:00Z');
			const off = { kind: 'agendaCancelled', at: evening, expiresAt: begins } as const;
			await told(world.portal, id, 'off', off);
			for (const at of [evening, begins - hour - 1]) expect((await round(at)).sent).toBe(0);
			expect((await round(begins - hour)).sent).toBe(1);
		});

		it('count that begin after the delivery was made', async () => {
			const { id } = await reachable(world.portal, { email: null });
			const afternoon = Date.parse('2026-11-23T19:59:00Z');
			await told(world.portal, id, 'x', { at: afternoon });
			await round(
				afternoon,
				receiving(got, () => failed('busy')),
			);
			got.length = 0;
			await round(evening);
			expect(got).toEqual([]);
			expect(await deliveries(world.portal)).toMatchObject([
				{ state: 'waiting', attempts: 1, dueAt: morning },
			]);
		});
	});

	describe('an address', () => {
		it('that changed gets it, and the old one does not', async () => {
			const { id } = await reachable(world.portal, { email: null });
			await told(world.portal, id, 'x');
			await round(
				monday,
				receiving(got, () => failed('busy')),
			);
			got.length = 0;
			await becomes(world.portal, id, { phone: '06 8765 4321' });
			await round(monday + hour);
			await round(monday + hour);
			expect(got.map(({ to }) => to)).toEqual(['+31687654321']);
		});

		it.each(['0513-123456', '12', 'geen', '+31 513 123456', '06-1234567'])(
			'%s gets no SMS',
			async (phone) => {
				const { id } = await reachable(world.portal, { email: null, phone });
				await told(world.portal, id, 'x');
				expect((await round()).sent).toBe(0);
			},
		);
	});
});
