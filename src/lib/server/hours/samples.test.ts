import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { byChance } from './sample.ts';
import { declared, moment, newResident, photo, tooLate, totals, valueOf } from './test-hours.ts';

const always = () => true;
const later = { ...moment, now: moment.now + 60_000 };

eachEngine('sample checks', (open) => {
	let world: World;
	let resident: Resident;
	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	const lead = () => staffOf(world.portal, 'lead', ['teamLead']);

	const drawn = async () => {
		const { id } = await declared(resident, {}, [await photo()]);
		await hours.confirmAll(kim(), [id], moment, always);
		const [row] = (await hours.samples(lead())).rows.filter(({ entryId }) => entryId === id);
		return { id, eventId: row?.eventId ?? '' };
	};
	const stats = async () => (await hours.samples(lead())).stats;

	it('draws the share of the policy, of what is confirmed together alone', async () => {
		const asked: number[] = [];
		const draw = (percent: number) => asked.push(percent) > 1;
		const [one, two, three] = [
			await declared(resident),
			await declared(resident),
			await declared(resident),
		];
		valueOf(await hours.confirm(kim(), three.id, moment));
		await hours.confirmAll(kim(), [one.id, two.id, three.id], moment, draw);
		expect(asked).toEqual([5, 5]);
		const { rows } = await hours.samples(lead());
		expect(rows.map(({ entryId }) => entryId)).toEqual([two.id]);
	});

	it('waits for somebody other than who confirmed, with what that one needs', async () => {
		const { id, eventId } = await drawn();
		const [row] = (await hours.samples(lead())).rows;
		expect(row).toMatchObject({
			entryId: id,
			eventId,
			givenName: 'Amina',
			minutes: 180,
			decidedBy: 'kim',
			organisation: 'Kringloop Heerenveen',
		});
		expect(row?.proofsShown).toHaveLength(1);
		expect((await hours.samples(kim())).rows).toEqual([]);
		const robin = staffOf(world.portal, 'robin');
		expect(await hours.samples(robin)).toMatchObject({ rows: [], stats: { drawn: 0 } });
		const inOrder = { outcome: 'inOrder' } as const;
		for (const nobody of [kim(), robin, staffOf(world.portal, 'ivo', ['administrator'])]) {
			await expect(hours.lookAt(nobody, eventId, inOrder, later)).rejects.toThrow(NotFound);
		}
		await expect(hours.lookAt(lead(), 'nothing', inOrder, later)).rejects.toThrow(NotFound);
	});

	it('of two looks at once believes one, and the hours are as that one says', async () => {
		const reason = 'mistake';
		for (let round = 0; round < 8; round += 1) {
			const { id, eventId } = await drawn();
			const other = staffOf(world.portal, 'other-lead', ['teamLead']);
			const both = await Promise.all([
				hours.lookAt(lead(), eventId, { outcome: 'inOrder' }, later),
				hours.lookAt(other, eventId, { outcome: 'takenBack', reason, words: null }, later),
			]);
			expect(both.filter(({ ok }) => ok)).toHaveLength(1);
			const { state } = await hours.entry(resident, id);
			expect(state).toBe(both[0].ok ? 'confirmed' : 'received');
		}
	});

	it('is found in order: the hours stay, and nobody is asked again', async () => {
		const { eventId } = await drawn();
		valueOf(await hours.lookAt(lead(), eventId, { outcome: 'inOrder' }, later));
		expect(await hours.samples(lead())).toEqual({
			rows: [],
			stats: { drawn: 1, waiting: 0, inOrder: 1, takenBack: 0, lapsed: 0 },
		});
		expect(await totals(resident)).toMatchObject({ confirmedMinutes: 180 });
		const again = await hours.lookAt(lead(), eventId, { outcome: 'inOrder' }, later);
		expect(again).toEqual(tooLate);
	});

	it('is taken back: the hours wait again, and the person reads why', async () => {
		const { id, eventId } = await drawn();
		const words = 'De foto is van een andere dag.';
		const look = { outcome: 'takenBack', reason: 'secondLook', words } as const;
		const long = { ...look, words: 'a'.repeat(501) };
		expect(await hours.lookAt(lead(), eventId, long, later)).toEqual({
			ok: false,
			problems: { words: 'tooLong' },
		});
		valueOf(await hours.lookAt(lead(), eventId, look, later));
		const { state, events } = await hours.entry(resident, id);
		expect(state).toBe('received');
		expect(events.at(-1)).toMatchObject({
			kind: 'corrected',
			reason: 'secondLook',
			note: words,
			minutes: -180,
			by: 'lead',
		});
		expect(await stats()).toEqual({
			drawn: 1,
			waiting: 0,
			inOrder: 0,
			takenBack: 1,
			lapsed: 0,
		});
		expect(await hours.lookAt(lead(), eventId, look, later)).toEqual(tooLate);
	});

	it('lets one of two looks win', async () => {
		const { eventId } = await drawn();
		const other = staffOf(world.portal, 'other', ['teamLead']);
		const back = { outcome: 'takenBack', reason: 'secondLook', words: null } as const;
		const both = await Promise.all([
			hours.lookAt(lead(), eventId, { outcome: 'inOrder' }, later),
			hours.lookAt(other, eventId, { outcome: 'inOrder' }, later),
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await hours.lookAt(other, eventId, back, later)).toEqual(tooLate);
		expect(await totals(resident)).toMatchObject({ confirmedMinutes: 180 });
	});

	it('lapses when the decision was undone or corrected first', async () => {
		const { id, eventId } = await drawn();
		valueOf(await hours.undo(kim(), { entryId: id, number: 2 }, moment));
		expect(await hours.lookAt(lead(), eventId, { outcome: 'inOrder' }, later)).toEqual(tooLate);
		const next = await drawn();
		valueOf(await hours.correct(kim(), next.id, 'mistake', later));
		expect(await hours.samples(lead())).toEqual({
			rows: [],
			stats: { drawn: 2, waiting: 0, inOrder: 0, takenBack: 0, lapsed: 2 },
		});
	});

	it('cannot be changed by anybody', async () => {
		const { eventId } = await drawn();
		valueOf(await hours.lookAt(lead(), eventId, { outcome: 'inOrder' }, later));
		const { store } = world.portal;
		const changed = store.touch((tx) =>
			tx.update(store.t.hourSampleLooks).set({ outcome: 'takenBack' }),
		);
		await expect(changed).rejects.toThrow();
		await expect(store.touch((tx) => tx.delete(store.t.hourSamples))).rejects.toThrow();
		expect(await stats()).toMatchObject({ inOrder: 1, takenBack: 0 });
	});
});

it('draws by chance, about as many of a hundred as it was told', () => {
	const of = (percent: number) =>
		Array.from({ length: 4000 }, () => byChance(percent)).filter(Boolean).length / 40;
	expect(of(0)).toBe(0);
	expect(of(100)).toBe(100);
	// Five of a hundred, seven standard deviations either way.
	expect(of(5)).toBeGreaterThan(2.5);
	expect(of(5)).toBeLessThan(7.5);
});
