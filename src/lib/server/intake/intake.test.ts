import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, addPlan, eachEngine, staffOf, type World } from '../test-world.ts';
import * as intake from './intake.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('the brede intake', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
	});
	afterEach(() => world.close());

	const anna = () => staffOf(world.portal, 'anna');
	const tessa = () => staffOf(world.portal, 'tessa', ['teamLead']);
	const known: intake.Intake = {
		...intake.nothingKnown,
		scores: { taal: 'A1', arbeid: 'unpaid', zelfredzaamheid: 'often' },
		toets: 'nietHaalbaar',
		leerroute: 'Z',
		hasVveChild: true,
		wishes: [
			{ theme: 'work', words: 'Ik wil weer kleren maken.' },
			{ theme: 'children', words: 'Met de juf van mijn dochter praten.' },
		],
	};
	const record = (said: intake.Intake, seen: number, by = anna()) =>
		intake.record(by, { personId, intake: said, seen }, moment);

	it('is kept line by line, sealed, and two who write at once lose nothing', async () => {
		expect(await record(known, 0)).toEqual({ ok: true, value: null });
		expect(await record(known, 0)).toEqual({ ok: true, value: null });
		const other = { ...known, background: 'Kleermaker' };
		expect(await record(other, 0, tessa())).toEqual({
			ok: false,
			problems: { form: 'changedMeanwhile' },
		});
		expect((await record(other, 1, tessa())).ok).toBe(true);
		const { intakes: t } = world.portal.store.t;
		const rows = await world.portal.store.read.select().from(t).where(eq(t.personId, personId));
		expect(rows).toHaveLength(2);
		expect(JSON.stringify(rows)).not.toContain('kleren');
		expect(await intake.of(anna(), personId)).toMatchObject({
			number: 2,
			recordedBy: 'tessa',
			intake: other,
		});
	});

	it('asks for a reason where the leerroute departs from the test, and for no other', async () => {
		const departing = { ...known, leerroute: 'B' } as const;
		const problems = { deviationReason: 'deviationReasonMissing' };
		expect(await record(departing, 0)).toEqual({ ok: false, problems });
		expect((await record({ ...departing, deviationReason: 'Leert snel' }, 0)).ok).toBe(true);
	});

	it('is not there for a klantmanager of others', async () => {
		const bart = staffOf(world.portal, 'bart');
		await expect(intake.of(bart, personId)).rejects.toThrow(NotFound);
		await expect(record(known, 0, bart)).rejects.toThrow(NotFound);
	});

	it('begins a draft with what was said, and says of each value where it comes from', async () => {
		await record(known, 0);
		expect(await intake.startDraft(anna(), personId, moment)).toEqual({ ok: true, value: null });
		const { content, updatedBy } = await pip.draft(anna(), personId, moment.today);
		expect(updatedBy).toBe('anna');
		expect(content).toMatchObject({ leerroute: 'Z', courseHours: 800, pvtHours: 12 });
		expect(pip.goalsOf(content).slice(0, 2)).toMatchObject([
			{ theme: 'work', dutch: 'Ik wil weer kleren maken.' },
			{ theme: 'children', dutch: 'Met de juf van mijn dochter praten.' },
		]);
		const ids = new Set(pip.goalsOf(content).map(({ id }) => id));
		expect(content.agreements.every(({ goal }) => goal === undefined || ids.has(goal))).toBe(true);
		const again = await intake.startDraft(anna(), personId, moment);
		expect(again).toEqual({ ok: false, problems: { form: 'draftThere' } });
	});

	it('says so where a value of the draft was changed since', async () => {
		const person = await addPerson(world.portal, { klantmanagerId: 'anna' });
		const said = { ...known, leerroute: 'Z' } as const;
		const { tenant } = world.portal;
		const { content } = intake.firstDraft(person, said, tenant, moment.today);
		const changed = { ...content, courseHours: 600, goals: [] };
		const { prefilled } = intake.firstDraft(person, said, tenant, moment.today, changed);
		const still = (field: string) => prefilled.filter((one) => one.field === field);
		expect(still('leerroute')).toMatchObject([{ from: 'intake', isStill: true }]);
		expect(still('courseHours')).toMatchObject([
			{ from: 'law', article: 'B 3.14(2)a', value: 800, isStill: false },
		]);
		expect(still('kindVve')).toMatchObject([{ from: 'open', isStill: true }]);
		expect(still('goal').map(({ isStill }) => isStill)).toEqual([false, false]);
		const onB = intake.firstDraft(person, { ...said, leerroute: 'B' }, tenant, moment.today);
		expect(onB.prefilled.find(({ field }) => field === 'courseHours')).toMatchObject({
			from: 'open',
			value: null,
		});
	});

	it('begins none without a leerroute, nor beside a plan', async () => {
		await record({ ...known, leerroute: null }, 0);
		const without = await intake.startDraft(anna(), personId, moment);
		expect(without).toEqual({ ok: false, problems: { leerroute: 'leerrouteMissing' } });
		await record(known, 1);
		await addPlan(world.portal, personId, '2026-01-05');
		const beside = await intake.startDraft(anna(), personId, moment);
		expect(beside).toEqual({ ok: false, problems: { form: 'draftThere' } });
	});
});
