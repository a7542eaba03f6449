import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { Conflict, NotFound, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as modules from '../modules/modules.ts';
import * as pip from '../pip/pip.ts';
import * as progress from '../progress/progress.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as timeline from '../timeline/timeline.ts';
import * as translations from '../translations/translations.ts';
import * as talks from './talks.ts';
import { at, type Cast, castOf, ok, planned, signed } from './test-talks.ts';

eachEngine('talks: the report and what comes of it', (open) => {
	let world: World;
	let cast: Cast;
	let itemId: string;

	beforeEach(async () => {
		world = await open();
		cast = await castOf(world);
		itemId = await planned(cast);
	});
	afterEach(() => world.close());

	const report = () => talks.report(cast.amina, cast.personId, itemId);

	it('is read by the person only once it was signed off, and tells so once', async () => {
		const { amina, kim, personId } = cast;
		await expect(report()).rejects.toThrow(NotFound);
		await signed(cast, itemId);
		const { content, ...rest } = await report();
		expect(rest).toMatchObject({ version: 1, heldOn: '2026-12-01', signedBy: 'kim' });
		expect(talks.shown(content, 'ti')).toMatchObject({
			good: [{ sentence: 'goodDutch' }],
			agreed: [{ party: 'you', goal: 'goal', agreement: { sentence: 'join' } }],
		});
		const { read, t } = world.portal.store;
		const told = await read.select().from(t.notices).where(eq(t.notices.kind, 'talkReport'));
		expect(told).toMatchObject([{ personId, subject: itemId }]);
		const again = { itemId, revision: 1, heldOn: day('2026-12-01') };
		expect((await ok(talks.sign(kim, personId, again, at('2026-12-01')))).version).toBe(1);
		expect(await talks.reports(amina, personId, itemId)).toHaveLength(1);
		expect(JSON.stringify(await read.select().from(t.talkReports))).not.toContain('Buurthuis');
	});

	it('never changes: what was wrong is said in the next version, of the same words', async () => {
		const { kim, personId } = cast;
		await signed(cast, itemId);
		const { portal } = world;
		const { talkReports } = portal.store.t;
		await expect(
			portal.store.touch((tx) => tx.update(talkReports).set({ heldOn: '2026-01-01' })),
		).rejects.toThrow();
		await expect(portal.store.touch((tx) => tx.delete(talkReports))).rejects.toThrow();
		const { content, isBegun, revision } = await talks.draft(kim, personId, itemId);
		expect(isBegun).toBe(false);
		const more = await ok(
			Promise.resolve(talks.editing.withWords(content, 'hard', 'De reis duurt lang.')),
		);
		const seen = await ok(talks.saveDraft(kim, personId, itemId, more, revision, at('2026-12-02')));
		const signing = { itemId, revision: seen, heldOn: day('2026-11-30') };
		await ok(talks.sign(kim, personId, signing, at('2026-12-02')));
		const all = await talks.reports(kim, personId, itemId);
		expect(all.map(({ heldOn, version }) => [version, heldOn])).toEqual([
			[2, '2026-11-30'],
			[1, '2026-12-01'],
		]);
		expect(await talks.heldOn(portal, personId)).toEqual(['2026-11-30']);
		const { texts } = await translations.panel(kim, personId);
		expect(texts.map(({ dutch }) => dutch)).toContain('De reis duurt lang.');
	});

	it('loses nothing of a colleague, and refuses what cannot be signed off', async () => {
		const { kim, personId } = cast;
		const { content } = await talks.draft(kim, personId, itemId);
		const words = await ok(Promise.resolve(talks.editing.withWords(content, 'good', 'Goed.')));
		const save = (seen: number) =>
			talks.saveDraft(kim, personId, itemId, words, seen, at('2026-12-01'));
		const sign = (revision: number, heldOn: string) =>
			talks.sign(kim, personId, { itemId, revision, heldOn: day(heldOn) }, at('2026-12-01'));
		expect(await ok(save(0))).toBe(1);
		expect(await save(0)).toEqual(refused({ form: 'changedMeanwhile' }));
		expect(await sign(0, '2026-12-01')).toEqual(refused({ form: 'changedMeanwhile' }));
		expect(await sign(1, '2026-12-02')).toEqual(refused({ heldOn: 'future' }));
		const empty = talks.editing.without(words, words.good[0]?.id ?? '');
		await ok(talks.saveDraft(kim, personId, itemId, empty, 1, at('2026-12-01')));
		expect(await sign(2, '2026-12-01')).toEqual(refused({ form: 'missing' }));
		const both = await Promise.all([save(2), save(2)]);
		expect(both.filter(({ ok: isSaved }) => isSaved)).toHaveLength(1);
	});

	it('takes sentences of the catalogue with every fact they have, and no other', async () => {
		const { content } = await talks.draft(cast.kim, cast.personId, itemId);
		const { withAgreement, withPlanned, withRemark } = talks.editing;
		expect(withRemark(content, 'goodHours', {})).toEqual(refused({ hours: 'missing' }));
		expect(withRemark(content, 'goodHours', { hours: '-1' })).toEqual(
			refused({ hours: 'notAWholeNumber' }),
		);
		for (const id of ['', 'constructor', '__proto__', 'digid']) {
			expect(withRemark(content, id, {})).toEqual(refused({ sentence: 'notAChoice' }));
		}
		const nowhere = { goal: null, lastOn: null };
		expect(withAgreement(content, 'goodDutch', {}, nowhere)).toEqual(
			refused({ sentence: 'notAChoice' }),
		);
		const plan = (await pip.current(cast.kim, cast.personId))?.content;
		if (!plan) throw new Error('no plan');
		expect(withPlanned(content, plan, 'other', null)).toEqual(refused({ sentence: 'notAChoice' }));
		const many = Array.from({ length: 41 }).reduce<ReturnType<typeof withRemark>>(
			(all) => (all.ok ? withRemark(all.value, 'goodDutch', {}) : all),
			{ ok: true, value: content },
		);
		expect(many).toEqual(refused({ form: 'tooMany' }));
	});

	it('keeps the person’s own view beside it, and waits when it was not understood', async () => {
		const { amina, kim, personId } = cast;
		const said = { itemId, language: 'ti', key: newId() };
		const remark = () => talks.remark(amina, { ...said, words: 'ኣይኮነን' }, at('2026-12-03'));
		await expect(remark()).rejects.toThrow(NotFound);
		await signed(cast, itemId);
		await Promise.all([remark(), remark()]);
		await expect(talks.remark(amina, { ...said, words: 'ካልእ' }, at('2026-12-03'))).rejects.toThrow(
			Conflict,
		);
		const ask = (on: string) => talks.notUnderstood(amina, { ...said, key: newId() }, at(on));
		await ask('2026-12-03');
		await ask('2026-12-04');
		expect(await talks.reaction(kim, personId, itemId)).toEqual({
			remarks: [{ words: 'ኣይኮነን', language: 'ti', version: 1, saidOn: '2026-12-03' }],
			notUnderstoodSince: '2026-12-03',
			settledOn: null,
		});
		const [line] = await talks.overview(kim, at('2026-12-05'));
		expect(line?.notUnderstood).toBe(itemId);
		await talks.settle(kim, personId, itemId, at('2026-12-05'));
		await talks.settle(kim, personId, itemId, at('2026-12-06'));
		expect(await talks.reaction(amina, personId, itemId)).toMatchObject({
			notUnderstoodSince: null,
			settledOn: '2026-12-05',
		});
		await ask('2026-12-07');
		expect((await talks.reaction(kim, personId, itemId)).notUnderstoodSince).toBe('2026-12-07');
		const lee = staffOf(world.portal, 'lee');
		await expect(talks.settle(lee, personId, itemId, at('2026-12-08'))).rejects.toThrow(NotFound);
	});

	it('brings what was agreed into the draft of the plan, under its goal, and never twice', async () => {
		const { kim, personId } = cast;
		const agreementId = await signed(cast, itemId);
		const moment = at('2026-12-02');
		const carry = () => ok(talks.carry(kim, personId, itemId, moment));
		const before = await talks.carried(kim, personId, itemId, moment.today);
		expect(before).toMatchObject({ toDraft: [{ agreement: { id: agreementId } }], toBegin: [] });
		await carry();
		await carry();
		const { content } = await pip.draft(kim, personId, moment.today);
		expect(content.agreements.map(({ goal, id }) => [id, goal])).toEqual([
			['action', 'goal'],
			['alone', undefined],
			[agreementId, 'goal'],
		]);
		expect(await talks.carried(kim, personId, itemId, moment.today)).toEqual({
			toDraft: [],
			toBegin: [],
			inDraft: 1,
		});
	});

	it('begins an action of the plan that was agreed again, and leaves one that is done', async () => {
		const { kim, personId } = cast;
		const plan = await pip.current(kim, personId);
		if (!plan) throw new Error('no plan');
		const { content, revision } = await talks.draft(kim, personId, itemId);
		const again = await ok(
			Promise.resolve(talks.editing.withPlanned(content, plan.content, 'action', null)),
		);
		const seen = await ok(
			talks.saveDraft(kim, personId, itemId, again, revision, at('2026-12-01')),
		);
		const signing = { itemId, revision: seen, heldOn: day('2026-12-01') };
		await ok(talks.sign(kim, personId, signing, at('2026-12-01')));
		await ok(talks.carry(kim, personId, itemId, at('2026-12-02')));
		expect(await progress.of(kim, plan)).toMatchObject({ action: { state: 'begun', number: 1 } });
		const part = { personId, partId: 'action', seen: 1 };
		await ok(progress.sayState(kim, part, 'done', at('2026-12-09')));
		await ok(talks.carry(kim, personId, itemId, at('2026-12-10')));
		expect(await progress.of(kim, plan)).toMatchObject({ action: { state: 'done', number: 2 } });
		const { read, t } = world.portal.store;
		expect(await read.select().from(t.pipDrafts)).toEqual([]);
	});

	it('counts as held on the timeline, and the next one is due', async () => {
		const { kim, personId } = cast;
		const [before] = await talks.overview(kim, at('2026-11-25'));
		expect(before).toMatchObject({ perYear: 2, held: 0, planned: { itemId }, isDue: false });
		expect(before).toMatchObject({ isLate: true, dueOn: '2026-09-02' });
		const [waits] = await talks.overview(kim, at('2026-12-01'));
		expect(waits).toMatchObject({ planned: null, toReport: { itemId }, isDue: false });
		await signed(cast, itemId);
		const [after] = await talks.overview(kim, at('2026-12-02'));
		expect(after).toMatchObject({ held: 1, dueOn: '2027-03-02', isLate: false, toReport: null });
		expect(await talks.due(kim, at('2027-01-10'))).toEqual([]);
		expect(await talks.due(kim, at('2027-01-25'))).toMatchObject([{ personId, isLate: false }]);
		expect(await talks.due(staffOf(world.portal, 'lee'), at('2027-01-25'))).toEqual([]);
		const line = await timeline.of(kim, personId, at('2026-12-02'));
		const [first] = timeline
			.entriesOf(line)
			.filter(({ what }) => what.kind === 'step' && what.key === 'voortgangsgesprek');
		expect(first).toMatchObject({ state: 'done', when: { kind: 'on', on: '2026-12-01' } });
		const { rows } = await timeline.late(kim, at('2027-06-01'));
		expect(rows.map(({ key }) => key)).not.toContain('voortgangsgesprek');
	});

	it('asks for no talk any more with who has the diploma', async () => {
		const { kim, personId } = await castOf(world, { leerroute: 'B' });
		const none = { part: null, outcome: null, withWhom: null, slot: null, seen: 0 } as const;
		const what = { ...none, personId, source: 'duo', on: day('2026-05-04') } as const;
		for (const kind of ['pvtSigned', 'moduleMapEindgesprek', 'diploma'] as const) {
			expect(await modules.record(kim, { ...what, kind }, at('2026-06-01'))).toMatchObject({
				ok: true,
			});
		}
		const due = await talks.due(kim, at('2027-01-25'));
		expect(due.map((line) => line.personId)).not.toContain(personId);
	});

	it('brings nothing twice when two take it along at about the same time', async () => {
		const { kim, personId } = cast;
		const agreementId = await signed(cast, itemId);
		const moment = at('2026-12-02');
		const turns = (count: number) =>
			Array.from({ length: count }).reduce<Promise<void>>(
				(before) => before.then(() => undefined),
				Promise.resolve(),
			);
		await Promise.all(
			Array.from({ length: 60 }, async (_, nth) => {
				await turns(nth * 4);
				await talks.carry(kim, personId, itemId, moment);
			}),
		);
		const { content } = await pip.draft(kim, personId, moment.today);
		expect(content.agreements.filter(({ id }) => id === agreementId)).toHaveLength(1);
	});

	it('brings nothing again that a later version of the plan left out', async () => {
		const { kim, personId } = cast;
		await signed(cast, itemId);
		await ok(talks.carry(kim, personId, itemId, at('2026-12-02')));
		const { content } = await pip.draft(kim, personId, day('2026-12-02'));
		const without = { ...content, agreements: content.agreements.slice(0, 2) };
		const { store } = world.portal;
		const { pipDrafts, pips } = store.t;
		const [first] = await store.read.select().from(pips).where(eq(pips.personId, personId));
		if (!first) throw new Error('no plan');
		const next = [
			{ ...first, id: newId(), version: 2, dagtekeningOn: '2026-12-03', content },
			{ ...first, id: newId(), version: 3, dagtekeningOn: '2026-12-10', content: without },
		];
		await store.touch((tx) => tx.insert(pips).values(next));
		await store.touch((tx) => tx.delete(pipDrafts).where(eq(pipDrafts.personId, personId)));
		const { inDraft, toDraft } = await talks.carried(kim, personId, itemId, day('2026-12-11'));
		expect({ inDraft, toDraft }).toEqual({ inDraft: 0, toDraft: [] });
	});

	it('never says that another day was signed off than the one that was', async () => {
		const { kim, personId } = cast;
		await signed(cast, itemId);
		const other = { itemId, revision: 1, heldOn: day('2026-11-30') };
		expect(await talks.sign(kim, personId, other, at('2026-12-01'))).toEqual(
			refused({ form: 'changedMeanwhile' }),
		);
	});
});
