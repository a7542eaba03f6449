import { afterAll, beforeAll, expect, it } from 'vitest';
import { NotFound, refused } from '../errors.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import * as household from './household.ts';

eachEngine('a household', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const tess = () => staffOf(world.portal, 'tess', ['teamLead']);
	const somebody = (givenName: string, klantmanagerId = 'kim') =>
		addPerson(world.portal, { givenName, klantmanagerId });
	const names = async (...of: Parameters<typeof household.householdOf>) => {
		const { members, others } = await household.householdOf(...of);
		return [...members.map(({ name }) => name), others];
	};

	it('is told to whoever may read each of them, and of the rest how many there are', async () => {
		const [a, b, c] = [await somebody('A'), await somebody('B'), await somebody('C', 'lee')];
		expect(await household.link(tess(), a.id, b.id, 1)).toEqual({ ok: true, value: null });
		expect(await household.link(tess(), c.id, a.id, 1)).toEqual({ ok: true, value: null });
		expect(await names(kim(), a.id)).toEqual(['B Haile', 1]);
		expect(await names(tess(), a.id)).toEqual(['B Haile', 'C Haile', 0]);
		await expect(household.householdOf(kim(), c.id)).rejects.toThrow(NotFound);
		await household.leave(kim(), b.id, 2);
		expect(await names(tess(), a.id)).toEqual(['C Haile', 0]);
		await household.leave(kim(), a.id, 2);
		expect(await names(tess(), c.id)).toEqual([0]);
		await household.leave(tess(), c.id, 2);
	});

	it('is made by two colleagues at once, each from the other side', async () => {
		for (let time = 0; time < 10; time += 1) {
			const [a, b] = [await somebody('A'), await somebody('B')];
			const both = [household.link(kim(), a.id, b.id, 1), household.link(tess(), b.id, a.id, 1)];
			expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true);
			expect(await names(kim(), a.id)).toEqual(['B Haile', 0]);
		}
	});

	it('is never two at once, and is made by nobody who may not write both', async () => {
		const [a, b] = [await somebody('A'), await somebody('B')];
		const [c, d] = [await somebody('C'), await somebody('D', 'lee')];
		await household.link(kim(), a.id, b.id, 1);
		await household.link(tess(), c.id, d.id, 1);
		expect(await household.link(kim(), a.id, c.id, 1)).toEqual(
			refused({ other: 'otherHousehold' }),
		);
		expect(await household.link(kim(), a.id, a.id, 1)).toEqual(refused({ other: 'notAChoice' }));
		await expect(household.link(kim(), a.id, d.id, 1)).rejects.toThrow(NotFound);
		await expect(household.leave(kim(), d.id, 1)).rejects.toThrow(NotFound);
		expect(await names(kim(), a.id)).toEqual(['B Haile', 0]);
	});
});
