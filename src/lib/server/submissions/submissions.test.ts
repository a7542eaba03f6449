import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Resident, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as submissions from './submissions.ts';

const at = (instant: string): Moment => {
	const now = Date.parse(instant);
	return { now, today: dayOf(now) };
};
const noon = at('2026-05-20T10:00:00Z');
const nothing = { words: null, lateReason: null, address: null, language: 'ti', version: 1 };

eachEngine('what somebody hands in', (open) => {
	let world: World;
	let anna: Staff;
	let mine: Resident;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		mine = await somebody();
	});
	afterEach(() => world.close());

	async function somebody(dagtekeningOn = '2026-05-11') {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		await addPlan(world.portal, id, dagtekeningOn);
		return residentOf(world.portal, id);
	}

	const object = (actor: Resident, moment: Moment, wish: Partial<submissions.Bezwaar> = {}) =>
		submissions.objectTo(actor, { ...nothing, key: newId(), ...wish }, moment);

	async function handedIn(moment = noon, wish: Partial<submissions.Bezwaar> = {}) {
		const outcome = await object(mine, moment, wish);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		return outcome.value;
	}

	describe('a bezwaar', () => {
		it.each([
			['on a Friday in winter time', '2026-02-13', '2026-03-27T22:59:59Z'],
			[
				'six weeks end on the Sunday on which summer time begins',
				'2026-02-15',
				'2026-03-30T21:59:59Z',
			],
			['on the Monday after it', '2026-02-16', '2026-03-30T21:59:59Z'],
			['on a Friday in summer time', '2026-09-11', '2026-10-23T21:59:59Z'],
			['six weeks end on the Sunday on which it ends', '2026-09-13', '2026-10-26T22:59:59Z'],
		])('%s: is in time in the last second, and late in the next', async (_, sent, last) => {
			const actor = await somebody(sent);
			const lastSecond = at(last);
			const minute = { now: lastSecond.now + 60_000, today: dayOf(lastSecond.now + 60_000) };
			expect(await object(actor, minute)).toEqual({
				ok: false,
				problems: { lateReason: 'bezwaarLate' },
			});
			expect(await submissions.own(actor)).toEqual([]);
			const second = { now: lastSecond.now + 1000, today: dayOf(lastSecond.now + 1000) };
			expect(await object(actor, second)).toMatchObject({ ok: false });
			expect(await object(actor, lastSecond)).toMatchObject({
				ok: true,
				value: { timing: 'inTime', receivedTime: '23:59', lastOn: lastSecond.today },
			});
		});

		it('that is late is kept as late, with why, and never as in time (Awb 6:11)', async () => {
			const late = at('2026-06-23T08:30:00Z');
			const submission = await handedIn(late, { lateReason: 'Ziekenhuis' });
			expect(submission).toMatchObject({
				timing: 'late',
				lastOn: '2026-06-22',
				lateReason: 'Ziekenhuis',
				receivedOn: '2026-06-23',
				receivedTime: '10:30',
			});
			expect(submissions.answerDueOn(submission)).toBe(null);
			expect((await submissions.waiting(anna, late)).rows).toMatchObject([{ timing: 'late' }]);
		});

		it('sent again a minute after midnight is the one that came in time', async () => {
			const key = newId();
			const first = await handedIn(at('2026-06-22T21:59:30Z'), { key, words: 'Nee' });
			const again = await handedIn(at('2026-06-22T22:00:30Z'), { key, words: 'Nee' });
			expect(again).toEqual(first);
			const other = handedIn(noon, { key, words: 'Toch niet' });
			await expect(other).rejects.toThrow(Conflict);
		});

		it('needs no words: they follow, and a second one adds them (Awb 6:6)', async () => {
			const { id } = await handedIn();
			await submissions.add(mine, { id, key: newId(), words: 'Te ver' }, noon);
			const again = await handedIn(noon, { words: 'En te duur' });
			expect(again.id).toBe(id);
			expect(again.events).toMatchObject([
				{ kind: 'added', words: 'Te ver' },
				{ kind: 'added', words: 'En te duur' },
			]);
			expect(await submissions.own(mine)).toHaveLength(1);
		});

		it('loses no words: a second one sent again with others is told, and not taken as the same', async () => {
			await handedIn();
			const key = newId();
			const { events } = await handedIn(noon, { key, words: 'Te ver' });
			expect((await handedIn(noon, { key, words: 'Te ver' })).events).toEqual(events);
			await expect(object(mine, noon, { key, words: 'Te ver, en te duur' })).rejects.toThrow(
				Conflict,
			);
		});

		it('is early before the letter went, and counts', async () => {
			const { sendings, pips } = world.portal.store.t;
			const [plan] = await world.portal.store.read.select().from(pips);
			await world.portal.store.touch((tx) =>
				tx
					.insert(sendings)
					.values({ pipId: plan?.id ?? '', personId: mine.personId, way: 'paper' }),
			);
			expect(await submissions.decisions(mine, noon)).toMatchObject([
				{ version: 1, lastOn: null, timing: 'early', submissionId: null },
			]);
			const { id, lastOn, timing } = await handedIn();
			expect({ lastOn, timing }).toEqual({ lastOn: null, timing: 'early' });
			expect(await submissions.decisions(mine, noon)).toMatchObject([{ submissionId: id }]);
		});

		it('is passed on once, and what comes after waits again, to be passed on too', async () => {
			const { id } = await handedIn();
			const queue = async () => (await submissions.waiting(anna, noon)).rows.map((row) => row.id);
			const settle = () => submissions.settle(anna, { id, key: newId(), words: null }, noon);
			expect(await queue()).toEqual([id]);
			await Promise.all([settle(), settle()]);
			expect((await submissions.one(mine, id)).state).toBe('passedOn');
			expect(await queue()).toEqual([]);
			await submissions.withdraw(mine, { id, key: newId() }, noon);
			expect((await submissions.one(anna, id)).state).toBe('withdrawn');
			expect(await queue()).toEqual([id]);
			await settle();
			expect(await queue()).toEqual([]);
			await expect(
				submissions.add(mine, { id, key: newId(), words: 'Toch' }, noon),
			).rejects.toThrow(NotFound);
			const { events } = await submissions.one(mine, id);
			expect(events.map(({ kind }) => kind)).toEqual(['passedOn', 'withdrawn', 'passedOn']);
		});

		it('withdrawn before anybody did something waits for nobody, and another one can be made', async () => {
			const { id } = await handedIn();
			await submissions.withdraw(mine, { id, key: newId() }, noon);
			expect((await submissions.waiting(anna, noon)).total).toBe(0);
			expect((await handedIn()).id).not.toBe(id);
		});

		it('tells the person once that it was passed on, and nothing of itself', async () => {
			const { id } = await handedIn(noon, { words: 'Geheim' });
			await submissions.settle(anna, { id, key: newId(), words: null }, noon);
			const { store } = world.portal;
			const told = await store.read.select().from(store.t.notices);
			expect(told).toMatchObject([{ kind: 'submissionAnswered', subject: id, slots: {} }]);
			const rows = [
				await store.read.select().from(store.t.submissions),
				await store.read.select().from(store.t.audit),
			];
			expect(JSON.stringify(rows)).not.toContain('Geheim');
		});
	});

	describe('a complaint', () => {
		const complain = (words: string | null) =>
			submissions.ask(mine, { kind: 'complaint', key: newId(), language: 'ti', words }, noon);

		it('is not read by the klantmanager whom it may be about (Awb 9:7)', async () => {
			expect(await complain(null)).toEqual({ ok: false, problems: { words: 'missing' } });
			const outcome = await complain('Zij luistert niet');
			const id = outcome.ok ? outcome.value.id : '';
			expect((await submissions.waiting(anna, noon)).total).toBe(0);
			expect(await submissions.ofPerson(anna, mine.personId)).toEqual([]);
			await expect(submissions.one(anna, id)).rejects.toThrow(NotFound);
			const lead = staffOf(world.portal, 'tessa', ['teamLead']);
			expect((await submissions.waiting(lead, noon)).rows).toMatchObject([
				{ id, dueOn: '2026-07-01', isLate: false },
			]);
			const herself = staffOf(world.portal, 'anna', ['klantmanager', 'teamLead']);
			expect((await submissions.waiting(herself, noon)).total).toBe(0);
			const settled = submissions.settle(herself, { id, key: newId(), words: null }, noon);
			await expect(settled).rejects.toThrow(NotFound);
			await submissions.settle(lead, { id, key: newId(), words: null }, noon);
			expect((await submissions.one(mine, id)).state).toBe('passedOn');
		});

		it('is not read by her either when somebody else works for the person since', async () => {
			const outcome = await complain('Zij luistert niet');
			const id = outcome.ok ? outcome.value.id : '';
			const { store } = world.portal;
			await store.touch((tx) => tx.update(store.t.people).set({ klantmanagerId: 'bart' }));
			const herself = staffOf(world.portal, 'anna', ['klantmanager', 'teamLead']);
			await expect(submissions.one(herself, id)).rejects.toThrow(NotFound);
			expect(await submissions.ofPerson(herself, mine.personId)).toEqual([]);
			expect(await submissions.waiting(herself, noon)).toEqual({ total: 0, rows: [] });
			const settled = submissions.settle(herself, { id, key: newId(), words: null }, noon);
			await expect(settled).rejects.toThrow(NotFound);
			const lead = staffOf(world.portal, 'tessa', ['teamLead']);
			expect((await submissions.waiting(lead, noon)).total).toBe(1);
			expect((await submissions.one(lead, id)).words).toBe('Zij luistert niet');
		});
	});

	describe('a request', () => {
		it('to correct a fact shows its month, and is answered in words (AVG 12(3), 16)', async () => {
			const wish = { kind: 'correction', key: newId(), language: 'ti', words: 'Naam' } as const;
			const outcome = await submissions.ask(mine, wish, noon);
			const id = outcome.ok ? outcome.value.id : '';
			expect((await submissions.waiting(anna, at('2026-06-21T10:00:00Z'))).rows).toMatchObject([
				{ dueOn: '2026-06-20', isLate: true },
			]);
			const mute = await submissions.settle(anna, { id, key: newId(), words: null }, noon);
			expect(mute).toEqual({ ok: false, problems: { words: 'missing' } });
			await submissions.settle(anna, { id, key: newId(), words: 'Verbeterd' }, noon);
			expect(await submissions.one(mine, id)).toMatchObject({
				state: 'answered',
				events: [{ kind: 'answered', words: 'Verbeterd' }],
			});
		});

		it('to speak alone is one tap, and twice is one', async () => {
			const tap = () =>
				submissions.ask(
					mine,
					{ kind: 'speakAlone', key: newId(), language: 'ti', words: null },
					noon,
				);
			await Promise.all([tap(), tap(), tap()]);
			expect((await submissions.waiting(anna, noon)).total).toBe(1);
		});

		it.each(['speakAlone', 'safeContact'] as const)(
			'that only the person should know of stands in no notice when it is answered: %s',
			async (kind) => {
				const wish = { kind, key: newId(), language: 'ti', words: null };
				const outcome = await submissions.ask(mine, wish, noon);
				const id = outcome.ok ? outcome.value.id : '';
				await submissions.settle(anna, { id, key: newId(), words: 'Dinsdag, alleen' }, noon);
				const { store } = world.portal;
				expect(await store.read.select().from(store.t.notices)).toEqual([]);
			},
		);
	});

	it('is not found for whoever may not', async () => {
		const { id } = await handedIn();
		const other = residentOf(world.portal, 'somebody-else');
		const outsiders = [
			other,
			staffOf(world.portal, 'bart'),
			staffOf(world.portal, 'anna', ['klantmanager'], ['0589']),
			staffOf(world.portal, 'ivo', ['administrator']),
		];
		for (const actor of outsiders) {
			await expect(submissions.one(actor, id)).rejects.toThrow(NotFound);
			await expect(submissions.ofPerson(actor, mine.personId)).rejects.toThrow(NotFound);
		}
		await expect(object(mine, noon, { version: 2 })).rejects.toThrow(NotFound);
		await expect(object(mine, noon, { key: "' or 1=1" })).rejects.toThrow(NotFound);
		await expect(submissions.one(mine, newId())).rejects.toThrow(NotFound);
		const mineToo = submissions.withdraw(other, { id, key: newId() }, noon);
		await expect(mineToo).rejects.toThrow(NotFound);
		expect((await submissions.waiting(staffOf(world.portal, 'bart'), noon)).total).toBe(0);
	});
});
