import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import { refused } from '../errors.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons } from './test-agenda.ts';

const evening = at('2026-10-13', '20:00');
const seen = { revision: 0, exceptionRevision: 0 };

eachEngine('a lesson at which somebody was', (open) => {
	let world: World;
	let anna: Staff;
	let amina: string;
	let key: string;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		amina = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		const planned = await agenda.plan(anna, { personId: amina }, lessons, at('2026-10-01'));
		key = `${planned.ok ? planned.value : ''}.2026-10-13`;
		await say('present', 0);
	});
	afterEach(() => world.close());

	const say = (presence: agenda.Mark['presence'], before: number) =>
		agenda.record(anna, key, [{ personId: amina, presence, minutes: 60, seen: before }], evening);
	const change = async (to: Partial<agenda.Change>) => {
		const { occurrence } = await agenda.deskView(anna, key);
		const changed = { ...occurrence, ...to, reason: 'otherReason' as const };
		return agenda.change(anna, key, seen, changed, evening);
	};

	it.each([
		['move', { on: day('2026-10-20') }],
		['go off', { isCancelled: true }],
	])('does not %s until that is taken back', async (_what, to) => {
		expect(await change(to)).toEqual(refused({ form: 'agendaAttended' }));
		expect(await agenda.attended(anna, amina)).toMatchObject([{ on: '2026-10-13' }]);
		await say('absent', 1);
		expect((await change(to)).ok).toBe(true);
	});

	it('may have been in another place', async () => {
		expect((await change({ place: 'Lokaal 4' })).ok).toBe(true);
	});
});
