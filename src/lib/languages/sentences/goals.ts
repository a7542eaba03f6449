import { m } from '#lib/paraglide/messages.js';
import type { OfferedLanguage } from '../languages.ts';

/** Part of life that a goal is about; the same list as in a plan. */
type Theme = 'language' | 'work' | 'education' | 'money' | 'home' | 'children' | 'people';

/** One sentence that says what somebody wants to reach. */
export interface GoalSentence {
	readonly theme: Theme;
	readonly key: string;
	readonly message: (inputs?: object, options?: { locale?: OfferedLanguage }) => string;
}

/** The closed catalogue of goals. An id is stored in plans: it is never renamed or taken away. */
const goals = {
	speakDaily: { theme: 'language', key: 'goal_speak_daily', message: m.goal_speak_daily },
	readLetters: { theme: 'language', key: 'goal_read_letters', message: m.goal_read_letters },
	passExams: { theme: 'language', key: 'goal_pass_exams', message: m.goal_pass_exams },
	findWork: { theme: 'work', key: 'goal_find_work', message: m.goal_find_work },
	chooseWork: { theme: 'work', key: 'goal_choose_work', message: m.goal_choose_work },
	startTraining: { theme: 'education', key: 'goal_start_training', message: m.goal_start_training },
	useDiploma: { theme: 'education', key: 'goal_use_diploma', message: m.goal_use_diploma },
	payBills: { theme: 'money', key: 'goal_pay_bills', message: m.goal_pay_bills },
	arrangeThings: { theme: 'home', key: 'goal_arrange_things', message: m.goal_arrange_things },
	childAtSchool: {
		theme: 'children',
		key: 'goal_child_at_school',
		message: m.goal_child_at_school,
	},
	knowPeople: { theme: 'people', key: 'goal_know_people', message: m.goal_know_people },
	getAround: { theme: 'people', key: 'goal_get_around', message: m.goal_get_around },
} satisfies Record<string, GoalSentence>;

export type GoalId = keyof typeof goals;

/** Every id, in the order in which the editor offers them. */
export const goalIds = Object.keys(goals) as readonly GoalId[];

export function isGoalId(id: string): id is GoalId {
	return Object.hasOwn(goals, id);
}

/** The goal with this id, or null; ids come from the database and from forms. */
export function goalSentence(id: string): GoalSentence | null {
	return isGoalId(id) ? goals[id] : null;
}
