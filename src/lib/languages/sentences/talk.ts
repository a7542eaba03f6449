import { m } from '#lib/paraglide/messages.js';
import type { SlotKind } from './sentence.ts';
import type { OfferedLanguage } from '../languages.ts';

type Wording = (inputs: Record<string, unknown>, options?: { locale?: OfferedLanguage }) => string;

/** One sentence of the report of a talk: what goes well, or what is hard. */
export interface TalkSentence {
	readonly part: 'good' | 'hard';
	readonly slots: Readonly<Record<string, SlotKind>>;
	readonly key: string;
	readonly message: Wording;
}

function row<const Slots extends Record<string, SlotKind>>(
	part: TalkSentence['part'],
	slots: Slots,
	key: string,
	message: (inputs: { [Name in keyof Slots]: NonNullable<unknown> }) => string,
): TalkSentence {
	return { part, slots, key, message: message as unknown as Wording };
}

/**
 * The closed catalogue of what a report says of how it goes. It tells of things and never of somebody's character or
 * health. An id is stored in reports: it is never renamed or taken away.
 */
const sentences = {
	goodLessons: row('good', {}, 'talk_good_lessons', m.talk_good_lessons),
	goodDutch: row('good', {}, 'talk_good_dutch', m.talk_good_dutch),
	goodHours: row('good', { hours: 'hours' }, 'talk_good_hours', m.talk_good_hours),
	goodPlace: row('good', { partner: 'name' }, 'talk_good_place', m.talk_good_place),
	goodExam: row('good', { doneOn: 'day' }, 'talk_good_exam', m.talk_good_exam),
	goodGoal: row('good', {}, 'talk_good_goal', m.talk_good_goal),
	goodPeople: row('good', {}, 'talk_good_people', m.talk_good_people),
	hardLessons: row('hard', {}, 'talk_hard_lessons', m.talk_hard_lessons),
	hardSpeaking: row('hard', {}, 'talk_hard_speaking', m.talk_hard_speaking),
	hardPlace: row('hard', {}, 'talk_hard_place', m.talk_hard_place),
	hardTime: row('hard', {}, 'talk_hard_time', m.talk_hard_time),
	hardChildcare: row('hard', {}, 'talk_hard_childcare', m.talk_hard_childcare),
	hardMoney: row('hard', {}, 'talk_hard_money', m.talk_hard_money),
	hardTravel: row('hard', {}, 'talk_hard_travel', m.talk_hard_travel),
} satisfies Record<string, TalkSentence>;

export type TalkSentenceId = keyof typeof sentences;

/** Every id, in the order in which the editor offers them. */
export const talkSentenceIds = Object.keys(sentences) as readonly TalkSentenceId[];

export function isTalkSentenceId(id: string): id is TalkSentenceId {
	return Object.hasOwn(sentences, id);
}

/** The sentence with this id, or null; ids come from the database and from forms. */
export function talkSentence(id: string): TalkSentence | null {
	return isTalkSentenceId(id) ? sentences[id] : null;
}
