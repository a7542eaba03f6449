import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import * as notices from '../notices/notices.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { declared, moment, newResident, valueOf } from './test-hours.ts';

const after = (ms: number) => ({ ...moment, now: moment.now + ms });

eachEngine('what is told of a decision about hours', (open) => {
	let world: World;
	let resident: Resident;
	beforeAll(async () => {
		world = await open();
	});
	beforeEach(async () => {
		resident = await newResident(world);
	});
	afterAll(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	const told = async (ms: number) =>
		(await notices.own(resident, moment.now + ms)).map(({ kind, subject }) => [kind, subject]);

	it('is told once, when it can be undone no more', async () => {
		const { id } = await declared(resident);
		for (const _ of [1, 2]) valueOf(await hours.confirm(kim(), id, moment));
		expect(await told(15_000)).toEqual([]);
		expect(await told(16_000)).toEqual([['hoursDecided', id]]);
	});

	it('is told of what was decided instead, and not of what was taken back', async () => {
		const { id: entryId } = await declared(resident);
		valueOf(await hours.confirm(kim(), entryId, moment));
		valueOf(await hours.undo(kim(), { entryId, number: 2 }, after(5_000)));
		expect(await told(60_000)).toEqual([]);
		valueOf(await hours.ask(kim(), entryId, 'whoWasThere', after(9_000)));
		expect(await told(60_000)).toEqual([['hoursAsked', entryId]]);
	});

	it('is nothing when the person does something', async () => {
		const { id } = await declared(resident);
		valueOf(await hours.withdraw(resident, id, moment));
		expect(await told(60_000)).toEqual([]);
	});
});
