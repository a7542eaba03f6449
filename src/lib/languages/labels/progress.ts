import { m } from '#lib/paraglide/messages.js';
import type { NewDayReason, ProgressState } from '#lib/server/progress/states.ts';
import type { Label } from '#lib/ui/message.ts';

/** How far somebody is, as the person reads it: with the day since which it is so, or on which it was said. */
export const progressText = {
	notBegun: m.plan_progress_not_begun,
	begun: m.plan_progress_begun,
	done: m.plan_progress_done,
} as const satisfies Record<ProgressState, unknown>;

/** Why a goal has another end day. */
export const newDayReasonText = {
	moreTime: m.plan_progress_more_time,
	waiting: m.plan_progress_waiting,
	circumstances: m.plan_progress_circumstances,
	sooner: m.plan_progress_sooner,
} satisfies Record<NewDayReason, Label>;

/** What the klantmanager taps on. */
export const progressLabel = {
	notBegun: m.progress_state_not_begun,
	begun: m.progress_state_begun,
	done: m.progress_state_done,
} satisfies Record<ProgressState, Label>;
