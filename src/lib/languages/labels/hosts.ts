import { m } from '#lib/paraglide/messages.js';
import type { HostVerdict } from '#lib/server/hosts/hosts.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label, Message } from '#lib/ui/message.ts';

/** What a host can say about a line, in Dutch. */
export const hostChoices = [
	{ value: 'right', icon: 'check-circle', label: m.host_right },
	{ value: 'otherHours', icon: 'clock', label: m.host_other_hours },
	{ value: 'notHere', icon: 'x-circle', label: m.host_not_here },
] as const satisfies readonly {
	value: Exclude<HostVerdict, 'dayCode'>;
	icon: IconName;
	label: Label;
}[];

/** What a host said, told to the person; `minutes` is the other number. */
export const hostVerdictLabel: Record<HostVerdict, Message<{ minutes: NonNullable<unknown> }>> = {
	right: m.hours_host_said_right,
	otherHours: m.hours_host_said_other,
	notHere: m.hours_host_said_not_here,
	dayCode: m.hours_host_said_day_code,
};

/** The same, told to staff; `organisation` is that of a poster. */
export const staffHostVerdictLabel: Record<
	HostVerdict,
	Message<{ minutes: NonNullable<unknown>; organisation: NonNullable<unknown> }>
> = {
	right: m.staff_host_right,
	otherHours: m.staff_host_other_hours,
	notHere: m.staff_host_not_here,
	dayCode: m.staff_host_day_code,
};
