import { afterEach, beforeEach, expect, it } from 'vitest';
import { addMonths, day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { Conflict, NotFound, refused } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as proposals from './proposals.ts';
import { content, moment, newResident, proposed, seenNow, valueOf } from './test-proposals.ts';

eachEngine('a proposal', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	const said = <const Word>(reason: Word, note: string | null = null) => ({ reason, note });

	it('keeps what was filled in, and is sent once however often', async () => {
		const id = valueOf(await proposals.startDraft(resident, moment));
		expect(await proposals.startDraft(resident, moment)).toEqual({ ok: true, value: id });
		const { activity, note } = content;
		valueOf(await proposals.saveStep(resident, id, { activity, note }, moment));
		expect(await proposals.send(resident, id, moment)).toMatchObject({
			problems: { organisation: 'missing', startsOn: 'missing', hoursPerWeek: 'missing' },
		});
		const saved = valueOf(await proposals.saveStep(resident, id, content, moment));
		expect(saved.content).toEqual(content);
		expect(await proposals.drafts(resident)).toHaveLength(1);
		const seen = proposals.fingerprint(resident, saved.content);
		const taps = [1, 2, 3].map(() => proposals.send(resident, id, moment, seen));
		expect(await Promise.all(taps)).toEqual(Array(3).fill({ ok: true, value: id }));
		expect(await proposals.drafts(resident)).toEqual([]);
		expect(await proposals.list(resident, resident.personId)).toHaveLength(1);
		expect(await proposals.proposal(resident, id)).toMatchObject({ ...content, state: 'sent' });
	});

	it('is not sent when something else was seen, nor under a number that is used', async () => {
		const id = valueOf(await proposals.startDraft(resident, moment));
		valueOf(await proposals.saveStep(resident, id, content, moment));
		expect(await proposals.send(resident, id, moment, 'x')).toEqual(
			refused({ form: 'changedMeanwhile' }),
		);
		valueOf(await proposals.send(resident, id, moment));
		await expect(proposals.send(resident, id, moment, 'x')).rejects.toThrow(Conflict);
		const other = { ...content, hoursPerWeek: 9 };
		await expect(proposals.sendAs(resident, id, other, moment)).rejects.toThrow(Conflict);
		const neighbour = await newResident(world);
		await expect(proposals.sendAs(neighbour, id, content, moment)).rejects.toThrow(NotFound);
	});

	it('is asked whole: a place, own words for something else, a day to come, hours of one week', async () => {
		const id = valueOf(await proposals.startDraft(resident, moment));
		const save = async (answers: proposals.PartialContent) => {
			const saved = await proposals.saveStep(resident, id, answers, moment);
			return saved.ok ? null : saved.problems;
		};
		expect(await save({ activity: 'other' })).toEqual({ note: 'missing' });
		expect(await save({ activity: 'taalles' })).toEqual({ activity: 'notAChoice' });
		expect(await save({ activity: 'pvt' })).toEqual({ activity: 'notAChoice' });
		expect(await save({ organisation: '  ' })).toEqual({ organisation: 'missing' });
		expect(await save({ organisation: 'x'.repeat(121) })).toEqual({ organisation: 'tooLong' });
		expect(await save({ note: 'x'.repeat(501) })).toEqual({ note: 'tooLong' });
		expect(await save({ startsOn: day('2026-11-22') })).toEqual({ startsOn: 'startPast' });
		expect(await save({ startsOn: moment.today })).toBeNull();
		expect(await save({ startsOn: addMonths(moment.today, 12) })).toBeNull();
		expect(await save({ startsOn: day('2027-11-24') })).toEqual({ startsOn: 'startTooFar' });
		expect(await save({ hoursPerWeek: 0 })).toEqual({ hoursPerWeek: 'tooFew' });
		expect(await save({ hoursPerWeek: 41 })).toEqual({ hoursPerWeek: 'tooMany' });
		expect(await save({ hoursPerWeek: 1.5 })).toEqual({ hoursPerWeek: 'notAWholeNumber' });
	});

	it('asks no criterion that the activity cannot be without', async () => {
		const { dutchSpoken: _said, together: _also, ...rest } = content;
		const id = valueOf(await proposals.startDraft(resident, moment));
		valueOf(await proposals.saveStep(resident, id, { ...rest, activity: 'taalcafe' }, moment));
		valueOf(await proposals.send(resident, id, moment));
		const known = { dutchSpoken: 'yes', together: 'yes' };
		expect(await proposals.proposal(resident, id)).toMatchObject(known);
	});

	it('is for who can declare hours: not under the law of 2013, nor before there is a plan', async () => {
		const before = await newResident(world, null, '2021-06-01');
		const waiting = await newResident(world, null);
		const refusals = { [before.personId]: 'wi2013', [waiting.personId]: 'noPlan' } as const;
		for (const actor of [before, waiting]) {
			const problem = refused({ form: refusals[actor.personId] ?? 'missing' });
			expect(await proposals.startDraft(actor, moment)).toEqual(problem);
			expect(await proposals.sendAs(actor, newId(), content, moment)).toEqual(problem);
		}
	});

	it('tells the person the reason and the own words, and who did what', async () => {
		const id = await proposed(resident);
		valueOf(await proposals.ask(kim(), { id, events: 1 }, said('whoIsThere'), moment));
		const empty = await proposals.answer(resident, { id, events: 2 }, '', moment);
		expect(empty).toEqual(refused({ answer: 'missing' }));
		valueOf(await proposals.answer(resident, { id, events: 2 }, 'ሳራ', moment));
		const words = 'x'.repeat(501);
		const tooLong = await proposals.notApprove(
			kim(),
			{ id, events: 3 },
			said('aloneThere', words),
			moment,
		);
		expect(tooLong).toEqual(refused({ note: 'tooLong' }));
		const kind = said('placeNotSuitable', 'Wij bellen u.');
		valueOf(await proposals.notApprove(kim(), { id, events: 3 }, kind, moment));
		const { state, events } = await proposals.proposal(resident, id);
		expect(state).toBe('notApproved');
		expect(events.map(({ kind, reason, note, by }) => [kind, reason, note, by])).toEqual([
			['sent', null, null, resident.id],
			['asked', 'whoIsThere', null, 'kim'],
			['answered', null, 'ሳራ', resident.id],
			['notApproved', 'placeNotSuitable', 'Wij bellen u.', 'kim'],
		]);
	});

	it('is not decided by who did not see the last answer, and lets one of two at once through', async () => {
		const id = await proposed(resident);
		const seen = await seenNow(resident, id);
		const lead = staffOf(world.portal, 'lead', ['teamLead']);
		const both = await Promise.all([
			proposals.approve(kim(), seen, said(null), moment),
			proposals.notApprove(lead, seen, said('aloneThere'), moment),
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const late = await proposals.ask(kim(), seen, said('whichDays'), moment);
		expect(late).toEqual(refused({ form: 'changedMeanwhile' }));
		const withdrawn = await proposals.withdraw(resident, await seenNow(resident, id), moment);
		expect(withdrawn).toEqual(refused({ form: 'alreadyDecided' }));
		expect((await proposals.proposal(resident, id)).events).toHaveLength(2);
	});

	it('waits in the work queue of its caseload, longest first', async () => {
		const first = await proposed(resident);
		const second = await proposed(await newResident(world));
		valueOf(await proposals.ask(kim(), { id: first, events: 1 }, said('whichDays'), moment));
		const ids = async () => (await proposals.waiting(kim())).rows.map(({ id }) => id);
		expect(await ids()).toEqual([second]);
		const later = { ...moment, now: moment.now + 60_000 };
		valueOf(await proposals.answer(resident, { id: first, events: 2 }, 'ሰኑይ', later));
		const { total, rows } = await proposals.waiting(kim());
		expect(total).toBe(2);
		expect(new Set(rows.map(({ isAnswered }) => isAnswered))).toEqual(new Set([true, false]));
		const strangers = [
			staffOf(world.portal, 'robin'),
			staffOf(world.portal, 'lead', ['teamLead'], ['0085']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of strangers) {
			expect(await proposals.waiting(actor)).toEqual({ total: 0, rows: [] });
		}
	});

	it('does not exist for anybody else', async () => {
		const id = await proposed(resident);
		const draft = valueOf(await proposals.startDraft(resident, moment));
		const neighbour = await newResident(world);
		const seen = { id, events: 1 };
		const strangers = [
			neighbour,
			staffOf(world.portal, 'robin'),
			staffOf(world.portal, 'lead', ['teamLead'], ['0085']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of strangers) {
			await expect(proposals.proposal(actor, id)).rejects.toThrow(NotFound);
			await expect(proposals.list(actor, resident.personId)).rejects.toThrow(NotFound);
			if (actor.kind !== 'staff') continue;
			await expect(proposals.approve(actor, seen, said(null), moment)).rejects.toThrow(NotFound);
			const end = proposals.end(actor, seen, said('activityStopped'), moment);
			await expect(end).rejects.toThrow(NotFound);
		}
		await expect(proposals.saveStep(neighbour, draft, content, moment)).rejects.toThrow(NotFound);
		await expect(proposals.send(neighbour, draft, moment)).rejects.toThrow(NotFound);
		await expect(proposals.send(neighbour, id, moment)).rejects.toThrow(NotFound);
		await expect(proposals.answer(neighbour, seen, 'x', moment)).rejects.toThrow(NotFound);
		await expect(proposals.withdraw(neighbour, seen, moment)).rejects.toThrow(NotFound);
		await expect(proposals.stop(neighbour, seen, moment)).rejects.toThrow(NotFound);
		await proposals.dropDraft(neighbour, draft);
		expect(await proposals.findDraft(resident, draft)).not.toBeNull();
		expect(await proposals.approved(neighbour)).toEqual([]);
	});

	it('has a history that cannot be rewritten, sealed words, and an audit line for each thing', async () => {
		const id = await proposed(resident);
		const { store } = world.portal;
		const { proposals: t, proposalEvents, audit } = store.t;
		const before = await store.read.$count(audit);
		const seen = { id, events: 1 };
		await proposals.approve(kim(), seen, said('sendProof', 'Geheim'), moment);
		await proposals.approve(kim(), seen, said('sendProof', 'Geheim'), moment);
		await proposals.ask(kim(), seen, said('whichDays'), moment);
		const lines = (await store.read.select().from(audit).orderBy(audit.number)).slice(before);
		expect(lines.map(({ action, personId }) => [action, personId])).toEqual([
			['proposal.approved', resident.personId],
			['proposal.repeated', resident.personId],
			['proposal.tooLate', resident.personId],
		]);
		for (const attempt of [
			() => store.touch((tx) => tx.update(proposalEvents).set({ kind: 'asked' })),
			() => store.touch((tx) => tx.delete(proposalEvents)),
		]) {
			await expect(attempt()).rejects.toThrow();
		}
		const stored = JSON.stringify([
			await store.read.select().from(t),
			await store.read.select().from(proposalEvents),
			lines,
		]);
		expect(stored).not.toContain('Geheim');
		expect(stored).not.toContain('ክሕግዝ');
	});
});
