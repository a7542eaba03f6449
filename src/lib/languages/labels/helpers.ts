import { m } from '#lib/paraglide/messages.js';
import type { HelperScope, HelperTerm } from '#lib/server/helpers/helpers.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label, Message } from '#lib/ui/message.ts';

/** What somebody can look at, by the names that the person knows. */
export const helperScopeLabel = {
	agenda: m.agenda_title,
	hours: m.tab_hours,
	plan: m.tab_plan,
	messages: m.tab_messages,
} satisfies Record<HelperScope, Label>;

export const helperScopeIcon = {
	agenda: 'calendar-blank',
	hours: 'clock',
	plan: 'path',
	messages: 'envelope-simple',
} as const satisfies Record<HelperScope, IconName>;

export const helperTermLabel = {
	day: m.helper_for_day,
	week: m.helper_for_week,
	month: m.helper_for_month,
	threeMonths: m.helper_for_three,
} satisfies Record<HelperTerm, Label>;

/** Who looked at what, and when. */
export const helperLooked = {
	agenda: m.helper_looked_agenda,
	hours: m.helper_looked_hours,
	plan: m.helper_looked_plan,
	messages: m.helper_looked_messages,
} satisfies Record<HelperScope, Message<Record<'name' | 'day' | 'time', NonNullable<unknown>>>>;
