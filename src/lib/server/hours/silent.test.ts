import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { newId } from '../id.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, moment } from './test-hours.ts';

eachEngine('who sent no hours', (open) => {
	let world: World;
	beforeEach(async () => {
		world = await open();
	});
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');

	async function planned(
		familyName: string,
		planOn: string | null,
		differing: Parameters<typeof addPerson>[1] = {},
		leerroute: 'B' | 'Z' = 'Z',
	) {
		const { id } = await addPerson(world.portal, {
			klantmanagerId: 'kim',
			familyName,
			...differing,
		});
		if (planOn) await addPlan(world.portal, id, planOn, { leerroute });
		return residentOf(world.portal, id);
	}

	async function sent(familyName: string, on: string, minutes = 60) {
		const actor = await planned(familyName, '2026-01-05');
		const at = { now: Date.parse(`${on}T11:00:00Z`), today: day(on) };
		const what = { ...content, doneOn: day(on), minutes };
		expect(await hours.declareAs(actor, newId(), what, [], at)).toMatchObject({ ok: true });
		return actor;
	}

	it('is everybody with a norm for as many weeks as the policy says, the longest first', async () => {
		await planned('Weken46', '2026-01-05');
		await planned('Vandaag', '2026-10-12');
		await planned('EenDagMinder', '2026-10-13');
		await sent('Toen', '2026-10-12');
		await sent('PasNog', '2026-10-13');
		const { rows, total } = await hours.silent(kim(), moment);
		expect(total).toBe(3);
		expect(
			rows.map(({ familyName, weeks, lastSentOn }) => [familyName, weeks, lastSentOn]),
		).toEqual([
			['Weken46', 46, null],
			['Toen', 6, '2026-10-12'],
			['Vandaag', 6, null],
		]);
	});

	it('is nobody without a norm, without a plan, after the term, or who sent everything', async () => {
		await planned('GeenPlan', null);
		await planned('B1', '2026-01-05', {}, 'B');
		await planned('Gezin', '2026-01-05', { groepDetail: 'gezinshereniger' });
		await planned('Ontheffing', '2026-01-05', { ontheffingHours: 0 });
		await planned('Voorbij', '2022-11-21', {
			plichtSinceOn: day('2022-10-01'),
			notifiedOn: day('2022-10-03'),
		});
		await sent('Alles', '2026-02-02');
		const { store } = world.portal;
		await store.touch((tx) => tx.update(store.t.hourEntries).set({ declaredMinutes: 48_000 }));
		expect(await hours.silent(kim(), moment)).toEqual({ total: 0, rows: [] });
		await store.touch((tx) => tx.update(store.t.hourEntries).set({ declaredMinutes: 47_999 }));
		expect((await hours.silent(kim(), moment)).rows).toMatchObject([{ familyName: 'Alles' }]);
	});

	it('counts from the first plan, and sees only the newest', async () => {
		const actor = await planned('Nieuw', '2026-01-05');
		const { store } = world.portal;
		const [first] = await store.read.select().from(store.t.pips);
		if (!first) throw new Error('no plan');
		const second = { ...first, id: newId(), version: 2, dagtekeningOn: '2026-11-16' };
		await store.touch((tx) => tx.insert(store.t.pips).values(second));
		expect((await hours.silent(kim(), moment)).rows).toMatchObject([
			{ personId: actor.personId, planOn: '2026-01-05', weeks: 46 },
		]);
		const third = {
			...second,
			id: newId(),
			version: 3,
			content: { ...first.content, leerroute: 'B' as const },
		};
		await store.touch((tx) => tx.insert(store.t.pips).values(third));
		expect((await hours.silent(kim(), moment)).total).toBe(0);
	});

	it('is seen in the own caseload only', async () => {
		await planned('Haile', '2026-01-05');
		const others = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['administrator']),
			staffOf(world.portal, 'kim', ['klantmanager'], []),
			staffOf(world.portal, 'kim', ['klantmanager'], ['9999']),
		];
		for (const actor of others) expect((await hours.silent(actor, moment)).total).toBe(0);
		expect((await hours.silent(staffOf(world.portal, 'tess', ['teamLead']), moment)).total).toBe(1);
	});
});
