import { m } from '#lib/paraglide/messages.js';
import type {
	CheckKind,
	Flag,
	HourEventKind,
	HourState,
	NoNormReason,
} from '#lib/server/hours/hours.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label, Message } from '#lib/ui/message.ts';

type WithMinutes = Message<{ minutes: NonNullable<unknown> }>;

/** Five words for where an entry stands; how much of it counts is said beside it. */
export const hourStateLabel = {
	received: m.hours_state_received,
	asked: m.hours_state_asked,
	confirmed: m.hours_state_confirmed,
	partlyConfirmed: m.hours_state_confirmed,
	notCounted: m.hours_state_not_counted,
	withdrawn: m.hours_state_withdrawn,
} satisfies Record<HourState, Label>;

/** The picture beside the word, so that colour alone never says it. */
export const hourStateIcon = {
	received: 'paper-plane-tilt',
	asked: 'question',
	confirmed: 'check-circle',
	partlyConfirmed: 'check-circle',
	notCounted: 'x-circle',
	withdrawn: 'x-circle',
} as const satisfies Record<HourState, IconName>;

/** What happens next; `minutes` is what counts. */
export const hourNextLabel: Record<HourState, WithMinutes> = {
	received: m.hours_next_received,
	asked: m.hours_next_asked,
	confirmed: m.hours_next_confirmed,
	partlyConfirmed: m.hours_next_partly_confirmed,
	notCounted: m.hours_next_not_counted,
	withdrawn: m.hours_next_withdrawn,
};

/** What happened, told to the person; `minutes` is what it was about. */
export const hourEventLabel: Record<HourEventKind, WithMinutes> = {
	declared: m.hours_event_declared,
	asked: m.hours_event_asked,
	answered: m.hours_event_answered,
	confirmed: m.hours_event_confirmed,
	partlyConfirmed: m.hours_event_partly_confirmed,
	notCounted: m.hours_event_not_counted,
	corrected: m.hours_event_corrected,
	undone: m.hours_event_undone,
	withdrawn: m.hours_event_withdrawn,
};

/** Why no norm of hours applies to somebody. */
export const noNormLabel = {
	noLeerroute: m.hours_no_norm_no_leerroute,
	notZRoute: m.hours_no_norm_other_route,
	gezinsmigrant: m.hours_no_norm_gezinsmigrant,
	ontheffing: m.hours_no_norm_ontheffing,
	wi2013: m.hours_no_norm_wi2013,
} satisfies Record<NoNormReason, Label>;

/** What deserves a second look, for staff. */
export const flagLabel = {
	dutchNotSpoken: m.queue_flag_dutch_not_spoken,
	alone: m.queue_flag_alone,
	toBeJudged: m.queue_flag_to_be_judged,
	noProof: m.queue_flag_no_proof,
	longDay: m.queue_flag_long_day,
	possiblyDouble: m.queue_flag_possibly_double,
	hostOtherHours: m.queue_flag_host_other_hours,
	hostNotHere: m.queue_flag_host_not_here,
	checked: m.queue_flag_checked,
	proofUnchecked: m.queue_flag_proof_unchecked,
} satisfies Record<Flag, Label>;

/** What happened, told to staff. */
export const staffEventLabel: Record<HourEventKind, WithMinutes> = {
	declared: m.staff_event_declared,
	asked: m.staff_event_asked,
	answered: m.staff_event_answered,
	confirmed: m.staff_event_confirmed,
	partlyConfirmed: m.staff_event_partly_confirmed,
	notCounted: m.staff_event_not_counted,
	corrected: m.staff_event_corrected,
	undone: m.staff_event_undone,
	withdrawn: m.staff_event_withdrawn,
};

/** What is asked before sending; `minutes` is what was sent before, or of a long entry its own. */
export const checkLabel: Record<CheckKind, WithMinutes> = {
	longEntry: m.hours_check_long_entry,
	longDay: m.hours_check_long_day,
	double: m.hours_check_double,
	lesson: m.hours_check_lesson,
	longAgo: m.hours_check_long_ago,
};

/** The same, told to staff. */
export const staffCheckLabel: Record<CheckKind, WithMinutes> = {
	longEntry: m.queue_check_long_entry,
	longDay: m.queue_check_long_day,
	double: m.queue_check_double,
	lesson: m.queue_check_lesson,
	longAgo: m.queue_check_long_ago,
};
