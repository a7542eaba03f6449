import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { declared, moment, newResident, tooLate, totals, valueOf } from './test-hours.ts';

const over = { ok: false, problems: { form: 'undoOver' } };
const after = (ms: number) => ({ ...moment, now: moment.now + ms });

eachEngine('undoing a decision', (open) => {
	let world: World;
	let resident: Resident;
	beforeAll(async () => {
		world = await open();
	});
	beforeEach(async () => {
		resident = await newResident(world);
	});
	afterAll(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	const lead = () => staffOf(world.portal, 'lead', ['teamLead']);

	const confirmed = async () => {
		const { id: entryId } = await declared(resident);
		valueOf(await hours.confirm(kim(), entryId, moment));
		return { entryId, number: 2 };
	};

	it('leaves the entry as it stood, and both lines in the ledger', async () => {
		const line = await confirmed();
		valueOf(await hours.undo(kim(), line, after(9_000)));
		const { state, confirmedMinutes, events } = await hours.entry(kim(), line.entryId);
		expect([state, confirmedMinutes]).toEqual(['received', 0]);
		expect(events).toMatchObject([
			{ number: 1, kind: 'declared', undoes: null },
			{ number: 2, kind: 'confirmed', minutes: 180, undoes: null },
			{ number: 3, kind: 'undone', minutes: -180, undoes: 2, by: 'kim' },
		]);
		expect(await totals(resident)).toMatchObject({ waitingMinutes: 180, confirmedMinutes: 0 });
		const { audit } = world.portal.store.t;
		const [last] = await world.portal.store.read
			.select()
			.from(audit)
			.where(eq(audit.subject, line.entryId))
			.orderBy(desc(audit.number))
			.limit(1);
		expect(last).toMatchObject({ action: 'hours.undone', actor: 'kim' });
	});

	it('goes back to the question that was open when it was decided', async () => {
		const { id: entryId } = await declared(resident);
		valueOf(await hours.ask(kim(), entryId, 'whoWasThere', moment));
		const part = { minutes: 60, reason: 'shorter' } as const;
		valueOf(await hours.confirmPartly(kim(), entryId, part, after(1)));
		valueOf(await hours.undo(kim(), { entryId, number: 3 }, after(2)));
		expect(await hours.entry(kim(), entryId)).toMatchObject({
			state: 'asked',
			confirmedMinutes: 0,
		});
		valueOf(await hours.answer(resident, entryId, { text: 'Sara', photos: [] }, after(3)));
	});

	it('is taken until fifteen seconds, and not a moment later', async () => {
		const late = await confirmed();
		expect(await hours.undo(kim(), late, after(15_001))).toEqual(over);
		expect(await totals(resident)).toMatchObject({ confirmedMinutes: 180 });
		valueOf(await hours.undo(kim(), late, after(15_000)));
		expect(await totals(resident)).toMatchObject({ confirmedMinutes: 0 });
	});

	it('is of who decided alone, and not of a stranger to the caseload', async () => {
		const line = await confirmed();
		expect(await hours.undo(lead(), line, after(1))).toEqual(over);
		const robin = staffOf(world.portal, 'robin');
		await expect(hours.undo(robin, line, after(1))).rejects.toThrow(NotFound);
	});

	it('is of the last decision: not after an answer, a correction or a withdrawal', async () => {
		const line = await confirmed();
		valueOf(await hours.correct(kim(), line.entryId, 'mistake', after(1)));
		expect(await hours.undo(kim(), line, after(2))).toEqual(over);
		expect(await hours.undo(kim(), { ...line, number: 3 }, after(2))).toEqual(over);
		const { id: entryId } = await declared(resident);
		valueOf(await hours.ask(kim(), entryId, 'whoWasThere', moment));
		valueOf(await hours.withdraw(resident, entryId, after(1)));
		expect(await hours.undo(kim(), { entryId, number: 2 }, after(2))).toEqual(over);
		expect(await hours.undo(kim(), { entryId, number: 1 }, after(2))).toEqual(over);
	});

	it('is one, tapped twice; and an undone decision can be taken anew and undone anew', async () => {
		const line = await confirmed();
		const taps = [hours.undo(kim(), line, after(1)), hours.undo(kim(), line, after(2))];
		expect((await Promise.all(taps)).map(({ ok }) => ok)).toEqual([true, true]);
		expect((await hours.entry(kim(), line.entryId)).events).toHaveLength(3);
		valueOf(await hours.notCount(kim(), line.entryId, 'alone', after(3)));
		expect(await hours.undo(kim(), line, after(4))).toEqual(over);
		valueOf(await hours.undo(kim(), { ...line, number: 4 }, after(5)));
		expect(await hours.entry(kim(), line.entryId)).toMatchObject({ state: 'received' });
	});

	it('lets one win of an undoing and a correction at once', async () => {
		const line = await confirmed();
		const both = await Promise.all([
			hours.undo(kim(), line, after(1)),
			hours.correct(lead(), line.entryId, 'mistake', after(1)),
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect([over, tooLate]).toContainEqual(both.find(({ ok }) => !ok));
		expect((await hours.entry(kim(), line.entryId)).events).toHaveLength(3);
	});

	it('takes a batch back, each on its own, and names what could not be', async () => {
		const [one, two] = [await confirmed(), await confirmed()];
		valueOf(await hours.correct(lead(), two.entryId, 'mistake', after(1)));
		const strange = { entryId: 'nothing', number: 2 };
		expect(await hours.undoAll(kim(), [one, two, strange], after(2))).toEqual([
			{ entryId: one.entryId, outcome: { ok: true, value: null } },
			{ entryId: two.entryId, outcome: over },
			{ entryId: 'nothing', outcome: { ok: false, problems: { form: 'notYours' } } },
		]);
	});

	it('offers what was just decided, for ten seconds and to nobody else', async () => {
		const others = (await hours.justDecided(kim(), after(5_000))).flatMap(({ lines }) => lines);
		const line = await confirmed();
		const [now] = await hours.justDecided(kim(), after(4_000));
		expect(now).toMatchObject({ at: moment.now, leftMs: 6_000 });
		expect(now?.lines).toHaveLength(others.length + 1);
		expect(now?.lines).toContainEqual({
			...line,
			kind: 'confirmed',
			minutes: 180,
			name: 'Amina Haile',
			doneOn: '2026-11-20',
		});
		expect(await hours.justDecided(lead(), after(1))).toEqual([]);
		expect(await hours.justDecided(kim(), after(10_001))).toEqual([]);
		valueOf(await hours.undo(kim(), line, after(5_000)));
		const left = (await hours.justDecided(kim(), after(6_000))).flatMap(({ lines }) => lines);
		expect(left.map(({ entryId }) => entryId)).not.toContain(line.entryId);
	});

	it('tells the person that there was one, and not two decisions', async () => {
		const line = await confirmed();
		valueOf(await hours.undo(kim(), line, after(1)));
		const { events } = await hours.entry(resident, line.entryId);
		expect(hours.storyOf(events).map(({ kind }) => kind)).toEqual(['declared', 'undone']);
	});
});
