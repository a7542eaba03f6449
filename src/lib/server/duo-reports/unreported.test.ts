import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import { content, declared, valueOf } from '../hours/test-hours.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as duoReports from './duo-reports.ts';
import { report } from './test-duo.ts';

const on = (today: string, hour = '10'): Moment => ({
	now: Date.parse(`${today}T${hour}:00:00Z`),
	today: day(today),
});
const moment = on('2026-11-23');

eachEngine('whose hours DUO does not have', (open) => {
	let world: World;
	beforeEach(async () => {
		world = await open();
	});
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');

	async function planned(
		familyName: string,
		differing: Parameters<typeof addPerson>[1] = {},
		leerroute: 'B' | 'Z' = 'Z',
	): Promise<Resident> {
		const who = { klantmanagerId: 'kim', familyName, ...differing };
		const { id } = await addPerson(world.portal, who);
		await addPlan(world.portal, id, '2026-01-05', { leerroute });
		return residentOf(world.portal, id);
	}

	async function confirmed(resident: Resident, doneOn: string, minutes: number, at: Moment) {
		const { id } = await declared(resident, { ...content, doneOn: day(doneOn), minutes });
		valueOf(await hours.confirm(kim(), id, at));
		return id;
	}

	const names = async (actor = kim()) =>
		(await duoReports.unreported(actor, moment)).rows.map(({ familyName }) => familyName);

	it('loses nobody whose hour was decided while somebody reported', async () => {
		const person = await planned('Tegelijk');
		await confirmed(person, '2026-11-10', 120, on('2026-11-12'));
		valueOf(await report(kim(), person.personId, on('2026-11-16', '12')));
		// Its clock was read before that of the report, and it was written after.
		await confirmed(person, '2026-11-11', 60, on('2026-11-16', '11'));
		expect((await duoReports.unreported(kim(), moment)).rows).toMatchObject([
			{ familyName: 'Tegelijk', hours: 1, sinceOn: '2026-11-16' },
		]);
	});

	it('is everybody with a whole hour that no report has, the longest first, and says since when', async () => {
		const later = await planned('Later');
		await confirmed(later, '2026-11-10', 60, on('2026-11-16'));
		const first = await planned('Eerst');
		await confirmed(first, '2026-10-01', 90, on('2026-10-05'));
		await confirmed(first, '2026-11-10', 100, on('2026-11-16'));
		await confirmed(await planned('Nog geen uur'), '2026-11-10', 55, on('2026-11-16'));
		await declared(await planned('Wacht nog'), { ...content, minutes: 120 });
		expect(await duoReports.unreported(kim(), moment)).toEqual({
			total: 2,
			rows: [
				{
					personId: first.personId,
					givenName: 'Amina',
					familyName: 'Eerst',
					hours: 3,
					isTooHigh: false,
					sinceOn: '2026-10-05',
					lastReportedOn: null,
					isOverdue: false,
				},
				expect.objectContaining({ familyName: 'Later', hours: 1, sinceOn: '2026-11-16' }),
			],
		});
	});

	it('is nobody without a norm of participation, and of no other caseload', async () => {
		const some = [
			await planned('B1', {}, 'B'),
			await planned('Gezin', { groepDetail: 'gezinshereniger' }),
			await planned('Ontheffing', { ontheffingHours: 0 }),
		];
		for (const one of some) await confirmed(one, '2026-11-10', 120, moment);
		expect(await names()).toEqual([]);
		await confirmed(await planned('Norm'), '2026-11-10', 120, moment);
		expect(await names()).toEqual(['Norm']);
		expect(await names(staffOf(world.portal, 'bo'))).toEqual([]);
	});

	it('is nobody whose hours were reported, until there is another whole hour', async () => {
		const resident = await planned('Haile');
		await confirmed(resident, '2026-10-01', 90, on('2026-10-05'));
		await report(kim(), resident.personId, on('2026-10-06'));
		expect(await names()).toEqual([]);
		await confirmed(resident, '2026-10-10', 15, on('2026-10-12'));
		expect(await names()).toEqual([]);
		await confirmed(resident, '2026-10-20', 15, on('2026-10-26'));
		expect((await duoReports.unreported(kim(), moment)).rows).toMatchObject([
			{ hours: 1, sinceOn: '2026-10-12', lastReportedOn: '2026-10-06' },
		]);
	});

	it('is who DUO has more of than was confirmed, since a decision was taken back', async () => {
		const resident = await planned('Haile');
		const id = await confirmed(resident, '2026-10-01', 120, on('2026-10-05'));
		await report(kim(), resident.personId, on('2026-10-06'));
		valueOf(await hours.correct(kim(), id, 'mistake', on('2026-11-02')));
		expect((await duoReports.unreported(kim(), moment)).rows).toMatchObject([
			{ hours: -2, isTooHigh: true, sinceOn: '2026-11-02' },
		]);
		valueOf(await hours.confirm(kim(), id, on('2026-11-02', '11')));
		expect(await names()).toEqual([]);
	});

	it('counts no lesson that somebody declared', async () => {
		const resident = await planned('Haile');
		await confirmed(resident, '2026-10-01', 120, on('2026-10-05'));
		const { store } = world.portal;
		await store.touch((tx) => tx.update(store.t.hourEntries).set({ activity: 'taalles' }));
		expect(await names()).toEqual([]);
	});

	it('is overdue after the weeks the gemeente has chosen, and never where it chose nothing', async () => {
		await confirmed(await planned('Vier weken'), '2026-10-01', 60, on('2026-10-26'));
		await confirmed(await planned('Een dag minder'), '2026-10-01', 60, on('2026-10-27'));
		const overdue = async () =>
			(await duoReports.unreported(kim(), moment)).rows.map(({ isOverdue }) => isOverdue);
		expect(await overdue()).toEqual([false, false]);
		const { tenant } = world.portal;
		const source = tenant.policy.silentWeeks?.source ?? { kind: 'demo', why: 'a test' };
		const policy = { ...tenant.policy, duoReportWeeks: { value: 4, source } };
		Object.assign(world.portal, { tenant: { ...tenant, policy } });
		expect(await overdue()).toEqual([true, false]);
	});
});
