import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, declared, moment, newResident, valueOf } from './test-hours.ts';

/** On 23 November 2026. */
eachEngine('hours one can explain', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');

	async function withPlan(
		person: Parameters<typeof addPerson>[1],
		leerroute: 'B' | 'O' | 'Z' = 'Z',
	): Promise<Resident> {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'kim', ...person });
		await addPlan(world.portal, id, '2026-01-05', { leerroute });
		return residentOf(world.portal, id);
	}

	/** Three weeks with an afternoon each, the last one confirmed. */
	async function threeAfternoons(resident: Resident, minutes = 240) {
		for (const weeks of [3, 2, 1]) {
			const doneOn = addDays(moment.today, -7 * weeks);
			const { id } = await declared(resident, { ...content, doneOn, minutes });
			if (weeks === 1) valueOf(await hours.confirm(kim(), id, moment));
		}
	}

	it.each([
		['asielstatushouder', 'Z', null, 48_000, 'B 3.14(2)b'],
		['asielstatushouder', 'Z', 120, 7200, 'B 2.7(3)c'],
		['asielstatushouder', 'Z', 0, null, 'B 2.7(3)c'],
		['asielstatushouder', 'B', null, null, 'W 9(1)'],
		['asielstatushouder', 'O', null, null, 'W 9(1)'],
		['nareiziger', 'Z', null, 48_000, 'B 3.14(2)b'],
		['gezinshereniger', 'Z', null, null, 'B 3.14(3)'],
	] as const)(
		'%s, route %s, ontheffing %s: a norm of %s minutes (%s), with a forecast and a total for DUO or neither',
		async (groepDetail, leerroute, ontheffingHours, minutes, article) => {
			const resident = await withPlan({ groepDetail, ontheffingHours }, leerroute);
			await threeAfternoons(resident);
			const { personId } = resident;
			const { norm } = await hours.overview(resident, personId, moment);
			expect(norm).toMatchObject({ applies: minutes !== null, article });
			if (norm.applies) expect(norm.minutes).toBe(minutes);
			const ahead = await hours.outlook(resident, personId, moment);
			const total = await hours.forDuo(kim(), personId, moment);
			expect([ahead !== null, total !== null]).toEqual([minutes !== null, minutes !== null]);
		},
	);

	it('takes what waits to count in the pace, and only what is decided in the total for DUO', async () => {
		const resident = await withPlan({ ontheffingHours: 24 });
		await threeAfternoons(resident);
		// Twelve hours in eight weeks are 90 minutes a week; twelve more take eight weeks.
		expect(await hours.outlook(resident, resident.personId, moment)).toMatchObject({
			paceMinutes: 90,
			fullOn: '2027-01-18',
			until: '2029-01-06',
		});
		// 2 November still waits for a decision.
		expect(await hours.forDuo(kim(), resident.personId, moment)).toEqual({
			hours: 0,
			bekendTot: '2026-11-02',
		});
		for (const { id, state } of await hours.list(kim(), resident.personId)) {
			if (state === 'received') valueOf(await hours.confirm(kim(), id, moment));
		}
		expect(await hours.forDuo(kim(), resident.personId, moment)).toEqual({
			hours: 12,
			bekendTot: '2026-11-23',
		});
	});

	it('says nothing ahead once the term is over, as DUO extended it', async () => {
		const resident = await withPlan({ extendedUntil: day('2029-03-01') });
		const at = (today: string) =>
			hours.outlook(resident, resident.personId, { ...moment, today: day(today) });
		expect(await at('2029-02-28')).toMatchObject({ until: '2029-03-01', fullOn: null });
		expect(await at('2029-03-01')).toBeNull();
	});

	it('shows where the confirmed minutes come from, with the article of each', async () => {
		const resident = await newResident(world);
		const confirmed = async (activity: hours.Content['activity'], minutes: number) => {
			const { id } = await declared(resident, { activity, minutes });
			valueOf(await hours.confirm(kim(), id, moment));
		};
		await confirmed('pvt', 120);
		await confirmed('moduleMap', 60);
		await confirmed('maatschappelijkeBegeleiding', 45);
		await confirmed('volunteering', 90);
		await confirmed('volunteering', 90);
		await declared(resident, { activity: 'taalcafe', minutes: 600 });
		const overview = await hours.overview(resident, resident.personId, moment);
		const { parts } = overview;
		expect(
			parts.map(({ activity, confirmedMinutes, ruling }) => [activity, confirmedMinutes, ruling]),
		).toEqual([
			['volunteering', 180, { inside: true, by: 'college', article: 'B 3.14(2)b' }],
			['pvt', 120, { inside: true, by: 'law', article: 'B 3.14(5)' }],
			['moduleMap', 60, { inside: true, by: 'law', article: 'B 3.14(5)' }],
			['maatschappelijkeBegeleiding', 45, { inside: true, by: 'college', article: 'B 3.14(6)' }],
		]);
		expect(overview.totals).toMatchObject({ confirmedMinutes: 405, waitingMinutes: 600 });
	});

	it('keeps lessons at a school out of participation (B 3.14(2)a)', async () => {
		const resident = await newResident(world);
		const { id } = await declared(resident, { minutes: 240 });
		valueOf(await hours.confirm(kim(), id, moment));
		// No gemeente offers them; an entry of another time can still stand in the database.
		await world.portal.store.write(moment.now, async (tx, log) => {
			const { hourEntries } = world.portal.store.t;
			await tx.update(hourEntries).set({ activity: 'taalles' });
			log({ actor: 'test', action: 'test', subject: id });
		});
		const overview = await hours.overview(resident, resident.personId, moment);
		expect(overview.totals.confirmedMinutes).toBe(0);
		expect(overview.course.confirmedMinutes).toBe(240);
		expect(overview.parts).toEqual([]);
		expect(await hours.forDuo(kim(), resident.personId, moment)).toMatchObject({ hours: 0 });
	});

	it('is nobody else’s', async () => {
		const [resident, other] = [await newResident(world), await newResident(world)];
		const robin = staffOf(world.portal, 'robin');
		await expect(hours.outlook(other, resident.personId, moment)).rejects.toThrow(NotFound);
		await expect(hours.forDuo(robin, resident.personId, moment)).rejects.toThrow(NotFound);
	});
});
