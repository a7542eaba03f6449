import { isGoalId } from '#lib/languages/sentences/goals.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import { type Goal, goalsOf, type PipContent, type Theme } from './content.ts';

/** The plan with a goal of the catalogue at the end. */
export function withGoal(content: PipContent, sentence: string): Outcome<PipContent> {
	if (!isGoalId(sentence)) return refused({ goalSentence: 'notAChoice' });
	return done(added(content, { id: newId(), sentence, lastOn: null }));
}

/** The plan with a goal in the klantmanager's own words at the end. */
export function withOwnGoal(content: PipContent, theme: Theme, dutch: string): PipContent {
	return added(content, { id: newId(), theme, dutch, lastOn: null });
}

/** The plan without this goal; the agreements that served it stay agreements of the plan. */
export function withoutGoal(content: PipContent, goalId: string): PipContent {
	return {
		...content,
		goals: goalsOf(content).filter(({ id }) => id !== goalId),
		agreements: content.agreements.map((agreement) => {
			if (agreement.goal !== goalId) return agreement;
			const { goal: _gone, ...bare } = agreement;
			return bare;
		}),
	};
}

function added(content: PipContent, goal: Goal): PipContent {
	return { ...content, goals: [...goalsOf(content), goal] };
}
