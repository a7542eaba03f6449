import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { declared, moment, newResident, photo, tooLate, totals, valueOf } from './test-hours.ts';

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

	it('names whoever of a batch is not in the caseload any more, was first, or is nobody', async () => {
		const [one, two, three] = [
			await declared(resident),
			await declared(resident),
			await declared(await newResident(world)),
		];
		valueOf(
			await hours.notCount(staffOf(world.portal, 'lead', ['teamLead']), two.id, 'alone', moment),
		);
		const { people, hourEntries } = world.portal.store.t;
		const [moved] = await world.portal.store.read
			.select({ personId: hourEntries.personId })
			.from(hourEntries)
			.where(eq(hourEntries.id, three.id));
		await world.portal.store.touch((tx) =>
			tx
				.update(people)
				.set({ klantmanagerId: 'robin' })
				.where(eq(people.id, moved?.personId ?? '')),
		);
		const notYours = { ok: false, problems: { form: 'notYours' } };
		const ids = [one.id, two.id, three.id, 'nothing'];
		expect(await hours.confirmAll(kim(), ids, moment)).toEqual([
			{ entryId: one.id, outcome: { ok: true, value: null } },
			{ entryId: two.id, outcome: tooLate },
			{ entryId: three.id, outcome: notYours },
			{ entryId: 'nothing', outcome: notYours },
		]);
	});

	it('lets nobody confirm in passing what deserves a look', async () => {
		const plain = await declared(resident, {}, [await photo()]);
		const flagged = await declared(resident, { together: false, doneOn: day('2026-11-19') });
		const day18 = { doneOn: day('2026-11-18') };
		const gone = await declared(resident, day18, [await photo('#101010')]);
		valueOf(await hours.withdraw(resident, gone.id, moment));
		const ids = [flagged.id, plain.id, gone.id, plain.id];
		expect(await hours.flags(kim(), flagged.id)).toEqual(['alone', 'noProof']);
		expect(await hours.confirmTogether(kim(), ids, moment, () => false)).toEqual([
			{ entryId: flagged.id, outcome: { ok: false, problems: { form: 'flagged' } } },
			{ entryId: plain.id, outcome: { ok: true, value: null } },
			{ entryId: gone.id, outcome: tooLate },
		]);
		expect(await totals(resident)).toMatchObject({ confirmedMinutes: 180, waitingMinutes: 180 });
	});

	it('confirms together nothing about which a colleague asked a question meanwhile', async () => {
		const { id } = await declared(resident, {}, [await photo()]);
		const lead = staffOf(world.portal, 'lead', ['teamLead']);
		expect(await hours.flags(lead, id)).toEqual([]);
		valueOf(await hours.ask(kim(), id, 'whoWasThere', moment));
		expect(await hours.confirmTogether(lead, [id], moment, () => false)).toEqual([
			{ entryId: id, outcome: { ok: false, problems: { form: 'changedMeanwhile' } } },
		]);
		expect(await hours.entry(resident, id)).toMatchObject({ state: 'asked', confirmedMinutes: 0 });
	});

	it('tells nothing of an entry that is not of the caseload, not even that it has a flag', async () => {
		const { id } = await declared(resident, { together: false });
		const robin = staffOf(world.portal, 'robin');
		expect(await hours.confirmTogether(robin, [id], moment, () => false)).toEqual([
			{ entryId: id, outcome: { ok: false, problems: { form: 'notYours' } } },
		]);
	});

	it('keeps own words beside the reason, sealed', async () => {
		const words = 'Neemt u een foto van het rooster mee?';
		const { id } = await declared(resident);
		const long = await hours.ask(kim(), id, 'sendProof', moment, 'a'.repeat(501));
		expect(long).toEqual({ ok: false, problems: { words: 'tooLong' } });
		valueOf(await hours.ask(kim(), id, 'sendProof', moment, words));
		expect((await hours.entry(resident, id)).events.at(-1)).toMatchObject({
			reason: 'sendProof',
			note: words,
		});
		const { hourEvents } = world.portal.store.t;
		const rows = await world.portal.store.read.select().from(hourEvents);
		expect(JSON.stringify(rows)).not.toContain('rooster');
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
