import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { addPerson, addPlan, eachEngine, residentOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, moment, startedDraft } from './test-hours.ts';

eachEngine('hours of somebody whose first plan was in another gemeente', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	const moved = async () => {
		const { id } = await addPerson(world.portal, {
			movedInOn: day('2026-03-02'),
			firstDagtekeningOn: day('2026-01-12'),
		});
		return residentOf(world.portal, id);
	};

	it('can be from the day of that plan, and not from before it (W 11(3))', async () => {
		const resident = await moved();
		await addPlan(world.portal, resident.personId, '2026-04-06');
		expect(await hours.declarableSince(resident)).toBe('2026-01-12');
		const draft = await startedDraft(resident);
		const on = (doneOn: string) =>
			hours.saveStep(resident, draft, { ...content, doneOn: day(doneOn) }, moment);
		expect(await on('2026-01-11')).toEqual({ ok: false, problems: { doneOn: 'beforePlan' } });
		expect(await on('2026-01-12')).toMatchObject({ ok: true });
	});

	it('wait for the plan of this gemeente, which says the leerroute', async () => {
		const resident = await moved();
		expect(await hours.declarableSince(resident)).toBeNull();
		const overview = await hours.overview(resident, resident.personId, moment);
		expect(overview).toMatchObject({ declaring: 'noPlan', norm: { applies: false } });
	});
});
