import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import type { PipContent } from '../pip/content.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as understanding from './understanding.ts';

const at = (minute: number): Moment => ({
	now: Date.parse('2026-11-23T09:00:00Z') + minute * 60_000,
	today: day('2026-11-23'),
});

const agreements: PipContent['agreements'] = [
	{ id: 'pvt-of-amina', sentence: 'pvt', slots: { hours: 12 } },
	{ id: 'own-of-amina', party: 'you', dutch: 'U belt elke maand.' },
];

eachEngine('understanding', (open) => {
	let world: World;
	let amina: Resident;

	beforeEach(async () => {
		world = await open();
		amina = await withPlan();
	});
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');

	async function withPlan(klantmanagerId = 'kim'): Promise<Resident> {
		const { id } = await addPerson(world.portal, { klantmanagerId });
		await addPlan(world.portal, id, '2026-03-02', { agreements });
		return residentOf(world.portal, id);
	}

	it('waits in the queue and the file from not understood or wanting to talk', async () => {
		const omar = await withPlan();
		await understanding.say(omar, { agreementId: 'own-of-amina', answer: 'talk' }, at(1));
		await understanding.say(amina, { agreementId: 'pvt-of-amina', answer: 'notUnderstood' }, at(2));
		await understanding.say(amina, { agreementId: 'own-of-amina', answer: 'understood' }, at(3));
		const { total, rows } = await understanding.open(kim());
		expect(total).toBe(2);
		expect(rows).toMatchObject([
			{ personId: omar.personId, answer: 'talk', agreement: { dutch: 'U belt elke maand.' } },
			{ personId: amina.personId, answer: 'notUnderstood', agreement: { sentence: 'pvt' } },
		]);
		const file = await understanding.open(kim(), amina.personId);
		expect(file).toMatchObject({ total: 1, rows: [{ id: rows[1]?.id }] });
	});

	it('counts the last answer of each agreement', async () => {
		await understanding.say(amina, { agreementId: 'pvt-of-amina', answer: 'talk' }, at(1));
		await understanding.say(amina, { agreementId: 'pvt-of-amina', answer: 'understood' }, at(2));
		expect(await understanding.open(kim())).toEqual({ total: 0, rows: [] });
		expect(await understanding.of(amina, amina.personId)).toMatchObject([
			{ agreementId: 'pvt-of-amina', answer: 'understood', at: at(2).now },
		]);
	});

	it('says it once however often it is tapped, and keeps its place in the queue', async () => {
		const say = (minute: number) =>
			understanding.say(
				amina,
				{ agreementId: 'pvt-of-amina', answer: 'notUnderstood' },
				at(minute),
			);
		await Promise.all([say(1), say(1), say(1)]);
		await say(5);
		const rows = await understanding.of(kim(), amina.personId);
		expect(rows.map((row) => row.at)).toEqual([at(1).now]);
	});

	it('is gone when it was spoken about, and waits again when it is said again', async () => {
		const say = (minute: number) =>
			understanding.say(amina, { agreementId: 'pvt-of-amina', answer: 'talk' }, at(minute));
		await say(1);
		const [row] = (await understanding.open(kim())).rows;
		if (!row) throw new Error('nothing waits');
		await understanding.settle(kim(), row.id, at(2));
		await understanding.settle(kim(), row.id, at(3));
		expect((await understanding.open(kim())).total).toBe(0);
		expect(await understanding.of(kim(), amina.personId)).toMatchObject([
			{ settledAt: at(2).now, settledBy: 'kim' },
		]);
		await say(4);
		expect((await understanding.open(kim())).rows).toMatchObject([{ id: row.id, at: at(4).now }]);
	});

	it('is about an agreement of the plan that holds now', async () => {
		const other = { agreementId: newId(), answer: 'talk' } as const;
		await expect(understanding.say(amina, other, at(1))).rejects.toThrow(NotFound);
		const nobody = residentOf(
			world.portal,
			(await addPerson(world.portal, { klantmanagerId: 'kim' })).id,
		);
		const pvt = { agreementId: 'pvt-of-amina', answer: 'talk' } as const;
		await expect(understanding.say(nobody, pvt, at(1))).rejects.toThrow(NotFound);
	});

	it('is not found for whoever may not', async () => {
		await understanding.say(amina, { agreementId: 'pvt-of-amina', answer: 'talk' }, at(1));
		const [row] = (await understanding.open(kim())).rows;
		if (!row) throw new Error('nothing waits');
		const outsiders = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['klantmanager'], ['0632']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of outsiders) {
			expect(await understanding.open(actor)).toEqual({ total: 0, rows: [] });
			expect(await understanding.open(actor, amina.personId)).toEqual({ total: 0, rows: [] });
			await expect(understanding.settle(actor, row.id, at(2))).rejects.toThrow(NotFound);
			await expect(understanding.of(actor, amina.personId)).rejects.toThrow(NotFound);
			await expect(understanding.firstReadings(actor, amina.personId)).rejects.toThrow(NotFound);
		}
		const other = await withPlan();
		await expect(understanding.of(other, amina.personId)).rejects.toThrow(NotFound);
		await expect(understanding.settle(kim(), newId(), at(2))).rejects.toThrow(NotFound);
		await expect(understanding.settle(kim(), 'x', at(2))).rejects.toThrow(NotFound);
		expect((await understanding.open(kim())).total).toBe(1);
		const lead = staffOf(world.portal, 'tess', ['teamLead']);
		expect((await understanding.open(lead)).total).toBe(1);
	});

	it('keeps when a version was first read, and nothing in the audit chain of it', async () => {
		const { t, read } = world.portal.store;
		const current = await pip.current(amina, amina.personId);
		if (!current) throw new Error('no plan');
		expect((await understanding.firstReadings(kim(), amina.personId)).size).toBe(0);
		const linesBefore = await read.$count(t.audit);
		expect(await understanding.read(amina, current, at(1))).toBe(at(1).now);
		expect(await understanding.read(amina, current, at(9))).toBe(at(1).now);
		expect(await understanding.firstReadings(kim(), amina.personId)).toEqual(
			new Map([[current.id, at(1).now]]),
		);
		expect(await read.$count(t.audit)).toBe(linesBefore);
	});
});
