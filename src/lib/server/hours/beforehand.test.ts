import { afterEach, beforeEach, expect, it } from 'vitest';
import { day, type Day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as proposals from '../proposals/proposals.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { content, newResident, valueOf } from './test-hours.ts';

/** Said on Monday 9 November, from Thursday 12 November on. */
const proposal: proposals.Content = {
	activity: 'workExperience',
	note: null,
	organisation: 'Kringloop Heerenveen',
	dutchSpoken: 'yes',
	together: 'yes',
	startsOn: day('2026-11-12'),
	hoursPerWeek: 8,
};

const on = (today: string): Moment => ({
	now: Date.parse(`${today}T10:00:00Z`),
	today: day(today),
});

eachEngine('hours of what was approved beforehand', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	const said = <Word>(reason: Word) => ({ reason, note: null });

	async function approved(differing: Partial<proposals.Content> = {}): Promise<string> {
		const whole = { ...proposal, ...differing };
		const id = valueOf(await proposals.sendAs(resident, newId(), whole, on('2026-11-09')));
		valueOf(await proposals.approve(kim(), { id, events: 1 }, said(null), on('2026-11-10')));
		return id;
	}

	/** Declares work and gives the flags that the reviewer sees, and the proposal beside it. */
	async function looked(differing: Partial<hours.Content> = {}, actor = resident) {
		const done = { ...content, activity: 'workExperience', ...differing } as const;
		const id = newId();
		valueOf(await hours.declareAs(actor, id, done, [], on('2026-11-23')));
		const row = (await hours.queue(kim())).rows.find((one) => one.id === id);
		expect((await hours.entry(kim(), id)).approvedProposalId).toBe(row?.approvedProposalId);
		return [row?.approvedProposalId ?? null, row?.flags.includes('toBeJudged')];
	}

	it('carry its number, and nobody has to judge the activity again', async () => {
		const id = await approved();
		expect(await looked()).toEqual([id, false]);
		expect(await looked({ organisation: ' kringloop  heerenveen' })).toEqual([id, false]);
	});

	it('are judged all the same where it was something else, which can be anything', async () => {
		const id = await approved({ activity: 'other', note: 'Ik help in de keuken' });
		const { organisation } = proposal;
		const hours = { activity: 'other', organisation, note: 'Ik keek televisie' } as const;
		expect(await looked(hours)).toEqual([id, true]);
	});

	it('keep the other flags: an approval confirms nothing', async () => {
		const id = await approved();
		valueOf(
			await hours.declareAs(
				resident,
				newId(),
				{ ...content, activity: 'workExperience', dutchSpoken: false, together: false },
				[],
				on('2026-11-23'),
			),
		);
		const [row] = (await hours.queue(kim())).rows;
		expect(row?.approvedProposalId).toBe(id);
		expect(row?.flags).toEqual(['dutchNotSpoken', 'alone', 'noProof']);
		const { totals } = await hours.overview(resident, resident.personId, on('2026-11-23'));
		expect(totals.confirmedMinutes).toBe(0);
	});

	it('are of the same activity at the same place, since the day it began', async () => {
		const id = await approved();
		const days: readonly (readonly [Day, string | null])[] = [
			[day('2026-11-11'), null],
			[day('2026-11-12'), id],
		];
		for (const [doneOn, found] of days) {
			expect(await looked({ doneOn })).toEqual([found, found === null]);
		}
		expect(await looked({ organisation: 'Bibliotheek' })).toEqual([null, true]);
		expect(await looked({ activity: 'workTrack' })).toEqual([null, true]);
		expect(await looked({}, await newResident(world))).toEqual([null, true]);
	});

	it('are nothing of the kind while it waits, or when it was refused', async () => {
		const id = valueOf(await proposals.sendAs(resident, newId(), proposal, on('2026-11-09')));
		expect(await looked()).toEqual([null, true]);
		const seen = { id, events: 1 };
		valueOf(await proposals.notApprove(kim(), seen, said('aloneThere'), on('2026-11-10')));
		expect(await looked()).toEqual([null, true]);
	});

	it('stay so until the day it ended, and no longer when the decision is taken back', async () => {
		const id = await approved();
		valueOf(await proposals.stop(resident, { id, events: 2 }, on('2026-11-20')));
		expect(await proposals.approved(resident)).toEqual([]);
		expect(await looked({ doneOn: day('2026-11-20') })).toEqual([id, false]);
		expect(await looked({ doneOn: day('2026-11-21') })).toEqual([null, true]);

		const other = await approved({ organisation: 'Bibliotheek' });
		expect(await looked({ organisation: 'Bibliotheek' })).toEqual([other, false]);
		const seen = { id: other, events: 2 };
		valueOf(await proposals.reconsider(kim(), seen, said('ourMistake'), on('2026-11-23')));
		const [row] = (await hours.queue(kim())).rows.filter(
			({ organisation }) => organisation === 'Bibliotheek',
		);
		expect([row?.approvedProposalId, row?.flags.includes('toBeJudged')]).toEqual([null, true]);
	});

	it('are offered by what is approved now, with what the person said of the place', async () => {
		const id = await approved({ together: 'unknown' });
		await proposals.sendAs(
			resident,
			newId(),
			{ ...proposal, organisation: 'Elders' },
			on('2026-11-09'),
		);
		const { activity, organisation } = proposal;
		const known = { activity, organisation, dutchSpoken: 'yes', together: 'unknown' };
		expect(await proposals.approved(resident)).toEqual([{ id, note: null, ...known }]);
	});

	it('are offered with the own words where it is something else, which is nothing without them', async () => {
		await approved({ note: 'Maandag en dinsdag' });
		const note = 'Ik help in de keuken';
		await approved({ activity: 'other', organisation: 'Buurthuis', note });
		const offered = await proposals.approved(resident);
		expect(offered.map((one) => [one.activity, one.note])).toEqual(
			expect.arrayContaining([
				['workExperience', null],
				['other', note],
			]),
		);
		const draft = valueOf(await hours.startDraft(resident, on('2026-11-23')));
		const { id: _id, ...tapped } = offered.find((one) => one.activity === 'other') ?? { id: null };
		const answers = { ...tapped, dutchSpoken: true, together: true };
		valueOf(await hours.saveStep(resident, draft, answers, on('2026-11-23')));
	});
});
