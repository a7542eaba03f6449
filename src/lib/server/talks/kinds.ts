export { type TalkKind, talkKinds } from '../agenda/agenda.ts';

/** What the person may answer beforehand, in the order in which it is asked. */
export const talkQuestions = ['goesWell', 'isHard', 'toDiscuss'] as const;

export type TalkQuestion = (typeof talkQuestions)[number];

/** The parts of life that an answer points at, each with a picture. Health is none of them: nobody is asked for it. */
export const talkTopics = [
	'language',
	'hours',
	'work',
	'education',
	'money',
	'home',
	'children',
	'people',
] as const;

export type TalkTopic = (typeof talkTopics)[number];
