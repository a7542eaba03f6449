import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as diary from './diary.ts';
import { on, somebody, today } from './test-diary.ts';

eachEngine('"call me"', (open) => {
	let world: World;
	let amina: Resident;

	beforeEach(async () => {
		world = await open();
		amina = await somebody(world.portal);
	});
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const waiting = async (actor = kim()) =>
		(await diary.callsWaiting(actor)).rows.map(({ personId, askedOn }) => [personId, askedOn]);

	it('waits in the order in which it was asked, however often it is tapped', async () => {
		const omar = await somebody(world.portal);
		await diary.askCall(omar, on('2026-11-20'));
		await Promise.all([1, 2, 3].map(() => diary.askCall(amina, on('2026-11-21'))));
		await diary.askCall(omar, today);
		expect(await waiting()).toEqual([
			[omar.personId, '2026-11-20'],
			[amina.personId, '2026-11-21'],
		]);
		expect((await diary.callsWaiting(kim())).total).toBe(2);
	});

	it('says nothing of why, and needs no line of the diary', async () => {
		await diary.askCall(amina, today);
		expect((await diary.callsWaiting(kim())).rows).toEqual([
			{
				personId: amina.personId,
				givenName: 'Amina',
				familyName: 'Haile',
				phone: null,
				interpreterFor: 'ti',
				askedOn: '2026-11-23',
			},
		]);
		expect(await diary.shared(kim(), amina.personId, today)).toEqual([]);
	});

	it('can be taken back, and asked again', async () => {
		await diary.askCall(amina, on('2026-11-20'));
		await diary.takeBackCall(amina, today);
		await diary.takeBackCall(amina, today);
		expect(await waiting()).toEqual([]);
		expect(await diary.call(amina, amina.personId)).toBeNull();
		await diary.askCall(amina, today);
		expect(await waiting()).toEqual([[amina.personId, '2026-11-23']]);
	});

	it('is settled with the day of the call, which the person sees', async () => {
		await diary.askCall(amina, on('2026-11-20'));
		const settle = (text: string) =>
			diary.called(kim(), { personId: amina.personId, calledOn: day(text) }, today);
		expect(await settle('2026-11-24')).toEqual({ ok: false, problems: { calledOn: 'future' } });
		const early = { ok: false, problems: { calledOn: 'calledBeforeAsked' } };
		expect(await settle('2026-11-19')).toEqual(early);
		expect(await waiting()).toHaveLength(1);
		expect(await settle('2026-11-20')).toEqual({ ok: true, value: null });
		expect(await settle('2026-11-23')).toEqual({ ok: true, value: null });
		const call = { askedOn: '2026-11-20', calledOn: '2026-11-20' };
		expect(await diary.call(amina, amina.personId)).toEqual(call);
		await diary.takeBackCall(amina, today);
		expect(await diary.call(amina, amina.personId)).toEqual(call);
		await diary.askCall(amina, today);
		expect(await diary.call(kim(), amina.personId)).toEqual({
			askedOn: '2026-11-23',
			calledOn: null,
		});
	});

	it('is not found out of the caseload', async () => {
		await diary.askCall(amina, today);
		const { personId } = amina;
		const outsiders = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['klantmanager'], ['0632']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of outsiders) {
			expect(await diary.callsWaiting(actor)).toEqual({ total: 0, rows: [] });
			await expect(diary.call(actor, personId)).rejects.toThrow(NotFound);
			const settle = diary.called(actor, { personId, calledOn: today.today }, today);
			await expect(settle).rejects.toThrow(NotFound);
		}
		const other = await somebody(world.portal);
		await expect(diary.call(other, personId)).rejects.toThrow(NotFound);
		const bad = diary.called(kim(), { personId: 'x', calledOn: today.today }, today);
		await expect(bad).rejects.toThrow(NotFound);
		expect(await waiting(staffOf(world.portal, 'tess', ['teamLead']))).toHaveLength(1);
	});
});
