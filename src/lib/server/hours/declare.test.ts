import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { Conflict } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import {
	content,
	declared,
	moment,
	newResident,
	startedDraft,
	totals,
	valueOf,
} from './test-hours.ts';

const withoutNote: hours.Content = { ...content, note: null };

eachEngine('declaring hours', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());

	it('keeps what is filled in, step by step, and sends it once', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, { activity: 'volunteering', note: content.note }, moment);
		expect(await hours.declare(resident, draft, [], moment)).toMatchObject({
			ok: false,
			problems: { organisation: 'missing', doneOn: 'missing', minutes: 'missing' },
		});
		expect((await hours.draft(resident, draft)).content.note).toBe(content.note);
		const { activity: _activity, note: _note, ...rest } = content;
		await hours.saveStep(resident, draft, rest, moment);
		const receipt = valueOf(await hours.declare(resident, draft, [], moment));
		expect(receipt.id).toBe(draft);
		expect(receipt.receiptNumber).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(await hours.findDraft(resident, draft)).toBeNull();
		const entry = await hours.entry(resident, draft);
		expect(entry).toMatchObject({ state: 'received', note: content.note, declaredMinutes: 180 });
		expect(entry.events).toMatchObject([{ number: 1, kind: 'declared', minutes: 180 }]);
	});

	it('gives the same receipt when a declaration comes again, and one entry', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		const seen = { fingerprint: hours.fingerprint(resident, content), checks: [] };
		const first = await hours.declare(resident, draft, [], moment, seen);
		const later = { ...moment, now: moment.now + 60_000 };
		expect(await hours.declare(resident, draft, [], later, seen)).toEqual(first);
		expect(await hours.declareAs(resident, draft, content, [], later)).toEqual(first);
		expect(await hours.list(resident, resident.personId)).toHaveLength(1);
		expect((await hours.entry(resident, draft)).events).toHaveLength(1);
	});

	it('refuses the same key with another content', async () => {
		const { id } = await declared(resident);
		const other = { ...content, minutes: 195 };
		await expect(hours.declareAs(resident, id, other, [], moment)).rejects.toThrow(Conflict);
		const seen = { fingerprint: hours.fingerprint(resident, other), checks: [] };
		await expect(hours.declare(resident, id, [], moment, seen)).rejects.toThrow(Conflict);
		expect(await totals(resident)).toMatchObject({ waitingMinutes: 180 });
	});

	it('keeps other answers under a used key as a draft of their own, once', async () => {
		const { id } = await declared(resident);
		const other = { ...content, minutes: 195 };
		const kept = await hours.keepApart(resident, other, moment);
		expect(kept).not.toBe(id);
		expect(await hours.keepApart(resident, other, moment)).toBe(kept);
		expect(await hours.drafts(resident)).toMatchObject([{ id: kept, content: { minutes: 195 } }]);
		expect(await hours.keepApart(resident, { ...other, minutes: 7 }, moment)).toBeNull();
		expect(await totals(resident)).toMatchObject({ waitingMinutes: 180 });
	});

	it('keeps when the device says it was made, beside when it was received', async () => {
		const madeAt = moment.now - 3_600_000;
		const [first, second] = [newId(), newId()];
		valueOf(await hours.declareAs(resident, first, content, [], moment, { checks: [], madeAt }));
		expect(await hours.entry(resident, first)).toMatchObject({ madeAt, receivedAt: moment.now });
		valueOf(await hours.declareAs(resident, second, content, [], moment));
		expect(await hours.entry(resident, second)).toMatchObject({ madeAt: null });
	});

	it('does not send what the person has not seen', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		const seen = { fingerprint: hours.fingerprint(resident, content), checks: [] };
		await hours.saveStep(resident, draft, { minutes: 240 }, moment);
		expect(await hours.declare(resident, draft, [], moment, seen)).toEqual({
			ok: false,
			problems: { form: 'changedMeanwhile' },
		});
	});

	it('makes one entry of ten declarations at once', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		const all = await Promise.all(
			Array.from({ length: 10 }, () => hours.declare(resident, draft, [], moment)),
		);
		expect(new Set(all.map((one) => valueOf(one).receiptNumber)).size).toBe(1);
		expect(await totals(resident)).toMatchObject({ waitingMinutes: 180 });
	});

	it.each([
		['a day in the future', { doneOn: day('2026-11-24') }, { doneOn: 'future' }],
		['a day before the first plan', { doneOn: day('2026-01-04') }, { doneOn: 'beforePlan' }],
		['less than a quarter', { minutes: 0 }, { minutes: 'tooFew' }],
		['more than sixteen hours', { minutes: 975 }, { minutes: 'tooMany' }],
		['twelve minutes past', { minutes: 72 }, { minutes: 'notFiveMinutes' }],
		['half a minute', { minutes: 30.5 }, { minutes: 'notAWholeNumber' }],
		['lessons at school', { activity: 'taalles' as const }, { activity: 'notAChoice' }],
		['no place', { organisation: '  ' }, { organisation: 'missing' }],
		['a long place', { organisation: 'a'.repeat(121) }, { organisation: 'tooLong' }],
		['an unnamed activity', { activity: 'other' as const, note: null }, { note: 'missing' }],
	])('refuses %s', async (_what, wrong, problems) => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, withoutNote, moment);
		expect(await hours.saveStep(resident, draft, wrong, moment)).toEqual({ ok: false, problems });
		expect((await hours.draft(resident, draft)).content).toMatchObject({ minutes: 180 });
		const sent = hours.declareAs(resident, draft, { ...withoutNote, ...wrong }, [], moment);
		expect(await sent).toEqual({ ok: false, problems });
	});

	it('takes the day of the dagtekening and today', async () => {
		await declared(resident, { doneOn: day('2026-01-05') });
		await declared(resident, { doneOn: day('2026-11-23') });
		expect(await totals(resident)).toMatchObject({ waitingMinutes: 360 });
	});

	it('is closed before the first plan and under the law of 2013', async () => {
		const planless = await newResident(world, null);
		expect(await hours.startDraft(planless, moment)).toEqual({
			ok: false,
			problems: { form: 'noPlan' },
		});
		const earlier = await newResident(world, null, '2021-03-01');
		expect(await hours.startDraft(earlier, moment)).toEqual({
			ok: false,
			problems: { form: 'wi2013' },
		});
		const { norm, declaring } = await hours.overview(earlier, earlier.personId, moment);
		expect([norm, declaring]).toEqual([{ applies: false, reason: 'wi2013' }, 'wi2013']);
	});

	it('asks the criteria only where the activity does not say them', async () => {
		const draft = await startedDraft(resident);
		const { dutchSpoken: _dutch, together: _together, ...rest } = content;
		await hours.saveStep(resident, draft, { ...rest, activity: 'taalhuis' }, moment);
		valueOf(await hours.declare(resident, draft, [], moment));
		const other = await startedDraft(resident);
		await hours.saveStep(resident, other, rest, moment);
		expect(await hours.declare(resident, other, [], moment)).toEqual({
			ok: false,
			problems: { dutchSpoken: 'missing', together: 'missing' },
		});
	});
});
