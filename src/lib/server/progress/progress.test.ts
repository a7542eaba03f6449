import { expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import { NotFound, refused } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import { caseloadOf, on, planB } from '../pip/test-caseload.ts';
import { eachEngine, residentOf, staffOf } from '../test-world.ts';
import * as progress from './progress.ts';

const goal = { id: 'g', sentence: 'speakDaily', lastOn: '2026-12-01' } as const;
const plan: pip.PipContent = { ...planB, goals: [goal] };
const meanwhile = refused({ form: 'changedMeanwhile' });

eachEngine('how far somebody is with goals and actions', (open) => {
	const caseload = caseloadOf(open);
	const anna = (): Staff => caseload.anna();

	async function withPlan(content = plan): Promise<string> {
		const { id } = await caseload.somebody();
		await publish(id, content, '2026-05-11');
		return id;
	}

	async function publish(personId: string, content: pip.PipContent, today: string) {
		const published = await caseload.publish(personId, content, today);
		if (!published.ok) throw new Error(JSON.stringify(published.problems));
	}

	async function now(personId: string) {
		const current = await pip.current(anna(), personId);
		if (!current) throw new Error('no plan');
		return progress.of(anna(), current);
	}

	const say = (
		seen: progress.PartSeen,
		state: progress.ProgressState,
		today = '2026-06-01',
		actor = anna(),
	) => progress.sayState(actor, seen, state, on(today));
	const move = (seen: progress.PartSeen, newDay: string, today = '2026-06-01', actor = anna()) =>
		progress.sayDay(actor, seen, { on: day(newDay), reason: 'moreTime' }, on(today));

	it('counts the last thing said of each, and keeps what was said before', async () => {
		const personId = await withPlan();
		expect(await now(personId)).toEqual({});
		await say({ personId, partId: 'g', seen: 0 }, 'begun');
		await say({ personId, partId: 'p', seen: 0 }, 'begun');
		await say({ personId, partId: 'p', seen: 1 }, 'done', '2026-06-09');
		await move({ personId, partId: 'g', seen: 1 }, '2027-02-01', '2026-06-10');
		const common = { newDay: null, stateOn: '2026-06-09', updatedOn: '2026-06-09' };
		expect(await now(personId)).toEqual({
			p: { ...common, number: 2, state: 'done' },
			g: {
				number: 2,
				state: 'begun',
				stateOn: '2026-06-01',
				updatedOn: '2026-06-10',
				newDay: { on: '2027-02-01', reason: 'moreTime' },
			},
		});
		const lines = await progress.history(anna(), personId);
		expect(
			lines.map(({ changedBy, number, partId, state }) => [partId, number, state, changedBy]),
		).toEqual(
			expect.arrayContaining([
				['g', 1, 'begun', 'anna'],
				['g', 2, 'begun', 'anna'],
				['p', 1, 'begun', 'anna'],
				['p', 2, 'done', 'anna'],
			]),
		);
		expect(lines).toHaveLength(4);
	});

	it('adds nothing when the same is said again, at once or later', async () => {
		const personId = await withPlan();
		const seen = { personId, partId: 'g', seen: 0 };
		const taps = await Promise.all([say(seen, 'begun'), say(seen, 'begun'), say(seen, 'begun')]);
		expect(taps.every(({ ok }) => ok)).toBe(true);
		expect(await say(seen, 'begun', '2026-07-01')).toMatchObject({ ok: true });
		expect(await move({ ...seen, seen: 1 }, '2027-01-01')).toMatchObject({ ok: true });
		expect(await move({ ...seen, seen: 1 }, '2027-01-01')).toMatchObject({ ok: true });
		expect(await progress.history(anna(), personId)).toHaveLength(2);
		expect((await now(personId))['g']).toMatchObject({ stateOn: '2026-06-01', number: 2 });
	});

	it('tells who did not see the last change, and loses nothing of it', async () => {
		const personId = await withPlan();
		const seen = { personId, partId: 'g', seen: 0 };
		const lead = staffOf(caseload.portal(), 'tess', ['teamLead']);
		await say(seen, 'done', '2026-06-01', lead);
		expect(await say(seen, 'begun')).toEqual(meanwhile);
		expect(await move(seen, '2027-01-01')).toEqual(meanwhile);
		expect(await say({ ...seen, seen: 7 }, 'begun')).toEqual(meanwhile);
		expect((await now(personId))['g']).toMatchObject({ number: 1, state: 'done' });
	});

	it('lets one of two at the same moment through', async () => {
		const personId = await withPlan();
		const seen = { personId, partId: 'g', seen: 0 };
		const both = await Promise.all([say(seen, 'begun'), say(seen, 'done')]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both).toContainEqual(meanwhile);
		expect(await progress.history(anna(), personId)).toHaveLength(1);
	});

	it('changes nothing of the plan, and goes along to a version that keeps the goal', async () => {
		const personId = await withPlan();
		const before = await pip.current(anna(), personId);
		await say({ personId, partId: 'g', seen: 0 }, 'begun');
		await say({ personId, partId: 'p', seen: 0 }, 'done');
		await move({ personId, partId: 'g', seen: 1 }, '2027-02-01');
		expect(await pip.current(anna(), personId)).toEqual(before);

		const draft = await pip.draft(anna(), personId, day('2026-06-15'));
		await publish(personId, draft.content, '2026-06-15');
		expect(await now(personId)).toMatchObject({
			g: { state: 'begun', newDay: { on: '2027-02-01' } },
			p: { state: 'done' },
		});

		await publish(personId, { ...plan, goals: [{ ...goal, lastOn: '2027-05-01' }] }, '2026-06-16');
		expect((await now(personId))['g']).toMatchObject({ state: 'begun', newDay: null });
		await publish(personId, { ...plan, goals: [] }, '2026-06-17');
		expect(await now(personId)).toEqual({});
		expect(await progress.history(anna(), personId)).toHaveLength(3);
	});

	it('takes an end day from today to the end of the term, for a goal', async () => {
		const personId = await withPlan();
		const seen = { personId, partId: 'g', seen: 0 };
		const past = refused({ newDayOn: 'goalDayPast' });
		const late = refused({ newDayOn: 'goalDayAfterTerm' });
		expect(await move(seen, '2026-05-31')).toEqual(past);
		expect(await move(seen, '2029-05-12')).toEqual(late);
		expect((await move(seen, '2026-06-01')).ok).toBe(true);
		expect((await move({ ...seen, seen: 1 }, '2029-05-11')).ok).toBe(true);
		await expect(move({ ...seen, partId: 'p' }, '2027-01-01')).rejects.toThrow(NotFound);
		expect((await move({ ...seen, seen: 2 }, '2026-12-01')).ok).toBe(true);
		expect((await now(personId))['g']).toMatchObject({ newDay: null, stateOn: null, number: 3 });
	});

	it('writes one line of the audit chain for each time it was said', async () => {
		const personId = await withPlan();
		const { t, read } = caseload.portal().store;
		const before = await read.$count(t.audit);
		const seen = { personId, partId: 'g', seen: 0 };
		await say(seen, 'begun');
		await say(seen, 'begun');
		await say(seen, 'done');
		const lines = (await read.select().from(t.audit).orderBy(t.audit.number)).slice(before);
		expect(lines.map(({ action, actor, personId: whom }) => [action, actor, whom])).toEqual([
			['progress.say', 'anna', personId],
			['progress.repeat', 'anna', personId],
			['progress.late', 'anna', personId],
		]);
	});

	it('is not found for whoever may not, nor of what is in no goal of the plan', async () => {
		const personId = await withPlan();
		const seen = { personId, partId: 'g', seen: 0 };
		const portal = caseload.portal();
		const strangers = [
			staffOf(portal, 'lee'),
			staffOf(portal, 'anna', ['klantmanager'], ['0589']),
			staffOf(portal, 'anna', ['administrator']),
		];
		for (const actor of strangers) {
			await expect(say(seen, 'done', '2026-06-01', actor)).rejects.toThrow(NotFound);
			await expect(move(seen, '2027-01-01', '2026-06-01', actor)).rejects.toThrow(NotFound);
			await expect(progress.history(actor, personId)).rejects.toThrow(NotFound);
		}
		for (const partId of ['a', 'b', '', "g'--", '__proto__']) {
			await expect(say({ ...seen, partId }, 'done')).rejects.toThrow(NotFound);
		}
		const { id: other } = await caseload.somebody();
		await expect(say({ ...seen, personId: other }, 'done')).rejects.toThrow(NotFound);
		await expect(progress.history(residentOf(portal, other), personId)).rejects.toThrow(NotFound);
		expect(await progress.history(residentOf(portal, personId), personId)).toEqual([]);
	});

	it('cannot be rewritten or taken away', async () => {
		const personId = await withPlan();
		await say({ personId, partId: 'g', seen: 0 }, 'begun');
		const { store } = caseload.portal();
		const { goalProgress } = store.t;
		for (const attempt of [
			() => store.touch((tx) => tx.update(goalProgress).set({ state: 'done' })),
			() => store.touch((tx) => tx.delete(goalProgress)),
		]) {
			await expect(attempt()).rejects.toThrow();
		}
		expect((await now(personId))['g']).toMatchObject({ state: 'begun' });
	});
});
