import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { addPerson, addPlan, eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import {
	content,
	declared,
	moment,
	newResident,
	photo,
	startedDraft,
	valueOf,
} from './test-hours.ts';

eachEngine('the work queue', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	it('shows the queue longest waiting first, with what needs a second look', async () => {
		const early = { now: moment.now - 5000, today: moment.today };
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, { ...content, together: false }, early);
		const late = await declared(resident, { activity: 'taalcafe', minutes: 480 }, [await photo()]);
		valueOf(await hours.declare(resident, draft, [], early));
		const asked = await declared(resident, { activity: 'pvt', doneOn: day('2026-11-02') });
		valueOf(await hours.ask(kim(), asked.id, 'sendProof', moment));
		const { toDecide, asked: waiting, rows } = await hours.queue(kim());
		expect([toDecide, waiting]).toEqual([2, 1]);
		expect(rows.map(({ id, flags }) => [id, flags])).toEqual([
			[draft, ['alone', 'noProof', 'longDay']],
			[late.id, ['longDay']],
		]);
	});

	it('lists the plans to make, longest overdue first', async () => {
		await newResident(world, null, '2021-03-01');
		const late = await addPerson(world.portal, { klantmanagerId: 'kim', familyName: 'Abdi' });
		const inAzc = await addPerson(world.portal, { klantmanagerId: 'kim', inAzc: true });
		const moved = { klantmanagerId: 'kim', movedInOn: day('2026-10-05') };
		const arrived = await addPerson(world.portal, moved);
		await addPlan(world.portal, arrived.id, '2025-02-03');
		await addPerson(world.portal, { klantmanagerId: 'robin' });
		const { total, rows } = await hours.plansToMake(kim(), moment);
		expect(total).toBe(3);
		expect(rows).toMatchObject([
			// Registered on 20 October 2025: ten weeks later is 29 December (B 5.3(1)).
			{ personId: late.id, latestOn: '2025-12-29', isLate: true },
			// Moved on 5 October 2026: ten weeks later is 14 December (B 5.3(3)).
			{ personId: arrived.id, latestOn: '2026-12-14', isLate: false },
			{ personId: inAzc.id, latestOn: null, state: 'notStarted' },
		]);
	});
});
