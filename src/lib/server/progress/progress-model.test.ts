import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '#lib/law/day.ts';
import * as pip from '../pip/pip.ts';
import { caseloadOf, on, planB } from '../pip/test-caseload.ts';
import { eachEngine } from '../test-world.ts';
import * as progress from './progress.ts';

/** What the klantmanagers do, one after the other; `behind` is how many changes their page had not seen. */
const steps = fc.array(
	fc.record({
		partId: fc.constantFrom('g', 'p'),
		state: fc.option(fc.constantFrom(...progress.progressStates)),
		inDays: fc.integer({ min: 0, max: 2 }),
		behind: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 3 })),
	}),
	{ maxLength: 16 },
);

/** The same in a few lines, without a database: every line that was taken, of each part. */
interface Line {
	readonly state: progress.ProgressState;
	readonly stateOn: string | null;
	readonly newDay: string | null;
}
type Model = Record<string, Line[]>;

const planLastOn = '2026-07-01';
const [today, reason] = [day('2026-06-30'), 'waiting'] as const;
const nothing: Line = { state: 'notBegun', stateOn: null, newDay: null };

eachEngine('the lines about goals and actions', (open) => {
	const { anna, publish, somebody } = caseloadOf(open);

	it('are those of the model: the last counts, and nothing that was taken is lost', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (list) => {
				const { id: personId } = await somebody();
				const goals = [{ id: 'g', sentence: 'speakDaily', lastOn: planLastOn }] as const;
				expect(await publish(personId, { ...planB, goals })).toMatchObject({ ok: true });
				const model: Model = {};
				for (const step of list) {
					const lines = (model[step.partId] ??= []);
					const last = lines.at(-1) ?? nothing;
					const seen = Math.max(0, lines.length - step.behind);
					const part = { personId, partId: step.partId, seen };
					const chosen = addDays(today, step.inDays);
					if (step.state === null && step.partId !== 'g') continue;
					const next = step.state
						? { ...last, state: step.state, stateOn: today }
						: { ...last, newDay: chosen === planLastOn ? null : chosen };
					const isSame = step.state
						? last.state === step.state && last.stateOn !== null
						: last.newDay === next.newDay;
					const outcome = step.state
						? await progress.sayState(anna(), part, step.state, on(today))
						: await progress.sayDay(anna(), part, { on: chosen, reason }, on(today));
					expect(outcome.ok).toBe(isSame || seen === lines.length);
					if (outcome.ok && !isSame) lines.push(next);
				}
				await expectSame(personId, model);
			}),
			{ numRuns: 25 },
		);
	});

	async function expectSame(personId: string, model: Model) {
		const current = await pip.current(anna(), personId);
		if (!current) throw new Error('no plan');
		const now = await progress.of(anna(), current);
		const history = await progress.history(anna(), personId);
		for (const partId of ['g', 'p']) {
			const lines = model[partId] ?? [];
			const kept = history.filter((line) => line.partId === partId);
			expect(kept.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
			expect(kept.map(({ newDayOn, state }) => [state, newDayOn])).toEqual(
				lines.map(({ newDay, state }) => [state, newDay]),
			);
			const last = lines.at(-1);
			const { newDay = null, state, stateOn } = now[partId] ?? {};
			expect(last && { state, stateOn, newDay: newDay?.on ?? null }).toEqual(last);
		}
	}
});
