import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import { eachEngine, residentOf, staffOf } from '../test-world.ts';
import * as pip from './pip.ts';
import { caseloadOf, on, planB } from './test-caseload.ts';

/** Eleven o'clock on the last day of the ten weeks (B 5.3(1)): notified on 2 March 2026. */
const inTime = {
	heldOn: day('2026-05-11'),
	startsAt: '11:00',
	place: 'Stadhuis, kamer 3',
	interpreter: 'booked',
	interpreterLanguage: 'ti',
	lateReason: null,
} as const satisfies pip.TalkPlan;

const changed = { ok: false, problems: { form: 'changedMeanwhile' } };

eachEngine('a planned talk', (open) => {
	const { anna, portal, publish, save, somebody } = caseloadOf(open);
	const early = on('2026-05-04');

	async function planned(talk: Partial<pip.TalkPlan> = {}) {
		const { id } = await somebody();
		const revision = await save(id, planB, '2026-05-04');
		const asked = { ...inTime, ...talk, revision, planning: 0 };
		return { id, revision, asked, outcome: await pip.planTalk(anna(), id, asked, early) };
	}

	describe('planning', () => {
		it('keeps the talk with the revision it is about', async () => {
			const { id, revision, outcome } = await planned();
			const talk = { ...inTime, revision, planning: 1 };
			expect(outcome).toEqual({ ok: true, value: talk });
			expect(await pip.plannedTalk(anna(), id)).toEqual(talk);
		});

		it('plans once however often it is tapped', async () => {
			const { id, asked } = await planned();
			const again = await Promise.all([1, 2].map(() => pip.planTalk(anna(), id, asked, early)));
			expect(again.map(({ ok }) => ok)).toEqual([true, true]);
			expect(await pip.plannedTalk(anna(), id)).toMatchObject({ planning: 1 });
		});

		it('refuses a day beyond the ten weeks without a reason, and keeps the reason sealed (B 5.3)', async () => {
			const late = await planned({ heldOn: day('2026-05-12') });
			expect(late.outcome).toEqual({
				ok: false,
				problems: { lateReason: 'talkBeyondTenWeeks' },
			});
			expect(await pip.plannedTalk(anna(), late.id)).toBeNull();
			const lateReason = 'De tolk kan niet eerder.';
			const told = await planned({ heldOn: day('2026-05-12'), lateReason });
			expect(await pip.plannedTalk(anna(), told.id)).toMatchObject({ lateReason });
			const { t, read } = portal().store;
			expect(JSON.stringify(await read.select().from(t.plannedTalks))).not.toContain('tolk kan');
		});

		it('asks no reason in time, nor for a later version, and keeps none', async () => {
			const { id } = await planned({ lateReason: 'Zomaar.' });
			expect(await pip.plannedTalk(anna(), id)).toMatchObject({ lateReason: null });
			const other = await somebody();
			await publish(other.id, planB, '2026-05-11');
			const revision = await save(other.id, { ...planB, pvtHours: 12 }, '2026-08-03');
			const asked = { ...inTime, heldOn: day('2026-09-01'), revision, planning: 0 };
			expect(await pip.planTalk(anna(), other.id, asked, on('2026-08-03'))).toMatchObject({
				ok: true,
			});
		});

		it.each<[string, Partial<pip.TalkPlan>, object]>([
			['a day that has been', { heldOn: day('2026-05-03') }, { heldOn: 'talkInPast' }],
			['a day after a year', { heldOn: day('2027-05-05') }, { heldOn: 'talkTooFar' }],
			['no time', { startsAt: '' }, { startsAt: 'notATime' }],
			['a time that is none', { startsAt: '24:00' }, { startsAt: 'notATime' }],
			['a time with more behind it', { startsAt: '11:00\n' }, { startsAt: 'notATime' }],
			['no place', { place: '  ' }, { place: 'missing' }],
			['a place without end', { place: 'x'.repeat(121) }, { place: 'tooLong' }],
			['a reason without end', { lateReason: 'x'.repeat(501) }, { lateReason: 'tooLong' }],
			[
				'an interpreter of no language',
				{ interpreter: 'wanted', interpreterLanguage: null },
				{ interpreterLanguage: 'interpreterLanguageMissing' },
			],
		])('refuses %s', async (_, talk, problems) => {
			expect((await planned(talk)).outcome).toEqual({ ok: false, problems });
		});

		it('refuses a draft that could not be published, or that nobody saved', async () => {
			const { id } = await somebody();
			const none = { ...inTime, revision: 0, planning: 0 };
			expect(await pip.planTalk(anna(), id, none, early)).toEqual(changed);
			const revision = await save(id, { ...planB, pvtHours: 11 }, '2026-05-04');
			const outcome = await pip.planTalk(anna(), id, { ...none, revision }, early);
			expect(outcome).toMatchObject({ ok: false, problems: { pvtHours: 'pvtTooFew' } });
		});
	});

	describe('two klantmanagers', () => {
		it('tells the second who moves or cancels, and keeps what the first planned', async () => {
			const { id, asked } = await planned();
			const lead = staffOf(portal(), 'lead', ['teamLead']);
			const moved = { ...asked, startsAt: '14:30', planning: 1 };
			expect(await pip.planTalk(anna(), id, moved, early)).toMatchObject({ ok: true });
			const second = { ...asked, startsAt: '09:00', planning: 1 };
			expect(await pip.planTalk(lead, id, second, early)).toEqual(changed);
			expect(await pip.cancelTalk(lead, id, 1, early)).toEqual(changed);
			expect(await pip.plannedTalk(lead, id)).toMatchObject({ startsAt: '14:30', planning: 2 });
			expect(await pip.cancelTalk(lead, id, 2, early)).toMatchObject({ ok: true });
			expect(await pip.cancelTalk(lead, id, 2, early)).toMatchObject({ ok: true });
			expect(await pip.plannedTalk(lead, id)).toBeNull();
		});

		it('lets one of two different plannings at the same time through', async () => {
			const { id } = await somebody();
			const revision = await save(id, planB, '2026-05-04');
			const outcomes = await Promise.all(
				['09:00', '10:00'].map((startsAt) =>
					pip.planTalk(anna(), id, { ...inTime, startsAt, revision, planning: 0 }, early),
				),
			);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
			expect(outcomes).toContainEqual(changed);
		});
	});

	describe('publishing after it', () => {
		it('waits for the day, stands in the queue then, and publishes that very revision', async () => {
			const { id, revision } = await planned();
			const publication = { revision, letterGoesToday: true };
			const held = async (today: string) =>
				(await pip.talksHeld(anna(), on(today))).filter(({ personId }) => personId === id);
			expect(await held('2026-05-10')).toEqual([]);
			expect(await pip.publishAfterTalk(anna(), id, publication, on('2026-05-10'))).toEqual({
				ok: false,
				problems: { form: 'talkNotYet' },
			});
			expect(await held('2026-05-11')).toMatchObject([{ isDraftChanged: false, way: 'paper' }]);
			const outcome = await pip.publishAfterTalk(anna(), id, publication, on('2026-05-13'));
			expect(outcome).toMatchObject({ ok: true, value: { dagtekeningOn: '2026-05-13' } });
			expect(await held('2026-05-13')).toEqual([]);
			expect(await pip.plannedTalk(anna(), id)).toBeNull();
			const twice = await pip.publishAfterTalk(anna(), id, publication, on('2026-05-13'));
			expect(twice.ok && outcome.ok && twice.value.id === outcome.value.id).toBe(true);
		});

		it('tells of a draft that was changed, and publishes neither', async () => {
			const { id, revision } = await planned();
			const later = await save(id, { ...planB, courseHours: 950 }, '2026-05-05');
			const [row] = (await pip.talksHeld(anna(), on('2026-05-11'))).filter(
				({ personId }) => personId === id,
			);
			expect(row).toMatchObject({ revision, isDraftChanged: true });
			for (const asked of [revision, later]) {
				const publication = { revision: asked, letterGoesToday: true };
				const outcome = await pip.publishAfterTalk(anna(), id, publication, on('2026-05-11'));
				expect(outcome).toEqual(changed);
			}
			expect(await pip.versions(anna(), id)).toEqual([]);
		});

		it('publishes nothing from a page of before the talk was called off', async () => {
			const { id, revision } = await planned();
			await pip.cancelTalk(anna(), id, 1, early);
			const publication = { revision, letterGoesToday: true };
			const outcome = await pip.publishAfterTalk(anna(), id, publication, on('2026-05-11'));
			expect(outcome).toEqual(changed);
			expect(await pip.versions(anna(), id)).toEqual([]);
		});

		it('shows the person when and where, and not why it is late', async () => {
			const { id } = await planned({ heldOn: day('2026-05-12'), lateReason: 'Ziek.' });
			const resident = residentOf(portal(), id);
			const { lateReason: _reason, ...known } = { ...inTime, heldOn: day('2026-05-12') };
			expect(await pip.talkShown(resident, id, day('2026-05-12'))).toEqual({
				...known,
				hasBeen: false,
			});
			expect(await pip.talkShown(resident, id, day('2026-05-13'))).toMatchObject({
				hasBeen: true,
			});
		});
	});

	it('is not found for whoever may not', async () => {
		const { id, asked } = await planned();
		const outsiders = [
			staffOf(portal(), 'bert'),
			staffOf(portal(), 'anna', ['klantmanager'], ['0589']),
			staffOf(portal(), 'admin', ['administrator']),
			residentOf(portal(), id),
		];
		const publication = { revision: asked.revision, letterGoesToday: true };
		for (const actor of outsiders) {
			const tried = [
				() => pip.plannedTalk(actor, id),
				() => pip.planTalk(actor, id, asked, early),
				() => pip.cancelTalk(actor, id, 1, early),
				() => pip.publishAfterTalk(actor, id, publication, on('2026-05-11')),
			];
			for (const attempt of tried) await expect(attempt).rejects.toThrow(NotFound);
		}
		await expect(
			pip.talkShown(residentOf(portal(), 'somebody-else'), id, day('2026-05-04')),
		).rejects.toThrow(NotFound);
		expect(await pip.talksHeld(staffOf(portal(), 'bert'), on('2026-05-20'))).toEqual([]);
	});
});
