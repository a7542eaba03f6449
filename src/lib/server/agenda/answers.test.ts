import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { refused } from '../errors.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons } from './test-agenda.ts';

const early = at('2026-10-01');

eachEngine('an answer', (open) => {
	let world: World;
	let amina: Resident;
	let occurrence: string;

	beforeEach(async () => {
		world = await open();
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		amina = residentOf(world.portal, id);
		const anna = staffOf(world.portal, 'anna');
		const planned = await agenda.plan(anna, { personId: id }, lessons, early);
		occurrence = `${planned.ok ? planned.value : ''}.2026-10-13`;
	});
	afterEach(() => world.close());

	it('that is sent again after another one is not done, because it does not hold', async () => {
		const { personId } = amina;
		const come = { personId, occurrence, isComing: true, reason: null, key: 'k.come' };
		const ill = { ...come, isComing: false, reason: 'ill', key: 'k.ill' } as const;
		await agenda.answer(amina, come, early);
		await agenda.answer(amina, ill, early);
		const again = await agenda.answer(amina, come, early);
		expect(again).toEqual(refused({ form: 'changedMeanwhile' }));
		expect((await agenda.answer(amina, ill, early)).ok).toBe(true);
		const { answer } = await agenda.one(amina, personId, occurrence);
		expect(answer).toMatchObject({ number: 2, isComing: false });
	});
});
