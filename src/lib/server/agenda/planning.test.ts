import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Staff } from '../access/access.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons } from './test-agenda.ts';

const early = at('2026-10-01');

eachEngine('what is planned twice', (open) => {
	let world: World;
	let anna: Staff;
	let forAll: agenda.ForWhom[];

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		const { gemeentecode, id: personId } = await addPerson(world.portal, {
			klantmanagerId: 'anna',
		});
		const input = { gemeentecode, kind: 'lesson', name: 'Z3', partnerId: null } as const;
		const cohort = await agenda.cohorts.start(anna, input, early);
		forAll = [{ personId }, { cohortId: cohort.ok ? cohort.value.id : '' }];
	});
	afterEach(() => world.close());

	const items = () => world.portal.store.read.select().from(world.portal.store.t.agendaItems);

	it('is planned once by two taps', async () => {
		for (const whom of forAll) {
			const tap = () => agenda.plan(anna, whom, lessons, early);
			const [one, two] = await Promise.all([tap(), tap()]);
			expect(one).toEqual(two);
		}
		expect(await items()).toHaveLength(2);
	});

	it('is planned twice when it differs, later, and after it went off', async () => {
		const [whom = { personId: '' }] = forAll;
		const first = await agenda.plan(anna, whom, lessons, early);
		await agenda.plan(anna, whom, { ...lessons, subject: 'Lezen' }, early);
		await agenda.cancel(anna, first.ok ? first.value : '', 0, 'otherReason', early);
		await agenda.plan(anna, whom, lessons, early);
		expect(await items()).toHaveLength(3);
		await agenda.plan(anna, whom, lessons, at('2026-10-01', '12:11'));
		expect(await items()).toHaveLength(4);
	});
});
