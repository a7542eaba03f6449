import { m } from '#lib/paraglide/messages.js';
import type { DayPart } from '#lib/server/calls/kinds.ts';
import type { LetterAction, Topic } from '#lib/server/messages/kinds.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label } from '#lib/ui/message.ts';

/** What a message or a letter is about. */
export const topicLabel = {
	plan: m.messages_topic_plan,
	lessons: m.messages_topic_lessons,
	hours: m.messages_topic_hours,
	appointment: m.messages_topic_appointment,
	money: m.messages_topic_money,
	other: m.messages_topic_other,
} as const satisfies Record<Topic, Label>;

export const topicIcon = {
	plan: 'path',
	lessons: 'chalkboard-teacher',
	hours: 'clock',
	appointment: 'calendar-check',
	money: 'coins',
	other: 'dots-three-circle',
} as const satisfies Record<Topic, IconName>;

/** "Call me", with the part of the day. */
export const callLabel = {
	morning: m.call_morning,
	afternoon: m.call_afternoon,
	any: m.call_any,
} as const satisfies Record<DayPart, Label>;

/** The part of the day, for staff. */
export const dayPartLabel = {
	morning: m.queue_calls_morning,
	afternoon: m.queue_calls_afternoon,
	any: m.queue_calls_any,
} as const satisfies Record<DayPart, Label>;

/** What a letter asks, for the klantmanager who chooses it. */
export const letterActionLabel = {
	nothing: m.inbox_letter_nothing,
	come: m.inbox_letter_come,
	sendPaper: m.inbox_letter_send_paper,
	call: m.inbox_letter_call,
} as const satisfies Record<LetterAction, Label>;
