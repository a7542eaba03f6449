import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { newId } from '../id.ts';
import { failed, type Sent, sent } from '../notices/channel.ts';
import * as notices from '../notices/notices.ts';
import { reachable, type Received, receiving } from '../notices/test-notices.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons, talk } from './test-agenda.ts';

eachEngine('reminders', (open) => {
	let world: World;
	beforeEach(async () => (world = await open()));
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const said = async () => {
		const { read, t } = world.portal.store;
		const rows = await read.select().from(t.notices);
		return rows
			.filter(({ kind }) => kind.startsWith('reminder'))
			.map(({ kind, personId, slots }) => [kind, personId, slots.day, slots.time]);
	};

	async function planned(personId: string, item: agenda.Planned) {
		const outcome = await agenda.plan(kim(), { personId }, item, at('2026-10-01'));
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		return outcome.value;
	}

	it('come at six the evening before, and an hour before, once each', async () => {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'kim' });
		await planned(id, talk);
		const day1 = ['reminderDay', id, '2026-10-12', '13:30'];
		const hour = ['reminderHour', id, '2026-10-12', '13:30'];
		for (const [moment, expected] of [
			[at('2026-10-11', '17:59'), []],
			[at('2026-10-11', '18:00'), [day1]],
			[at('2026-10-11', '23:00'), [day1]],
			[at('2026-10-12', '12:29'), [day1]],
			[at('2026-10-12', '12:30'), [day1, hour]],
			[at('2026-10-12', '13:29'), [day1, hour]],
			[at('2026-10-12', '13:31'), [day1, hour]],
		] as const) {
			for (const _ of [1, 2]) await agenda.remind(world.portal, moment);
			expect(await said()).toEqual(expected);
		}
	});

	it('keep to the clock on the wall in the night of 25 hours', async () => {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'kim' });
		await planned(id, { ...talk, on: day('2026-10-25'), at: '09:00' });
		await agenda.remind(world.portal, at('2026-10-24', '18:00'));
		// Nine in the morning is UTC+1 again: an hour before is 07:00 UTC.
		const sunday = day('2026-10-25');
		await agenda.remind(world.portal, { now: Date.parse('2026-10-25T06:59:00Z'), today: sunday });
		expect(await said()).toHaveLength(1);
		await agenda.remind(world.portal, { now: Date.parse('2026-10-25T07:00:00Z'), today: sunday });
		expect(await said()).toHaveLength(2);
	});

	it('that wait still are dropped when it is called off', async () => {
		const { id } = await reachable(world.portal, { klantmanagerId: 'kim', email: null });
		const itemId = await planned(id, talk);
		const got: Received[] = [];
		const round = (now: number, answer: Sent) =>
			notices.sendDue(
				world.portal,
				receiving(got, () => answer),
				() => now,
			);
		await round(at('2026-10-01', '12:00').now, sent);
		const evening = at('2026-10-11', '20:59');
		await agenda.remind(world.portal, evening);
		await round(evening.now, failed('busy'));
		got.length = 0;
		await agenda.cancel(kim(), itemId, 0, 'holiday', evening);
		const morning = at('2026-10-12', '08:00');
		await agenda.remind(world.portal, morning);
		await round(morning.now, sent);
		expect(got.map(({ outgoing }) => outgoing.words.dutch)).toEqual([
			'Er is iets veranderd. Log in om het te lezen.',
		]);
	});

	it('come not to who cannot come, and again when it moved since', async () => {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'kim' });
		const other = await addPerson(world.portal, { klantmanagerId: 'kim' });
		await planned(id, lessons);
		await planned(other.id, lessons);
		const [tuesday] = await agenda.of(residentOf(world.portal, id), id, {
			from: day('2026-10-06'),
			until: day('2026-10-07'),
		});
		const answer = { personId: id, occurrence: tuesday?.key ?? '', isComing: false } as const;
		const outcome = await agenda.answer(
			residentOf(world.portal, id),
			{ ...answer, reason: 'ill', key: newId() },
			at('2026-10-05'),
		);
		expect(outcome.ok).toBe(true);
		await agenda.remind(world.portal, at('2026-10-05', '18:00'));
		expect(await said()).toEqual([['reminderDay', other.id, '2026-10-06', '09:00']]);
	});
});
