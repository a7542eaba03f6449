import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import { change } from './change.ts';
import * as people from './people.ts';
import { factsOf } from './facts-of.ts';
import { tryingAs } from './test-change.ts';

const moment: Moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('a change of what is known of somebody', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open('ferm-werk');
	});
	afterAll(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const somebody = (differing: Partial<people.NewPerson> = {}) =>
		addPerson(world.portal, { klantmanagerId: 'kim', gemeentecode: '0632', ...differing });
	const tried: ReturnType<typeof tryingAs> = (...input) => tryingAs(kim(), moment)(...input);
	const linesAbout = async (personId: string) => {
		const { t, read } = world.portal.store;
		return (await read.select().from(t.audit))
			.filter((line) => line.personId === personId && line.action.startsWith('person.change'))
			.map(({ actor, action, detail }) => ({ actor, action, detail }));
	};

	it('starts the ten weeks of somebody who left the AZC (B 5.3(1))', async () => {
		const person = await somebody({
			notifiedOn: day('2026-09-23'),
			brpRegisteredOn: null,
			inAzc: true,
		});
		const left = await tried(person, { inAzc: false, brpRegisteredOn: day('2026-11-16') });
		if (!left.ok) expect.fail(JSON.stringify(left.problems));
		const facts = pip.factsOf(left.value, { first: null, current: null });
		expect(pip.clocks(facts)).toEqual([
			{ key: 'pip', on: '2027-01-25', article: 'B 5.3(1)', latestOn: null },
		]);
	});

	it('names the fields in the audit, and nothing of what stands in them', async () => {
		const person = await somebody();
		const changed = await tried(person, { phone: '06-12345678', language: 'ar' });
		expect(changed).toMatchObject({ ok: true, value: { phone: '06-12345678', revision: 1 } });
		expect(await linesAbout(person.id)).toEqual([
			{ actor: 'kim', action: 'person.change', detail: { fields: 'language phone' } },
		]);
	});

	it('keeps the BSN and whose caseload it is', async () => {
		const person = await somebody();
		const changed = await tried(person, { familyName: 'Gebre' });
		expect(changed).toMatchObject({
			ok: true,
			value: { bsnIndex: person.bsnIndex, bsnSealed: person.bsnSealed, klantmanagerId: 'kim' },
		});
	});

	it('is not found by whoever may not write it, and changes nothing for them', async () => {
		const person = await somebody();
		const others = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['klantmanager'], ['0589']),
			staffOf(world.portal, 'ivo', ['administrator']),
			residentOf(world.portal, person.id),
		];
		for (const actor of others) {
			await expect(tried(person, { phone: '1' }, {}, actor)).rejects.toThrow(NotFound);
		}
		await expect(
			change(
				kim(),
				'A'.repeat(22),
				{ facts: factsOf(person), groepChangedOn: null, groepReason: null },
				0,
				moment,
			),
		).rejects.toThrow(NotFound);
		expect(await people.find(kim(), person.id)).toEqual(person);
	});

	it('moves to another gemeente of the tenant only where one works', async () => {
		const person = await somebody();
		const here = staffOf(world.portal, 'kim', ['klantmanager'], ['0632']);
		const elsewhere = { gemeentecode: '0589' };
		await expect(tried(person, elsewhere, {}, here)).rejects.toThrow(NotFound);
		expect(await tried(person, elsewhere)).toMatchObject({ ok: true, value: elsewhere });
	});

	describe('made from what somebody else changed meanwhile', () => {
		it('is refused, and nothing of theirs is lost', async () => {
			const person = await somebody();
			const lead = staffOf(world.portal, 'lead', ['teamLead']);
			await tried(person, { phone: '1' });
			const late = await tried(person, { phone: '2' }, {}, lead);
			expect(late).toEqual({ ok: false, problems: { form: 'changedMeanwhile' } });
			expect(await people.find(kim(), person.id)).toMatchObject({ phone: '1', revision: 1 });
			expect(await tried(person, { phone: '2' }, {}, lead, 1)).toMatchObject({ ok: true });
		});

		it('is refused for one of two at the same time', async () => {
			const person = await somebody();
			const both = await Promise.all(['1', '2'].map((phone) => tried(person, { phone })));
			expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		});
	});

	describe('to facts that cannot be true together', () => {
		it.each([
			[
				'an end before the three years are over (W 12(1))',
				{ extendedUntil: day('2029-01-05') },
				{ extendedUntil: 'extensionShortensTerm' },
			],
			[
				'a duty that begins after the plan (DUO)',
				{ plichtSinceOn: day('2026-01-06') },
				{ plichtSinceOn: 'dagtekeningBeforeDuty' },
			],
			[
				'a plan elsewhere without a move (W 15(4))',
				{ firstDagtekeningOn: day('2025-12-01') },
				{ firstDagtekeningOn: 'formerPlanAfterMove' },
			],
			[
				'a plan elsewhere after the move (W 15(4))',
				{ firstDagtekeningOn: day('2025-12-02'), movedInOn: day('2025-12-01') },
				{ firstDagtekeningOn: 'formerPlanAfterMove' },
			],
			[
				'a plan elsewhere before the duty (DUO)',
				{ firstDagtekeningOn: day('2025-09-30'), movedInOn: day('2025-12-01') },
				{ firstDagtekeningOn: 'dagtekeningBeforeDuty' },
			],
			[
				'a plan from before the law (W 55)',
				{ firstDagtekeningOn: day('2021-12-31'), movedInOn: day('2025-12-01') },
				{ firstDagtekeningOn: 'firstPlanBeforeLaw' },
			],
		] as const)('%s is refused at its field', async (_, facts, problems) => {
			const person = await somebody();
			await addPlan(world.portal, person.id, '2026-01-05');
			expect(await tried(person, facts)).toEqual({ ok: false, problems });
			expect(await people.find(kim(), person.id)).toEqual(person);
			expect(await linesAbout(person.id)).toEqual([
				{
					actor: 'kim',
					action: 'person.change.refuse',
					detail: { fields: Object.keys(problems).join(' ') },
				},
			]);
		});

		it('is refused for somebody new as well', async () => {
			const { klantmanagerId: _, ...input } = await somebody();
			const facts = { ...factsOf({ ...input, klantmanagerId: 'kim' }), bsn: '999990019' };
			const moved = { ...facts, movedInOn: day('2025-12-01') };
			const added = await people.add(
				kim(),
				{ ...moved, firstDagtekeningOn: day('2021-12-31') },
				moment.now,
			);
			expect(added).toEqual({
				ok: false,
				problems: { firstDagtekeningOn: 'firstPlanBeforeLaw' },
			});
		});

		it('asks for the first plan elsewhere when the own first one is of level A2 (DUO)', async () => {
			const movedInOn = day('2025-12-01');
			const person = await somebody({ movedInOn });
			await addPlan(world.portal, person.id, '2026-01-05', { leerroute: 'B', niveau: 'A2' });
			expect(await tried(person, { phone: '1' })).toEqual({
				ok: false,
				problems: { firstDagtekeningOn: 'niveauNotInFirst' },
			});
			const known = { phone: '1', firstDagtekeningOn: day('2025-11-03') };
			expect(await tried(person, known)).toMatchObject({ ok: true });
		});

		it('lets a longer term of DUO through (W 12(1))', async () => {
			const person = await somebody();
			await addPlan(world.portal, person.id, '2026-01-05');
			expect(await tried(person, { extendedUntil: day('2029-07-06') })).toMatchObject({ ok: true });
		});
	});

	describe('with a first plan in another gemeente', () => {
		it('lets the term run from that plan, not from the own first one (W 11(3))', async () => {
			const person = await somebody({ plichtSinceOn: day('2025-01-10') });
			await addPlan(world.portal, person.id, '2026-01-05');
			const pips = await pip.of(kim(), person.id);
			const last = (who: people.Person) =>
				pip.clocks(pip.factsOf(who, pips)).find(({ key }) => key === 'termijn')?.on;
			expect(last(person)).toBe('2029-01-05');
			const known = { movedInOn: day('2025-11-03'), firstDagtekeningOn: day('2025-05-12') };
			const changed = await tried(person, known);
			if (!changed.ok) expect.fail(JSON.stringify(changed.problems));
			expect(last(changed.value)).toBe('2028-05-12');
		});
	});
});
