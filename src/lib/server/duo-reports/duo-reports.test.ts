import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { content, declared, newResident, valueOf } from '../hours/test-hours.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as duoReports from './duo-reports.ts';
import { lessons, report, shown } from './test-duo.ts';

const moment: Moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };
const later = (minutes: number): Moment => ({ ...moment, now: moment.now + minutes * 60_000 });
const on = (today: string): Moment => ({
	now: Date.parse(`${today}T10:00:00Z`),
	today: day(today),
});
const done = { ok: true, value: null };
const refused = (problems: Record<string, string>) => ({ ok: false, problems });

eachEngine('what DUO was told', (open) => {
	let world: World;
	let resident: Resident;
	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const own = () => resident.personId;

	/** Hours of a day that were sent and confirmed at a moment. */
	async function confirmed(doneOn: string, minutes: number, at = moment) {
		const { id } = await declared(resident, { ...content, doneOn: day(doneOn), minutes });
		valueOf(await hours.confirm(kim(), id, at));
		return id;
	}

	const told = () => duoReports.participation(resident, own());
	const reports = async () => (await duoReports.overview(kim(), own(), moment)).reports;

	it('is what the ledger says: whole hours, each kind apart, with the day and who', async () => {
		await confirmed('2026-11-10', 150);
		await confirmed('2026-11-12', 45);
		await lessons(kim(), own(), ['2026-02-01', '2026-03-01'], 60, moment);
		await lessons(kim(), own(), ['2025-12-01', '2026-01-01'], 20, moment);
		expect(await told()).toBeNull();
		expect(await report(kim(), own(), moment)).toEqual(done);
		expect(await reports()).toEqual([
			{
				number: 1,
				totals: {
					participation: { hours: 3, bekendTot: '2026-11-23' },
					course: { hours: 60, bekendTot: '2026-03-01' },
					intake: { hours: 20, bekendTot: '2026-01-01' },
				},
				reportedOn: '2026-11-23',
				way: 'duoPortal',
				lowerReason: null,
				recordedBy: 'kim',
				recordedAt: moment.now,
			},
		]);
		expect(await told()).toEqual({
			hours: 3,
			bekendTot: '2026-11-23',
			reportedOn: '2026-11-23',
			isLess: false,
		});
	});

	it('shows the difference with what was reported last', async () => {
		await confirmed('2026-11-10', 150);
		await report(kim(), own(), moment);
		await confirmed('2026-11-12', 60);
		const { kinds } = await duoReports.overview(kim(), own(), moment);
		expect(kinds).toEqual([
			{
				kind: 'participation',
				now: { hours: 3, bekendTot: '2026-11-23' },
				reported: { hours: 2, bekendTot: '2026-11-23' },
				step: 'more',
			},
		]);
	});

	it('the same once more is done already, and is written once', async () => {
		await confirmed('2026-11-10', 120);
		const said = await shown(kim(), own(), moment);
		const both = await Promise.all([
			duoReports.record(kim(), own(), said, moment),
			duoReports.record(kim(), own(), said, later(1)),
		]);
		expect(both).toEqual([done, done]);
		expect(await duoReports.record(kim(), own(), said, later(2))).toEqual(done);
		expect(await reports()).toHaveLength(1);
	});

	it('is refused when the ledger moved, or a colleague reported, since the page was made', async () => {
		await confirmed('2026-11-10', 120);
		const said = await shown(kim(), own(), moment);
		const again = refused({ form: 'changedMeanwhile' });
		const id = await confirmed('2026-11-12', 60);
		expect(await duoReports.record(kim(), own(), said, moment)).toEqual(again);
		valueOf(await hours.correct(kim(), id, 'mistake', moment));
		// An earlier day waits again: the total is the same, and until when it is known is not.
		expect(await duoReports.record(kim(), own(), said, moment)).toEqual(again);
		const lead = staffOf(world.portal, 'lead', ['teamLead']);
		const mine = await shown(kim(), own(), moment);
		expect(await report(lead, own(), moment)).toEqual(done);
		expect(await duoReports.record(kim(), own(), mine, moment)).toEqual(again);
		expect(await reports()).toHaveLength(1);
	});

	it('takes no other total than the ledger has, whatever was sent', async () => {
		await confirmed('2026-11-10', 120);
		const { totals } = await shown(kim(), own(), moment);
		const { participation } = totals;
		for (const forged of [
			{ ...totals, participation: { hours: 3, bekendTot: day('2026-11-23') } },
			{ ...totals, participation: { hours: 1, bekendTot: day('2026-11-23') } },
			{ ...totals, participation: { hours: 2, bekendTot: day('2026-11-22') } },
			{ ...totals, participation: { hours: 2, bekendTot: day('2027-11-23') } },
			{ ...totals, participation: null },
			{ ...totals, course: participation },
			{ participation: null, course: participation, intake: null },
		]) {
			expect(await report(kim(), own(), moment, { totals: forged })).toEqual(
				refused({ form: 'changedMeanwhile' }),
			);
		}
		expect(await reports()).toEqual([]);
	});

	it('says so when a total is lower, with a reason of the list; the person sees that it is less', async () => {
		const id = await confirmed('2026-11-10', 120);
		await confirmed('2026-11-12', 120);
		await report(kim(), own(), moment);
		valueOf(await hours.correct(kim(), id, 'mistake', later(1)));
		valueOf(await hours.notCount(kim(), id, 'alone', later(2)));
		expect(await report(kim(), own(), later(3))).toEqual(refused({ lowerReason: 'missing' }));
		const reason = { lowerReason: 'decisionCorrected' } as const;
		expect(await report(kim(), own(), later(3), reason)).toEqual(done);
		expect(await told()).toMatchObject({ hours: 2, isLess: true });
		expect(await reports()).toMatchObject([
			{ number: 2, lowerReason: 'decisionCorrected' },
			{ number: 1, lowerReason: null },
		]);
	});

	it('keeps no reason where nothing is lower', async () => {
		await confirmed('2026-11-10', 120);
		await report(kim(), own(), moment, { lowerReason: 'reportedWrong' });
		expect(await reports()).toMatchObject([{ lowerReason: null }]);
	});

	it('is on a day on which it can have been', async () => {
		await confirmed('2026-11-10', 120, on('2026-11-16'));
		const at = (reportedOn: string) =>
			report(kim(), own(), moment, { reportedOn: day(reportedOn) });
		expect(await at('2026-11-24')).toEqual(refused({ reportedOn: 'future' }));
		// It was confirmed on the 16th.
		expect(await at('2026-11-15')).toEqual(refused({ reportedOn: 'beforeLedger' }));
		expect(await at('2026-11-20')).toEqual(done);
		expect(await told()).toMatchObject({ hours: 2, bekendTot: '2026-11-20' });
		expect(await at('2026-11-19')).toEqual(refused({ reportedOn: 'beforeLastReport' }));
	});

	it('never holds hours that were done on the day itself or later', async () => {
		await confirmed('2026-11-19', 60, on('2026-11-19'));
		const at = (reportedOn: string) =>
			report(kim(), own(), moment, { reportedOn: day(reportedOn) });
		expect(await at('2026-11-19')).toEqual(refused({ reportedOn: 'beforeLedger' }));
		expect(await at('2026-11-20')).toEqual(done);
	});

	it('a page of yesterday evening still holds after midnight', async () => {
		await confirmed('2026-11-10', 120);
		const evening = await shown(kim(), own(), moment);
		expect(await duoReports.record(kim(), own(), evening, on('2026-11-24'))).toEqual(done);
		expect(await told()).toMatchObject({ bekendTot: '2026-11-23', reportedOn: '2026-11-23' });
	});

	it('there is nothing to report of who has no norm and no lessons', async () => {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'kim' });
		await addPlan(world.portal, id, '2026-01-05', { leerroute: 'B' });
		expect(await report(kim(), id, moment)).toEqual(refused({ form: 'nothingToReport' }));
		await lessons(kim(), id, ['2026-02-01', '2026-03-01'], 60, moment);
		expect(await report(kim(), id, moment)).toEqual(done);
		expect(await duoReports.participation(residentOf(world.portal, id), id)).toBeNull();
		expect((await duoReports.overview(kim(), id, moment)).reports).toMatchObject([
			{ totals: { participation: null, course: { hours: 60 }, intake: null } },
		]);
	});

	it('is for who has the caseload to say, and for the person to read', async () => {
		await confirmed('2026-11-10', 120);
		const bo = staffOf(world.portal, 'bo');
		const said = await shown(kim(), own(), moment);
		await expect(duoReports.record(bo, own(), said, moment)).rejects.toThrow(NotFound);
		await expect(duoReports.overview(bo, own(), moment)).rejects.toThrow(NotFound);
		const other = residentOf(world.portal, (await addPerson(world.portal)).id);
		await expect(duoReports.participation(other, own())).rejects.toThrow(NotFound);
	});

	it('is never changed and never removed', async () => {
		await confirmed('2026-11-10', 120);
		await report(kim(), own(), moment);
		const { store } = world.portal;
		const t = store.t.duoReports;
		await expect(store.touch((tx) => tx.update(t).set({ hours: 9 }))).rejects.toThrow();
		await expect(store.touch((tx) => tx.delete(t))).rejects.toThrow();
		expect(await told()).toMatchObject({ hours: 2 });
	});

	describe('of an entry', () => {
		const reportedOn = async (id: string) =>
			duoReports.ofEntry(resident, await hours.entry(resident, id));

		it('is the first report after its decision that is known beyond its day', async () => {
			const id = await confirmed('2026-11-10', 120);
			const ofToday = await confirmed('2026-11-23', 60);
			expect(await reportedOn(id)).toBeNull();
			expect(await report(kim(), own(), moment)).toEqual(done);
			expect(await reportedOn(id)).toBe('2026-11-23');
			expect(await reportedOn(ofToday)).toBeNull();
			expect(await report(kim(), own(), on('2026-11-24'))).toEqual(done);
			expect(await reportedOn(id)).toBe('2026-11-23');
			expect(await reportedOn(ofToday)).toBe('2026-11-24');
		});

		it('is none while it waits, when it does not count, and once the decision was taken back', async () => {
			const waiting = await declared(resident, { ...content, doneOn: day('2026-11-20') });
			const id = await confirmed('2026-11-10', 120);
			await report(kim(), own(), moment);
			expect(await reportedOn(waiting.id)).toBeNull();
			valueOf(await hours.correct(kim(), id, 'mistake', later(1)));
			expect(await reportedOn(id)).toBeNull();
			valueOf(await hours.confirm(kim(), id, later(2)));
			expect(await reportedOn(id)).toBeNull();
			await report(kim(), own(), later(3));
			expect(await reportedOn(id)).toBe('2026-11-23');
		});

		it('is none of lessons that somebody declared: the school reports those', async () => {
			await confirmed('2026-11-10', 120);
			const id = await confirmed('2026-11-11', 180);
			const { store } = world.portal;
			const t = store.t.hourEntries;
			const asLesson = { activity: 'taalles' };
			await store.touch((tx) => tx.update(t).set(asLesson).where(eq(t.id, id)));
			await report(kim(), own(), moment);
			expect(await told()).toMatchObject({ hours: 2 });
			expect(await reportedOn(id)).toBeNull();
		});
	});
});
