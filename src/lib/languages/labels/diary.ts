import { m } from '#lib/paraglide/messages.js';
import type { Reason } from '#lib/server/diary/diary.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label } from '#lib/ui/message.ts';

/** Why the hours do not work out, as the person says it. */
export const reasonLabel = {
	noPlace: m.diary_reason_no_place,
	waitingList: m.diary_reason_waiting_list,
	childcare: m.diary_reason_childcare,
	transport: m.diary_reason_transport,
	busy: m.diary_reason_busy,
	illness: m.diary_reason_illness,
	pregnancy: m.diary_reason_pregnancy,
	grief: m.diary_reason_grief,
	other: m.diary_reason_other,
} satisfies Record<Reason, Label>;

/** What others see of it: where only the word is shared, it says less than the answer does. */
export const sharedLabel = {
	...reasonLabel,
	illness: m.diary_word_illness,
	pregnancy: m.diary_word_pregnancy,
	grief: m.diary_word_grief,
} satisfies Record<Reason, Label>;

export const reasonIcon = {
	noPlace: 'map-pin',
	waitingList: 'list-numbers',
	childcare: 'baby',
	transport: 'bus',
	busy: 'books',
	illness: 'thermometer',
	pregnancy: 'baby-carriage',
	grief: 'heart-break',
	other: 'dots-three-circle',
} as const satisfies Record<Reason, IconName>;
