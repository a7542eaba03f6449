import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as hours from '../hours/hours.ts';
import { newId } from '../id.ts';
import { addPerson, addPlan, eachEngine, residentOf, type World } from '../test-world.ts';
import * as diary from './diary.ts';
import { on, somebody, today, written } from './test-diary.ts';

eachEngine('how it goes', (open) => {
	let world: World;
	beforeEach(async () => {
		world = await open();
	});
	afterEach(() => world.close());

	const asked = (actor: Parameters<typeof diary.asksHowItGoes>[0], moment = today) =>
		diary.asksHowItGoes(actor, moment);

	it('is asked of who has a norm and sent nothing for six weeks', async () => {
		expect(await asked(await somebody(world.portal, '2026-10-12'))).toBe(true);
		expect(await asked(await somebody(world.portal, '2026-10-13'))).toBe(false);
	});

	it('is asked of nobody without a plan, a norm, or a term that runs', async () => {
		const { portal } = world;
		const plain = await addPerson(portal);
		const gezin = await addPerson(portal, { groepDetail: 'gezinsvormer' });
		const [b, none] = [await addPerson(portal), await addPerson(portal, { ontheffingHours: 0 })];
		const former = await addPerson(portal, { plichtSinceOn: day('2021-06-01') });
		const over = await addPerson(portal, {
			plichtSinceOn: day('2022-10-01'),
			notifiedOn: day('2022-10-03'),
			brpRegisteredOn: day('2022-10-03'),
		});
		await addPlan(portal, gezin.id, '2026-10-12');
		await addPlan(portal, none.id, '2026-10-12');
		await addPlan(portal, over.id, '2022-11-21');
		await addPlan(portal, b.id, '2026-10-12', { leerroute: 'B' });
		for (const { id } of [plain, gezin, b, none, former, over]) {
			expect(await asked(residentOf(portal, id))).toBe(false);
		}
	});

	it('is not asked after hours were sent, nor of who sent them all', async () => {
		const content = {
			activity: 'volunteering',
			note: null,
			organisation: 'Kringloop',
			dutchSpoken: true,
			together: true,
			minutes: 60,
		} as const;
		const send = async (planOn: string, doneOn: string, minutes: number) => {
			const actor = await somebody(world.portal, planOn);
			const all = { ...content, minutes, doneOn: day(doneOn) };
			const outcome = await hours.declareAs(actor, newId(), all, [], on(doneOn));
			expect(outcome).toMatchObject({ ok: true });
			return actor;
		};
		expect(await asked(await send('2026-01-05', '2026-10-13', 60))).toBe(false);
		expect(await asked(await send('2026-01-05', '2026-10-12', 60))).toBe(true);
		const all = await send('2026-01-05', '2026-10-12', 60);
		const { store } = world.portal;
		await store.touch((tx) => tx.update(store.t.hourEntries).set({ declaredMinutes: 48_000 }));
		expect(await asked(all)).toBe(false);
	});

	it('leaves somebody in peace after an answer, which is kept as a day and nothing more', async () => {
		const [well, reason] = [
			await somebody(world.portal, '2026-10-12'),
			await somebody(world.portal, '2026-10-12'),
		];
		const { t, read } = world.portal.store;
		const before = await read.$count(t.audit);
		await diary.answerNudge(well, today);
		await diary.answerNudge(well, today);
		expect(await read.$count(t.audit)).toBe(before);
		expect(await read.select().from(t.nudgeAnswers)).toEqual([
			{ personId: well.personId, answeredOn: '2026-11-23' },
		]);
		const id = await written(reason, 'noPlace');
		await diary.remove(reason, id, today);
		for (const actor of [well, reason]) {
			expect(await asked(actor)).toBe(false);
			expect(await asked(actor, on('2027-01-03'))).toBe(false);
			expect(await asked(actor, on('2027-01-04'))).toBe(true);
		}
	});

	it('is not asked while a line says why', async () => {
		const actor = await somebody(world.portal, '2026-10-12');
		const id = await written(actor, 'illness', {}, on('2026-10-13'));
		expect(await asked(actor, on('2027-02-15'))).toBe(false);
		await diary.end(actor, id, on('2027-02-14'));
		expect(await asked(actor, on('2027-02-16'))).toBe(true);
	});
});
