import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { Conflict, NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, residentOf, staffOf, system, type World } from '../test-world.ts';
import * as diary from './diary.ts';
import { on, share, somebody, today, written } from './test-diary.ts';

eachEngine('the diary', (open) => {
	let world: World;
	let amina: Resident;

	beforeEach(async () => {
		world = await open();
		amina = await somebody(world.portal);
	});
	afterEach(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const seenBy = (actor = kim()) => diary.shared(actor, amina.personId, today);

	it('takes a line with one tap, from today and for nobody else', async () => {
		const id = newId();
		await diary.write(amina, { id, reason: 'noPlace' }, today);
		await diary.write(amina, { id, reason: 'noPlace' }, on('2026-11-24'));
		expect(await diary.own(amina)).toEqual([
			{
				id,
				reason: 'noPlace',
				sinceOn: '2026-11-23',
				untilOn: null,
				words: null,
				writtenOn: '2026-11-23',
				sharedOn: null,
				sharesWords: false,
				revision: 0,
			},
		]);
		expect(await seenBy()).toEqual([]);
	});

	it('takes another answer after going back for the one that was meant, and shares it no more', async () => {
		const id = newId();
		await diary.write(amina, { id, reason: 'noPlace' }, today);
		expect(await share(amina, id)).toMatchObject({ ok: true });
		await diary.write(amina, { id, reason: 'illness' }, today);
		expect(await diary.own(amina)).toMatchObject([{ id, reason: 'illness', sharedOn: null }]);
		expect(await seenBy()).toEqual([]);
	});

	it('shows the gemeente a shared line, its words only when the person wants that', async () => {
		const id = await written(amina, 'waitingList', { words: 'Bij de kringloop in Joure.' });
		await share(amina, id);
		const days = { sinceOn: '2026-11-23', untilOn: null };
		const line = { reason: 'waitingList', days, isOver: false, sharedOn: '2026-11-23' };
		expect(await seenBy()).toEqual([{ ...line, words: null }]);
		await share(amina, id, true);
		expect(await seenBy()).toEqual([{ ...line, words: 'Bij de kringloop in Joure.' }]);
		await diary.unshare(amina, id, today);
		expect(await seenBy()).toEqual([]);
		expect(await diary.line(amina, id)).toMatchObject({ sharedOn: null, sharesWords: false });
	});

	it.each(['illness', 'pregnancy', 'grief'] as const)(
		'shows of %s the word alone, whatever is asked',
		async (reason) => {
			const id = await written(amina, reason, { words: 'Dokter Ahmed zegt het.' });
			expect(await share(amina, id, true)).toMatchObject({ ok: true });
			const word = { reason, days: null, words: null, sharedOn: '2026-11-23' };
			expect(await seenBy()).toEqual([{ ...word, isOver: false }]);
			await diary.end(amina, id, today);
			const later = await diary.shared(kim(), amina.personId, on('2026-11-24'));
			expect(later).toEqual([{ ...word, isOver: true }]);
		},
	);

	it('keeps what is shared when a day changes, and nothing when the reason or the words do', async () => {
		const id = await written(amina, 'busy', { words: 'Avondschool' });
		const { revision: seen, ...line } = await diary.line(amina, id);
		await share(amina, id, true);
		const { reason, words } = line;
		const content = { reason, words, sinceOn: day('2026-11-02'), untilOn: day('2026-11-20') };
		await diary.change(amina, { id, seen, content }, today);
		expect(await seenBy()).toMatchObject([
			{ words, days: { sinceOn: '2026-11-02', untilOn: '2026-11-20' }, isOver: true },
		]);
		const other = { ...content, words: 'Avondschool, en mijn moeder is ziek' };
		await diary.change(amina, { id, seen: seen + 1, content: other }, today);
		expect(await seenBy()).toEqual([]);
		expect(await diary.line(amina, id)).toMatchObject({ sharedOn: null, sharesWords: false });
	});

	it('shares and changes only what the page showed', async () => {
		const id = await written(amina, 'noPlace');
		const { revision: seen } = await diary.line(amina, id);
		const content = {
			reason: 'illness',
			sinceOn: day('2026-11-23'),
			untilOn: null,
			words: null,
		} as const;
		await diary.change(amina, { id, seen, content }, today);
		const moved = { ok: false, problems: { form: 'changedMeanwhile' } };
		expect(await diary.share(amina, { id, seen, withWords: true }, today)).toEqual(moved);
		expect(await diary.change(amina, { id, seen, content }, today)).toEqual(moved);
		expect(await seenBy()).toEqual([]);
	});

	it('ends with today, or on the day it begins, and once', async () => {
		const id = await written(amina, 'transport');
		await diary.end(amina, id, today);
		await diary.end(amina, id, on('2026-12-01'));
		expect(diary.lastDayOf(await diary.line(amina, id))).toBe('2026-11-23');
		const later = await written(amina, 'busy', { sinceOn: day('2026-12-07') });
		await diary.end(amina, later, today);
		expect(diary.lastDayOf(await diary.line(amina, later))).toBe('2026-12-07');
	});

	it('refuses a last day before the first', async () => {
		const id = await written(amina, 'busy');
		const line = await diary.line(amina, id);
		const content = { ...line, untilOn: line.sinceOn };
		const outcome = await diary.change(amina, { id, seen: line.revision, content }, today);
		expect(outcome).toEqual({ ok: false, problems: { lastOn: 'endBeforeBegin' } });
	});

	it('deletes: no row is left, and nobody sees the line', async () => {
		const id = await written(amina, 'illness', { words: 'x' });
		await share(amina, id);
		await diary.remove(amina, id, today);
		await diary.remove(amina, id, today);
		expect(await diary.own(amina)).toEqual([]);
		expect(await seenBy()).toEqual([]);
		expect(await world.portal.store.read.$count(world.portal.store.t.diaryLines)).toBe(0);
	});

	it('is not found for anybody else, nor are its shared lines out of the caseload', async () => {
		const id = await written(amina, 'noPlace');
		await share(amina, id);
		const other = await somebody(world.portal);
		const { revision: seen, ...line } = await diary.line(amina, id);
		const attempts = (actor: Resident) => [
			diary.line(actor, id),
			diary.write(actor, { id, reason: 'busy' }, today),
			diary.change(actor, { id, seen, content: line }, today),
			diary.end(actor, id, today),
			diary.share(actor, { id, seen, withWords: true }, today),
			diary.unshare(actor, id, today),
		];
		for (const outcome of await Promise.allSettled(attempts(other))) {
			expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) });
		}
		await diary.remove(other, id, today);
		for (const bad of ['x', '', `${id}'`, newId()]) {
			await expect(diary.line(amina, bad)).rejects.toThrow(NotFound);
		}
		const outsiders = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['klantmanager'], ['0632']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of outsiders) await expect(seenBy(actor)).rejects.toThrow(NotFound);
		const nosy = { ...system(world.portal) } as never;
		await expect(seenBy(nosy)).rejects.toThrow(NotFound);
		await expect(diary.own(residentOf(world.portal, newId()))).rejects.toThrow(NotFound);
		expect(await diary.line(amina, id)).toMatchObject({ reason: 'noPlace' });
		expect(await seenBy(staffOf(world.portal, 'tess', ['teamLead']))).toHaveLength(1);
	});

	it('does not open in another row or for another person', async () => {
		const id = await written(amina, 'noPlace');
		const other = await somebody(world.portal);
		const { store } = world.portal;
		await store.touch((tx) => tx.update(store.t.diaryLines).set({ personId: other.personId }));
		await expect(diary.own(other)).rejects.toThrow();
		await expect(diary.line(amina, id)).rejects.toThrow(NotFound);
	});

	it('of two who change it at once, one is told', async () => {
		const id = await written(amina, 'noPlace');
		const { revision: seen, ...line } = await diary.line(amina, id);
		const change = (words: string) =>
			diary
				.change(amina, { id, seen, content: { ...line, words } }, today)
				.catch((problem: unknown) => {
					expect(problem).toBeInstanceOf(Conflict);
					return { ok: false } as const;
				});
		const outcomes = await Promise.all([change('a'), change('b')]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('is shared no longer once that was taken back, also where it changed in the same moment', async () => {
		const id = await written(amina, 'noPlace');
		await share(amina, id);
		const { store } = world.portal;
		const { diaryLines: t } = store.t;
		const begun = Promise.withResolvers<null>();
		// The other tab corrects a day: it holds the row while this one takes the sharing back.
		const changed = store.touch(async (tx) => {
			await tx.update(t).set({ revision: 7 });
			begun.resolve(null);
			await setTimeout(500);
		});
		await begun.promise;
		await Promise.all([changed, diary.unshare(amina, id, today)]);
		expect(await seenBy()).toEqual([]);
		expect(await diary.line(amina, id)).toMatchObject({ revision: 7, sharedOn: null });
	});
});
