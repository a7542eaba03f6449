import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '#lib/law/day.ts';
import { eachEngine } from '../test-world.ts';
import * as pip from './pip.ts';
import { caseloadOf, on, planB } from './test-caseload.ts';

/** What somebody of the staff does, one after the other; `stale` works from an older page. */
type Step =
	| { readonly do: 'save' | 'cancel' | 'publishNow' | 'publishAfter' | 'nextDay' }
	| { readonly do: 'plan'; readonly inDays: number; readonly isStale: boolean };

const steps = fc.array(
	fc.oneof(
		fc.record({
			do: fc.constantFrom('save', 'cancel', 'publishNow', 'publishAfter', 'nextDay' as const),
		}),
		fc.record({
			do: fc.constant('plan' as const),
			inDays: fc.integer({ min: -1, max: 3 }),
			isStale: fc.boolean(),
		}),
	),
	{ maxLength: 14 },
) as fc.Arbitrary<Step[]>;

/** The same in a few lines, without a database. */
interface Model {
	today: ReturnType<typeof day>;
	draft: number | null;
	talk: { heldOn: string; revision: number; planning: number } | null;
	versions: number;
}

eachEngine('the states of a planned talk', (open) => {
	const { anna, save, somebody } = caseloadOf(open);

	it('are those of the model, whatever is done in whatever order', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (list) => {
				const { id } = await somebody();
				const model: Model = { today: day('2026-04-20'), draft: null, talk: null, versions: 0 };
				for (const step of list) await take(id, step, model);
			}),
			{ numRuns: 30 },
		);
	});

	async function take(id: string, step: Step, model: Model) {
		const moment = on(model.today);
		const revision = model.draft ?? 0;
		switch (step.do) {
			case 'nextDay':
				model.today = addDays(model.today, 1);
				break;
			case 'save':
				model.draft = await save(id, planB, model.today);
				break;
			case 'plan': {
				const heldOn = addDays(model.today, step.inDays);
				const planning = (model.talk?.planning ?? 0) + (step.isStale ? 5 : 0);
				const rest = { startsAt: '11:00', place: 'Stadhuis', interpreter: 'none' } as const;
				const asked = { heldOn, revision, planning, interpreterLanguage: null, lateReason: null };
				const outcome = await pip.planTalk(anna(), id, { ...rest, ...asked }, moment);
				const isFine = step.inDays >= 0 && model.draft !== null && !step.isStale;
				expect(outcome.ok).toBe(isFine);
				if (isFine) model.talk = { heldOn, revision, planning: planning + 1 };
				break;
			}
			case 'cancel':
				await pip.cancelTalk(anna(), id, model.talk?.planning ?? 0, moment);
				model.talk = null;
				break;
			case 'publishNow': {
				const now = { revision, dagtekeningOn: model.today, letterGoesToday: true };
				const outcome = await pip.publish(anna(), id, now, moment);
				expect(outcome.ok).toBe(model.draft !== null);
				published(model, outcome.ok);
				break;
			}
			case 'publishAfter': {
				const { talk } = model;
				const after = { revision: talk?.revision ?? revision, letterGoesToday: true };
				const outcome = await pip.publishAfterTalk(anna(), id, after, moment);
				const isDue = talk !== null && talk.heldOn <= model.today;
				expect(outcome.ok).toBe(isDue && model.draft === after.revision);
				published(model, outcome.ok);
				break;
			}
			default:
				step satisfies never;
		}
		await compare(id, model);
	}

	/** What the portal says now is what the model says. */
	async function compare(id: string, model: Model) {
		const talk = await pip.plannedTalk(anna(), id);
		expect(
			talk && { heldOn: talk.heldOn, revision: talk.revision, planning: talk.planning },
		).toEqual(model.talk);
		expect((await pip.versions(anna(), id)).length).toBe(model.versions);
		const held = (await pip.talksHeld(anna(), on(model.today))).filter(
			({ personId }) => personId === id,
		);
		const isDue = model.talk !== null && model.talk.heldOn <= model.today;
		expect(held.map(({ isDraftChanged }) => isDraftChanged)).toEqual(
			isDue ? [model.talk?.revision !== model.draft] : [],
		);
	}

	function published(model: Model, isDone: boolean) {
		if (!isDone) return;
		model.versions += 1;
		model.draft = null;
		model.talk = null;
	}
});
