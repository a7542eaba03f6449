import { type GoalId, goalSentence } from '#lib/languages/sentences/goals.ts';
import { sentence, type Topic } from '#lib/languages/sentences.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { newId } from '../id.ts';
import { type Agreement, type Goal, isOwnWords, type Theme } from './content.ts';

/** Goals to begin a talk with; what somebody wants to reach is their own. */
export function suggestedGoals(leerroute: Leerroute): readonly Goal[] {
	return GOALS[leerroute].map((sentenceId) => ({
		id: newId(),
		sentence: sentenceId,
		lastOn: null,
	}));
}

const GOALS = {
	B: ['passExams', 'chooseWork'],
	O: ['passExams', 'startTraining'],
	Z: ['speakDaily', 'arrangeThings', 'knowPeople'],
} as const satisfies Record<Leerroute, readonly GoalId[]>;

/** The agreements, each under the first goal that it serves; one that serves none stays an agreement of the plan. */
export function underGoals(
	agreements: readonly Agreement[],
	goals: readonly Goal[],
): readonly Agreement[] {
	return agreements.map((agreement) => {
		if (isOwnWords(agreement) || agreement.goal !== undefined) return agreement;
		const topic = sentence(agreement.sentence)?.topic;
		const themes = topic === undefined ? [] : SERVES[topic];
		const goal = goals.find((each) => themes.includes(themeOf(each)));
		return goal ? { ...agreement, goal: goal.id } : agreement;
	});
}

function themeOf(goal: Goal): Theme {
	if ('dutch' in goal) return goal.theme;
	return goalSentence(goal.sentence)?.theme ?? 'home';
}

const SERVES: Readonly<Record<Topic, readonly Theme[]>> = {
	lessons: ['language', 'education'],
	exams: ['language', 'education'],
	knm: ['language'],
	moduleMap: ['work'],
	activity: ['people', 'work'],
	hours: ['people', 'work'],
	money: ['money', 'home'],
	ontzorgen: ['money'],
	begeleiding: ['people', 'home'],
	vve: ['children'],
	arrange: ['home'],
	contact: [],
	pvt: [],
	eindgesprek: [],
	voortgangsgesprek: [],
};
