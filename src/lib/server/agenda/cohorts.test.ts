import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons } from './test-agenda.ts';

const early = at('2026-10-01');

eachEngine('who belongs to a cohort', (open) => {
	let world: World;
	let anna: Staff;
	let amina: string;
	let cohortId: string;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		amina = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		const gemeentecode = world.portal.tenant.gemeenten[0]?.gemeentecode ?? '';
		const input = { gemeentecode, kind: 'lesson', name: 'Z3', partnerId: null } as const;
		const cohort = await agenda.cohorts.start(anna, input, early);
		cohortId = cohort.ok ? cohort.value.id : '';
		await join('2026-10-01');
		await agenda.plan(anna, { cohortId }, lessons, early);
	});
	afterEach(() => world.close());

	const join = (from: string) => agenda.cohorts.join(anna, cohortId, amina, day(from), early);
	const leave = (until: string, moment = early) =>
		agenda.cohorts.leave(anna, cohortId, amina, day(until), moment);
	const days = async () => {
		const october = { from: day('2026-10-01'), until: day('2026-11-01') };
		return (await agenda.of(anna, amina, october)).map(({ on }) => on);
	};

	it('can come in again on the day of a slip', async () => {
		await leave('2026-10-01');
		expect(await days()).toEqual([]);
		expect((await join('2026-10-01')).ok).toBe(true);
		expect(await days()).toHaveLength(8);
	});

	it('can leave sooner than was said, but not other than was', async () => {
		await leave('2026-12-01');
		await leave('2026-10-08');
		expect(await days()).toEqual(['2026-10-06']);
		await leave('2026-10-20', at('2026-10-12'));
		expect(await days()).toEqual(['2026-10-06']);
	});
});
