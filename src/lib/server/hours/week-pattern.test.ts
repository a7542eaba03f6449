import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { eachEngine, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, declared, moment, newResident, valueOf } from './test-hours.ts';

/** Monday back to Tuesday. */
const days = ['23', '22', '21', '20', '19', '18', '17'].map((nth) => day(`2026-11-${nth}`));

eachEngine('the pattern of the week', (open) => {
	let world: World;
	let resident: Resident;
	beforeAll(async () => {
		world = await open();
		resident = await newResident(world);
		for (const doneOn of ['2026-11-16', '2026-11-13', '2026-11-20', '2026-11-12']) {
			const { id } = await declared(resident, { doneOn: day(doneOn) });
			if (doneOn.endsWith('12')) valueOf(await hours.withdraw(resident, id, moment));
		}
		await declared(resident, { doneOn: day('2026-11-11'), organisation: 'Bibliotheek' });
		await declared(resident, { doneOn: day('2026-11-10'), activity: 'taalcafe' });
	});
	afterAll(() => world.close());

	it('is what was done a week before, at that place, and is not sent yet', async () => {
		expect(await hours.asLastWeek(resident, content, days)).toEqual(['2026-11-23']);
		const library = { ...content, organisation: 'Bibliotheek' };
		expect(await hours.asLastWeek(resident, library, days)).toEqual(['2026-11-18']);
		expect(await hours.asLastWeek(resident, {}, days)).toEqual([]);
		expect(await hours.asLastWeek(await newResident(world), content, days)).toEqual([]);
	});
});
