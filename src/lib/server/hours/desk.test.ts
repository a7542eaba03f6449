import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, moment, newResident, valueOf } from './test-hours.ts';

eachEngine('the desk of hours', (open) => {
	let world: World;
	let resident: Resident;
	/** Three that wait, the longest waiting first. */
	const ids: string[] = [];
	beforeAll(async () => {
		world = await open();
		resident = await newResident(world);
		for (const minute of [0, 1, 2]) {
			const id = newId();
			const at = { ...moment, now: moment.now + minute * 60_000 };
			valueOf(await hours.declareAs(resident, id, content, [], at));
			ids.push(id);
		}
	});
	afterAll(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');

	it('goes from one that waits to the next and back, past what waits no longer', async () => {
		const [first = '', second = '', third = ''] = ids;
		expect(await hours.around(kim(), first)).toEqual({ previous: null, next: second });
		expect(await hours.around(kim(), second)).toEqual({ previous: first, next: third });
		valueOf(await hours.confirm(kim(), second, moment));
		expect(await hours.around(kim(), second)).toEqual({ previous: first, next: third });
		expect(await hours.around(kim(), first)).toEqual({ previous: null, next: third });
		expect(await hours.around(staffOf(world.portal, 'robin'), second)).toEqual({
			previous: null,
			next: null,
		});
	});

	it('says how much waits and since when', async () => {
		expect(await hours.waiting(kim())).toEqual({
			toDecide: 2,
			asked: 0,
			longestAt: moment.now,
		});
		expect(await hours.waiting(staffOf(world.portal, 'robin'))).toEqual({
			toDecide: 0,
			asked: 0,
			longestAt: null,
		});
	});
});
