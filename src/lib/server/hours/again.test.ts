import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, declared, moment, newResident, valueOf } from './test-hours.ts';

eachEngine('the same as last time', (open) => {
	let world: World;
	let resident: Resident;
	beforeAll(async () => {
		world = await open();
	});
	beforeEach(async () => {
		resident = await newResident(world);
	});
	afterAll(() => world.close());

	const repeated = async () => {
		const id = valueOf(await hours.startAgain(resident, moment));
		return (await hours.draft(resident, id)).content;
	};

	it('begins with everything of the last entry but its day and its own words', async () => {
		const before = { ...moment, now: moment.now - 60_000 };
		const first = { ...content, activity: 'taalcafe' } as const;
		valueOf(await hours.declareAs(resident, newId(), first, [], before));
		await declared(resident, { organisation: 'Bibliotheek', minutes: 90, together: false });
		expect(await hours.last(resident)).toEqual({
			activity: 'volunteering',
			organisation: 'Bibliotheek',
			minutes: 90,
		});
		expect(await repeated()).toEqual({
			activity: 'volunteering',
			note: undefined,
			organisation: 'Bibliotheek',
			doneOn: undefined,
			minutes: 90,
			dutchSpoken: true,
			together: false,
		});
	});

	it('keeps the words that say what "something else" was', async () => {
		await declared(resident, { activity: 'other', note: 'Feest in de wijk' });
		expect(await repeated()).toMatchObject({ activity: 'other', note: 'Feest in de wijk' });
	});

	it('passes over what was taken back; with nothing else there is nothing to repeat', async () => {
		const { id } = await declared(resident);
		valueOf(await hours.withdraw(resident, id, moment));
		expect(await hours.last(resident)).toBeNull();
		await expect(hours.startAgain(resident, moment)).rejects.toThrow(NotFound);
	});

	it('never shows what somebody else did', async () => {
		await declared(await newResident(world));
		expect(await hours.last(resident)).toBeNull();
	});
});
