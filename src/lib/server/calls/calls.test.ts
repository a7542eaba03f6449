import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import type { Moment } from '../clock.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as calls from './calls.ts';

const wish = { language: 'ti', dayPart: 'any' } as const;
const unreached = { ...wish, needsInterpreter: true, triedOn: null, tries: 0 };

/** Noon in the Netherlands. */
const on = (text: string): Moment => ({ now: Date.parse(`${text}T11:00:00Z`), today: day(text) });

const today = on('2026-11-23');

async function somebody(portal: Portal): Promise<Resident> {
	return residentOf(portal, (await addPerson(portal, { klantmanagerId: 'kim' })).id);
}

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
		(await calls.waiting(actor, today)).rows.map(({ personId, askedOn }) => [personId, askedOn]);

	it('says beside the number that somebody else may pick up who must not know', async () => {
		const person = await addPerson(world.portal, { klantmanagerId: 'kim', safeContact: true });
		await calls.ask(residentOf(world.portal, person.id), wish, today);
		await calls.ask(amina, wish, today);
		const { rows } = await calls.waiting(kim(), today);
		expect(new Map(rows.map((row) => [row.personId, row.safeContact]))).toEqual(
			new Map([
				[person.id, true],
				[amina.personId, false],
			]),
		);
	});

	it('waits in the order in which it was asked, however often it is tapped', async () => {
		const omar = await somebody(world.portal);
		await calls.ask(omar, wish, on('2026-11-20'));
		await Promise.all([1, 2, 3].map(() => calls.ask(amina, wish, on('2026-11-21'))));
		await calls.ask(omar, wish, today);
		expect(await waiting()).toEqual([
			[omar.personId, '2026-11-20'],
			[amina.personId, '2026-11-21'],
		]);
		expect((await calls.waiting(kim(), today)).total).toBe(2);
	});

	it('says nothing of why', async () => {
		await calls.ask(amina, wish, today);
		expect((await calls.waiting(kim(), today)).rows).toEqual([
			{
				personId: amina.personId,
				givenName: 'Amina',
				familyName: 'Haile',
				safeContact: false,
				phone: null,
				askedOn: '2026-11-23',
				language: 'ti',
				dayPart: 'any',
				triedOn: null,
				tries: 0,
				needsInterpreter: true,
				isStandIn: false,
			},
		]);
	});

	it('can be taken back, and asked again', async () => {
		await calls.ask(amina, wish, on('2026-11-20'));
		await calls.takeBack(amina, today);
		await calls.takeBack(amina, today);
		expect(await waiting()).toEqual([]);
		expect(await calls.wish(amina, amina.personId, today)).toBeNull();
		await calls.ask(amina, wish, today);
		expect(await waiting()).toEqual([[amina.personId, '2026-11-23']]);
	});

	it('is settled with the day of the call, which the person sees', async () => {
		await calls.ask(amina, wish, on('2026-11-20'));
		const settle = (text: string) =>
			calls.settle(kim(), { personId: amina.personId, calledOn: day(text) }, today);
		expect(await settle('2026-11-24')).toEqual({ ok: false, problems: { calledOn: 'future' } });
		const early = { ok: false, problems: { calledOn: 'calledBeforeAsked' } };
		expect(await settle('2026-11-19')).toEqual(early);
		expect(await waiting()).toHaveLength(1);
		expect(await settle('2026-11-20')).toEqual({ ok: true, value: null });
		expect(await settle('2026-11-23')).toEqual({ ok: true, value: null });
		const call = { ...unreached, askedOn: '2026-11-20', calledOn: '2026-11-20' };
		expect(await calls.wish(amina, amina.personId, today)).toEqual(call);
		await calls.takeBack(amina, today);
		expect(await calls.wish(amina, amina.personId, today)).toEqual(call);
		await calls.ask(amina, wish, today);
		expect(await calls.wish(kim(), amina.personId, today)).toEqual({
			...unreached,
			askedOn: '2026-11-23',
			calledOn: null,
		});
	});

	it('takes the language and the time of the last tap, in the place of the first', async () => {
		await calls.ask(amina, wish, on('2026-11-20'));
		await calls.ask(amina, { language: 'nl', dayPart: 'morning' }, today);
		const { rows } = await calls.waiting(kim(), today);
		expect(rows).toMatchObject([
			{ askedOn: '2026-11-20', language: 'nl', dayPart: 'morning', needsInterpreter: false },
		]);
	});

	it('says on every page whether an interpreter has to be called too', async () => {
		const { portal } = world;
		const spoken = { klantmanagerId: 'kim', language: 'ti', interpreter: true };
		const { id } = await addPerson(portal, spoken);
		const selam = residentOf(portal, id);
		const said = async () => [
			(await calls.wish(kim(), id, today))?.needsInterpreter,
			(await calls.waiting(kim(), today)).rows[0]?.needsInterpreter,
		];
		await calls.ask(selam, wish, today);
		expect(await said()).toEqual([true, true]);
		await calls.ask(selam, { ...wish, language: 'nl' }, today);
		expect(await said()).toEqual([false, false]);
	});

	it('goes on waiting in its place when nobody answered, and two taps are one call', async () => {
		const { personId } = amina;
		await calls.ask(amina, wish, on('2026-11-20'));
		for (const seen of [0, 0, 1]) await calls.notReached(kim(), { personId, seen }, today);
		expect(await waiting()).toEqual([[personId, '2026-11-20']]);
		const tried = { triedOn: '2026-11-23', tries: 2, calledOn: null };
		expect(await calls.wish(amina, personId, today)).toMatchObject(tried);
		await calls.settle(kim(), { personId, calledOn: today.today }, today);
		await calls.notReached(kim(), { personId, seen: 2 }, today);
		expect(await calls.wish(amina, personId, today)).toMatchObject({
			tries: 2,
			calledOn: '2026-11-23',
		});
		await calls.ask(amina, wish, today);
		expect(await calls.wish(amina, personId, today)).toMatchObject({ triedOn: null, tries: 0 });
	});

	it('is not found out of the caseload', async () => {
		await calls.ask(amina, wish, today);
		const { personId } = amina;
		const outsiders = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['klantmanager'], ['0632']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of outsiders) {
			expect(await calls.waiting(actor, today)).toEqual({ total: 0, rows: [] });
			await expect(calls.wish(actor, personId, today)).rejects.toThrow(NotFound);
			const settle = calls.settle(actor, { personId, calledOn: today.today }, today);
			await expect(settle).rejects.toThrow(NotFound);
		}
		const other = await somebody(world.portal);
		await expect(calls.wish(other, personId, today)).rejects.toThrow(NotFound);
		const bad = calls.settle(kim(), { personId: 'x', calledOn: today.today }, today);
		await expect(bad).rejects.toThrow(NotFound);
		expect(await waiting(staffOf(world.portal, 'tess', ['teamLead']))).toHaveLength(1);
	});
});
