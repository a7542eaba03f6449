import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { declared, moment, newResident, tooLate, totals, valueOf } from './test-hours.ts';

eachEngine('deciding about hours', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	it('counts waiting, confirmed and not counted apart', async () => {
		const [one, two, three, four] = [
			await declared(resident),
			await declared(resident, { minutes: 120 }),
			await declared(resident, { minutes: 60 }),
			await declared(resident, { minutes: 45 }),
		];
		valueOf(await hours.confirm(kim(), one.id, moment));
		const part = { minutes: 90, reason: 'breakTime' } as const;
		valueOf(await hours.confirmPartly(kim(), two.id, part, moment));
		valueOf(await hours.notCount(kim(), three.id, 'alone', moment));
		valueOf(await hours.ask(kim(), four.id, 'whoWasThere', moment));
		expect(await totals(resident)).toEqual({
			waitingMinutes: 45,
			confirmedMinutes: 270,
			notCountedMinutes: 90,
			questions: 1,
		});
	});

	it('asks, hears the answer, decides and takes the decision back', async () => {
		const { id } = await declared(resident);
		valueOf(await hours.ask(kim(), id, 'whatDidYouDo', moment));
		expect(await hours.answer(resident, id, { text: null, photos: [] }, moment)).toEqual({
			ok: false,
			problems: { answer: 'missing' },
		});
		valueOf(await hours.answer(resident, id, { text: 'Kleding sorteren', photos: [] }, moment));
		valueOf(await hours.confirm(kim(), id, moment));
		valueOf(await hours.correct(kim(), id, 'mistake', moment));
		const { events, state, confirmedMinutes } = await hours.entry(resident, id);
		expect([state, confirmedMinutes]).toEqual(['received', 0]);
		expect(events).toMatchObject([
			{ number: 1, kind: 'declared' },
			{ number: 2, kind: 'asked', reason: 'whatDidYouDo' },
			{ number: 3, kind: 'answered', note: 'Kleding sorteren' },
			{ number: 4, kind: 'confirmed', minutes: 180 },
			{ number: 5, kind: 'corrected', minutes: -180, reason: 'mistake' },
		]);
	});

	it('lets one of two deciders win', async () => {
		const { id } = await declared(resident);
		const lead = staffOf(world.portal, 'lead', ['teamLead']);
		const outcomes = await Promise.all([
			hours.confirm(kim(), id, moment),
			hours.notCount(lead, id, 'alone', moment),
			hours.confirm(lead, id, moment),
		]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		for (const outcome of outcomes.filter(({ ok }) => !ok)) {
			expect(outcome).toEqual(tooLate);
		}
		expect((await hours.entry(kim(), id)).events).toHaveLength(2);
	});

	it('takes the same tap twice as one', async () => {
		const { id } = await declared(resident);
		const both = [hours.confirm(kim(), id, moment), hours.confirm(kim(), id, moment)];
		expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
		expect((await hours.entry(kim(), id)).events).toHaveLength(2);
	});

	it('says which of a batch was too late', async () => {
		const [one, two] = [await declared(resident), await declared(resident)];
		valueOf(await hours.withdraw(resident, two.id, moment));
		expect(await hours.confirmAll(kim(), [one.id, two.id, one.id], moment)).toEqual([
			{ entryId: one.id, outcome: { ok: true, value: null } },
			{ entryId: two.id, outcome: tooLate },
		]);
	});

	it('does not let a part be the whole', async () => {
		const { id } = await declared(resident);
		const reason = 'shorter';
		for (const [minutes, problem] of [
			[180, 'tooMany'],
			[0, 'tooFew'],
			[1.5, 'notAWholeNumber'],
		] as const) {
			const outcome = await hours.confirmPartly(kim(), id, { minutes, reason }, moment);
			expect(outcome).toEqual({ ok: false, problems: { minutes: problem } });
		}
	});

	it('does not let a decision be withdrawn by the person', async () => {
		const { id } = await declared(resident);
		valueOf(await hours.confirm(kim(), id, moment));
		expect(await hours.withdraw(resident, id, moment)).toMatchObject({ ok: false });
		expect(await totals(resident)).toMatchObject({ confirmedMinutes: 180 });
	});
});
