import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, type Day, day, earlierOf } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import { content, newResident } from '../hours/test-hours.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as duoReports from './duo-reports.ts';
import { lessons, shown } from './test-duo.ts';

/** What the model knows, summed up without the code that is tried. */
interface Model {
	today: Day;
	readonly entries: { doneOn: Day; minutes: number; counted: number | null }[];
	/** Months of 2026 of which the school reported, with the hours. */
	readonly months: Map<number, number>;
	/** The whole hours of each kind that were reported last. */
	reported: Readonly<Record<'participation' | 'course', number>> | null;
	reports: number;
	isPageStale: boolean;
}

interface Real {
	readonly resident: Resident;
	readonly kim: Staff;
	readonly ids: string[];
	page: duoReports.Said | null;
}

const at = ({ today }: Model): Moment => ({ now: Date.parse(`${today}T10:00:00Z`), today });

/** The hours that can be known on this day: before the first day on which something waits. */
function ledger({ entries, months, today }: Model) {
	const open = entries.filter(({ counted }) => counted === null).map(({ doneOn }) => doneOn);
	const until = open.reduce((first, doneOn) => earlierOf(first, doneOn), today);
	const minutes = entries
		.filter(({ doneOn }) => doneOn < until)
		.reduce((sum, { counted }) => sum + (counted ?? 0), 0);
	const course = [...months.values()].reduce((sum, some) => sum + some, 0);
	return { participation: Math.floor(minutes / 60), course, until };
}

type Command = fc.AsyncCommand<Model, Real>;

function command(
	name: string,
	run: (model: Model, real: Real) => Promise<void>,
	check: (model: Readonly<Model>) => boolean = () => true,
): Command {
	return { check, run, toString: () => name };
}

const declares = fc
	.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 3, max: 48 }))
	.map(([ago, fives]) =>
		command(`declare(${ago} days ago, ${fives * 5} min)`, async (model, { resident, ids }) => {
			const what = { doneOn: addDays(model.today, -ago), minutes: fives * 5 };
			const moment = at(model);
			const id = newId();
			const sent = await hours.declareAs(resident, id, { ...content, ...what }, [], moment);
			expect(sent.ok).toBe(true);
			ids.push(id);
			model.entries.push({ ...what, counted: null });
			model.isPageStale = true;
		}),
	);

const decides = fc
	.tuple(fc.nat({ max: 9 }), fc.constantFrom('confirm', 'partly', 'none', 'correct'))
	.map(([which, how]) =>
		command(
			`${how}(${which})`,
			async (model, { kim, ids }) => {
				const nth = which % model.entries.length;
				const entry = model.entries[nth];
				const id = ids[nth];
				if (!entry || !id) throw new Error('the model lost an entry');
				const moment = at(model);
				const part = { minutes: 1, reason: 'shorter' } as const;
				const acts = {
					confirm: () => hours.confirm(kim, id, moment),
					partly: () => hours.confirmPartly(kim, id, part, moment),
					none: () => hours.notCount(kim, id, 'alone', moment),
					correct: () => hours.correct(kim, id, 'mistake', moment),
				};
				const was = entry.counted;
				const outcome = await acts[how]();
				if ((how === 'correct') !== (was !== null)) return;
				expect(outcome.ok).toBe(true);
				entry.counted = { confirm: entry.minutes, partly: 1, none: 0, correct: null }[how];
				model.isPageStale = true;
			},
			({ entries }) => entries.length > 0,
		),
	);

const teaches = fc
	.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 90 }))
	.map(([month, some]) =>
		command(
			`lessons(${month}, ${some} h)`,
			async (model, { kim, resident }) => {
				const period = [`2026-0${month}-01`, `2026-0${month}-28`] as const;
				await lessons(kim, resident.personId, period, some, at(model));
				model.months.set(month, some);
				model.isPageStale = true;
			},
			({ months }) => !months.has(month),
		),
	);

const waits = fc.integer({ min: 1, max: 3 }).map((days) =>
	command(`wait(${days} days)`, async (model) => {
		model.today = addDays(model.today, days);
	}),
);

/** Somebody opens the page and leaves it open. */
const looks = fc.constant(
	command('look', async (model, real) => {
		real.page = await shown(real.kim, real.resident.personId, at(model));
		model.isPageStale = false;
	}),
);

/** Writes down what a page shows: one that was just opened, or the one that was left open; as it is, or meddled with. */
const reportings = fc
	.tuple(
		fc.boolean(),
		fc.constantFrom('honest', 'moreParticipation', 'moreCourse', 'swapped'),
		fc.boolean(),
	)
	.map(([isFresh, meddled, hasReason]) =>
		command(`report(${isFresh}, ${meddled}, ${hasReason})`, async (model, real) => {
			const { kim, resident } = real;
			const page = isFresh ? await shown(kim, resident.personId, at(model)) : real.page;
			if (!page) return;
			const totals = meddling[meddled](page.totals);
			const isMeddled = JSON.stringify(totals) !== JSON.stringify(page.totals);
			const lowerReason = hasReason ? 'reportedWrong' : null;
			const said = { ...page, totals, lowerReason } as const;
			const before = await duoReports.overview(kim, resident.personId, at(model));
			const outcome = await duoReports.record(kim, resident.personId, said, at(model));
			const after = await duoReports.overview(kim, resident.personId, at(model));
			const added = after.reports.length - before.reports.length;
			const now = ledger(model);
			expect(added === 0 || outcome.ok).toBe(true);
			if (isMeddled) expect([outcome.ok, added]).toEqual([false, 0]);
			if (!isFresh && model.isPageStale && page.seen === model.reports) expect(added).toBe(0);
			if (isFresh && !isMeddled && hasReason) expect([outcome.ok, added]).toEqual([true, 1]);
			if (added === 0) return;
			const [last] = after.reports;
			for (const kind of ['participation', 'course'] as const) {
				expect(last?.totals[kind]?.hours ?? 0).toBeLessThanOrEqual(now[kind]);
				if (isFresh) expect(last?.totals[kind]?.hours ?? 0).toBe(now[kind]);
			}
			if (isFresh) expect(last?.totals.participation?.bekendTot).toBe(now.until);
			const isLess =
				model.reported !== null &&
				(now.participation < model.reported.participation || now.course < model.reported.course);
			if (isFresh && isLess) expect(last?.lowerReason).toBe('reportedWrong');
			model.reports += 1;
			model.reported = {
				participation: last?.totals.participation?.hours ?? 0,
				course: last?.totals.course?.hours ?? 0,
			};
		}),
	);

const more = { hours: 1, bekendTot: day('2026-09-28') };
const meddling = {
	honest: (totals: duoReports.Said['totals']) => totals,
	moreParticipation: ({ participation, ...rest }: duoReports.Said['totals']) => ({
		...rest,
		participation: participation ? { ...participation, hours: participation.hours + 1 } : more,
	}),
	moreCourse: ({ course, ...rest }: duoReports.Said['totals']) => ({
		...rest,
		course: course ? { ...course, hours: course.hours + 1 } : more,
	}),
	swapped: ({ participation, course, intake }: duoReports.Said['totals']) => ({
		participation: course,
		course: participation,
		intake,
	}),
};

eachEngine('what DUO was told, whatever happens in whatever order', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('is never more than the ledger said at that moment, and no kind ever holds hours of another', async () => {
		const kim = staffOf(world.portal, 'kim');
		const commands = fc.commands([declares, decides, decides, teaches, waits, looks, reportings], {
			maxCommands: 25,
		});
		const property = fc.asyncProperty(commands, async (some) => {
			const resident = await newResident(world);
			const model: Model = {
				today: day('2026-11-23'),
				entries: [],
				months: new Map(),
				reported: null,
				reports: 0,
				isPageStale: true,
			};
			const real: Real = { resident, kim, ids: [], page: null };
			await fc.asyncModelRun(() => ({ model, real }), some);
		});
		await fc.assert(property, { numRuns: 40, endOnFailure: true });
	}, 120_000);
});
