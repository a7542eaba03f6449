import { m } from '#lib/paraglide/messages.js';
import type { TalkQuestion, TalkTopic } from '#lib/server/talks/kinds.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label } from '#lib/ui/message.ts';

/** What the person is asked before a talk. */
export const questionLabel = {
	goesWell: m.talk_question_goes_well,
	isHard: m.talk_question_is_hard,
	toDiscuss: m.talk_question_to_discuss,
} satisfies Record<TalkQuestion, Label>;

export const questionIcon = {
	goesWell: 'smiley',
	isHard: 'puzzle-piece',
	toDiscuss: 'chats-circle',
} as const satisfies Record<TalkQuestion, IconName>;

/** The part of life that an answer points at. */
export const topicLabel = {
	language: m.talk_topic_language,
	hours: m.talk_topic_hours,
	work: m.talk_topic_work,
	education: m.talk_topic_education,
	money: m.talk_topic_money,
	home: m.talk_topic_home,
	children: m.talk_topic_children,
	people: m.talk_topic_people,
} satisfies Record<TalkTopic, Label>;

export const talkTopicIcon = {
	language: 'translate',
	hours: 'hand-heart',
	work: 'briefcase',
	education: 'graduation-cap',
	money: 'wallet',
	home: 'house',
	children: 'baby',
	people: 'users-three',
} as const satisfies Record<TalkTopic, IconName>;
