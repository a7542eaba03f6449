import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as waiting from './waiting.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };
const later = { now: Date.parse('2027-01-11T10:00:00Z'), today: day('2027-01-11') };
const done = { ok: true, value: null };

eachEngine('waiting', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
	});
	afterEach(() => world.close());

	const anna = () => staffOf(world.portal, 'anna');
	const group = (differing: Partial<waiting.Said> = {}): waiting.Said => ({
		personId,
		slot: null,
		seen: 0,
		waitsFor: 'group',
		ball: 'school',
		sinceOn: day('2026-10-01'),
		expectedOn: day('2027-01-10'),
		endedOn: null,
		...differing,
	});
	const record = (differing: Partial<waiting.Said> = {}, at = moment) =>
		waiting.record(anna(), group(differing), at);

	it('is since a day, until one that is expected, and somebody has the ball', async () => {
		expect(await record()).toEqual(done);
		expect(await waiting.of(residentOf(world.portal, personId), personId)).toMatchObject([
			{
				slot: 'group-1',
				waitsFor: 'group',
				ball: 'school',
				sinceOn: '2026-10-01',
				expectedOn: '2027-01-10',
				endedOn: null,
				recordedBy: 'anna',
				recordedOn: '2026-11-23',
			},
		]);
	});

	it('changes by a next line, and ends on a day; every line stays', async () => {
		await record();
		const slot = 'group-1';
		expect(await record({ slot, seen: 1, ball: 'gemeente', expectedOn: null })).toEqual(done);
		expect(await record({ slot, seen: 2, endedOn: day('2026-11-20') })).toEqual(done);
		expect(await waiting.of(anna(), personId)).toEqual([]);
		const lines = await waiting.history(anna(), personId);
		expect(lines.map(({ isReplaced, number }) => [number, isReplaced])).toEqual([
			[1, true],
			[2, true],
			[3, false],
		]);
		expect(await record({ slot, seen: 3 })).toEqual({
			ok: false,
			problems: { form: 'waitingOver' },
		});
		expect(await record({ sinceOn: day('2026-11-21') })).toEqual(done);
		expect(await waiting.of(anna(), personId)).toMatchObject([{ slot: 'group-2' }]);
	});

	it('twice the same is once, twice different for one thing is refused', async () => {
		const both = await Promise.all([record(), record()]);
		expect(both).toEqual([done, done]);
		expect(await waiting.history(anna(), personId)).toHaveLength(1);
		expect(await record({ ball: 'duo' })).toEqual({
			ok: false,
			problems: { form: 'alreadyWaiting' },
		});
		expect(await record({ waitsFor: 'childcare' })).toEqual(done);
		expect(await waiting.of(anna(), personId)).toHaveLength(2);
	});

	it('of two changes at once one is refused', async () => {
		await record();
		const slot = 'group-1';
		const both = await Promise.all([
			record({ slot, seen: 1, ball: 'duo' }),
			record({ slot, seen: 1, ball: 'gemeente' }),
		]);
		expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(await waiting.history(anna(), personId)).toHaveLength(2);
	});

	it.each([
		[{ sinceOn: day('2026-11-24'), expectedOn: null }, { sinceOn: 'future' }],
		[{ expectedOn: day('2026-11-22') }, { expectedOn: 'dayInPast' }],
		[{ expectedOn: day('2026-09-30') }, { expectedOn: 'endBeforeBegin' }],
		[{ endedOn: day('2026-09-30') }, { endedOn: 'endBeforeBegin' }],
		[{ endedOn: day('2026-11-24') }, { endedOn: 'future' }],
	] as const)('%o is refused', async (differing, problems) => {
		expect(await record(differing)).toEqual({ ok: false, problems });
		expect(await waiting.history(anna(), personId)).toEqual([]);
	});

	it('another slot than one’s own is not found', async () => {
		await record();
		await expect(record({ slot: 'duo-1', seen: 1 })).rejects.toThrow(NotFound);
		const other = { slot: 'group-1', seen: 1, waitsFor: 'duo' } as const;
		await expect(record(other)).rejects.toThrow(NotFound);
	});

	it('longer than expected stands in the list of the own klantmanager, until it is over', async () => {
		await record();
		expect(await waiting.passed(anna(), moment)).toEqual({ total: 0, rows: [] });
		expect(await waiting.passed(anna(), later)).toMatchObject({
			total: 1,
			rows: [{ personId, line: { waitsFor: 'group', expectedOn: '2027-01-10' } }],
		});
		expect(await waiting.passed(staffOf(world.portal, 'bart'), later)).toMatchObject({ total: 0 });
		const lead = staffOf(world.portal, 'tessa', ['teamLead']);
		expect(await waiting.passed(lead, later)).toMatchObject({ total: 1 });
		const nobody = staffOf(world.portal, 'kim', ['administrator']);
		expect(await waiting.passed(nobody, later)).toMatchObject({ total: 0 });
		await record({ slot: 'group-1', seen: 1, endedOn: day('2027-01-11') }, later);
		expect(await waiting.passed(anna(), later)).toMatchObject({ total: 0 });
	});

	it('a new expected day takes it off the list', async () => {
		await record();
		await record({ slot: 'group-1', seen: 1, expectedOn: day('2027-03-01') }, later);
		expect(await waiting.passed(anna(), later)).toMatchObject({ total: 0 });
	});

	it('is read by the person and the own klantmanager, and said by staff alone', async () => {
		await record();
		const { portal } = world;
		const other = (await addPerson(portal, { klantmanagerId: 'bart' })).id;
		const strangers = [
			staffOf(portal, 'bart'),
			staffOf(portal, 'kim', ['administrator']),
			residentOf(portal, other),
		];
		for (const stranger of strangers) {
			await expect(waiting.history(stranger, personId)).rejects.toThrow(NotFound);
		}
		const bart = waiting.record(staffOf(portal, 'bart'), group({ waitsFor: 'duo' }), moment);
		await expect(bart).rejects.toThrow(NotFound);
		await expect(record({ personId: 'x' })).rejects.toThrow(NotFound);
	});

	it('each write has its audit line, and no line is ever changed', async () => {
		await record();
		const { store } = world.portal;
		const lines = await store.read.select().from(store.t.audit);
		expect(lines.at(-1)).toMatchObject({ action: 'waiting.say', actor: 'anna', personId });
		const { waitingLines: t } = store.t;
		const here = eq(t.personId, personId);
		await expect(
			store.touch((tx) => tx.update(t).set({ sinceOn: '2026-01-01' }).where(here)),
		).rejects.toThrow();
		await expect(store.touch((tx) => tx.delete(t).where(here))).rejects.toThrow();
	});
});
