import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, type Day, day, dayAfter } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { filesKnown } from '../backup/backup.ts';
import { machineNow } from '../clock.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import * as proofs from '../proofs/proofs.ts';
import { sweepOrphans } from '../proofs/files.ts';
import * as statements from '../statement/statement.ts';
import { eachEngine, staffOf, system, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { declared, filesIn, moment, newResident, photo, valueOf } from './test-hours.ts';

/** Decided on 2026-11-23: six months on. */
const lastOn = day('2027-05-23');

const on = (today: Day) => ({ now: Date.parse(`${today}T03:00:00Z`), today });

eachEngine('how long proofs are kept', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());

	const kim = (portal: Portal = world.portal): Staff => staffOf(portal, 'kim');
	const round = (today: Day, portal = world.portal) =>
		hours.deleteProofs(system(portal), on(today));
	const sent = async () => (await declared(resident, {}, [await photo()])).id;
	const entry = (id: string) => hours.entry(resident, id);
	const proofOf = async (id: string) => (await entry(id)).proofs[0]?.id ?? '';

	it('keeps the picture of decided hours through the day that both are told', async () => {
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		expect((await entry(id)).proofsKeptThroughOn).toBe(lastOn);
		expect((await hours.entry(kim(), id)).proofsKeptThroughOn).toBe(lastOn);
		expect(await round(lastOn)).toBe(0);
		await proofs.read(resident, await proofOf(id), moment);

		expect(await round(dayAfter(lastOn))).toBe(1);
		for (const actor of [resident, kim()]) {
			await expect(proofs.read(actor, await proofOf(id), moment)).rejects.toThrow(NotFound);
		}
		expect(await filesIn(world)).toEqual([]);
		expect(await filesKnown(world.portal.store)).toEqual([]);
		const { events, confirmedMinutes, proofs: rows } = await entry(id);
		expect(events.map(({ kind }) => kind)).toEqual(['declared', 'confirmed']);
		expect(confirmedMinutes).toBe(180);
		expect(rows.map(proofs.standingOf)).toEqual(['deleted']);
		expect(rows[0]?.removedAt).toBe(on(dayAfter(lastOn)).now);
		expect(await round(addDays(lastOn, 400))).toBe(0);
	});

	it('counts on the overview of hours only what is kept still', async () => {
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		const kept = async () =>
			(await statements.of(resident, resident.personId, moment)).confirmed.map(
				(line) => line.proofs,
			);
		expect(await kept()).toEqual([1]);
		expect(await round(dayAfter(lastOn))).toBe(1);
		expect(await kept()).toEqual([0]);
	});

	it('writes down each deletion, by whom and of whom', async () => {
		const id = await sent();
		valueOf(await hours.notCount(kim(), id, 'alone', moment));
		await round(dayAfter(lastOn));
		const { t, read } = world.portal.store;
		const lines = (await read.select().from(t.audit)).filter(
			({ action }) => action === 'proof.deleted',
		);
		expect(lines).toMatchObject([
			{ actor: 'test', subject: await proofOf(id), personId: resident.personId },
		]);
	});

	it('never deletes what waits for a decision or an answer', async () => {
		const [open, asked] = [
			await sent(),
			(await declared(resident, {}, [await photo('#123456')])).id,
		];
		valueOf(await hours.ask(kim(), asked, 'whichPlace', moment));
		expect((await entry(open)).proofsKeptThroughOn).toBeNull();
		expect((await entry(asked)).proofsKeptThroughOn).toBeNull();
		expect(await round(day('2060-01-01'))).toBe(0);
		expect(await filesIn(world)).toHaveLength(2);
	});

	it('begins anew with the decision that replaces one which was taken back', async () => {
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		const later = on(day('2027-05-20'));
		valueOf(await hours.correct(kim(), id, 'mistake', later));
		expect((await entry(id)).proofsKeptThroughOn).toBeNull();
		expect(await round(day('2027-06-30'))).toBe(0);
		valueOf(await hours.confirm(kim(), id, on(day('2027-07-01'))));
		expect((await entry(id)).proofsKeptThroughOn).toBe('2028-01-01');
		expect(await round(day('2028-01-01'))).toBe(0);
		expect(await round(day('2028-01-02'))).toBe(1);
	});

	it('keeps what was taken back for that day only', async () => {
		const id = await sent();
		valueOf(await hours.withdraw(resident, id, moment));
		expect((await entry(id)).proofsKeptThroughOn).toBe(moment.today);
		expect(await round(moment.today)).toBe(0);
		expect(await round(dayAfter(moment.today))).toBe(1);
	});

	it('keeps through the term for bezwaar, however short a gemeente keeps', async () => {
		const { tenant } = world.portal;
		const source = { document: 'Bewaarbeleid', year: 2026, section: '1' };
		const policy = { ...tenant.policy, proofMonthsAfterDecision: { value: 0, source } };
		const portal = { ...world.portal, tenant: { ...tenant, policy } };
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		expect((await hours.entry(kim(portal), id)).proofsKeptThroughOn).toBe('2027-01-04');
		expect(await round(day('2027-01-04'), portal)).toBe(0);
		expect(await round(day('2027-01-05'), portal)).toBe(1);
	});

	it('leaves nothing readable when it is cut off between the row and the file', async () => {
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		const { files } = world.portal;
		const broken = { ...files, remove: () => Promise.reject(new Error('killed')) };
		const today = dayAfter(lastOn);
		await expect(round(today, { ...world.portal, files: broken })).rejects.toThrow('killed');
		const proofId = await proofOf(id);
		expect(await filesIn(world)).toEqual([proofId]);
		await expect(proofs.read(resident, proofId, moment)).rejects.toThrow(NotFound);

		const known = new Set((await filesKnown(world.portal.store)).map((file) => file.id));
		const nextDay = machineNow() + 25 * 3_600_000;
		await sweepOrphans(world.folder, known, 24 * 3_600_000, nextDay);
		expect(await filesIn(world)).toEqual([]);
	});

	it('does not delete when the decision is taken back at that very moment', async () => {
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		const today = dayAfter(lastOn);
		const [, deleted] = await Promise.all([
			hours.correct(kim(), id, 'mistake', on(today)),
			round(today),
		]);
		const { state, proofs: rows } = await entry(id);
		expect(state).toBe('received');
		// Whoever was first: what is gone was decided about, and what is open has its picture or says that it has not.
		expect(rows.map(proofs.standingOf)).toEqual([deleted === 1 ? 'deleted' : 'shown']);
		expect(await filesIn(world)).toHaveLength(deleted === 1 ? 0 : 1);
	});

	it('takes the same picture again when the first was deleted', async () => {
		const id = await sent();
		valueOf(await hours.confirm(kim(), id, moment));
		const today = dayAfter(lastOn);
		await round(today);
		valueOf(await hours.correct(kim(), id, 'mistake', on(today)));
		valueOf(await hours.addPhotos(resident, id, [await photo()], on(today)));
		expect((await entry(id)).proofs.map(proofs.standingOf)).toEqual(['deleted', 'shown']);
	});
});
