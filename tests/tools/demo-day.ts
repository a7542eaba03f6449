import { machineNow } from '#lib/server/clock.ts';

/**
 * The settings of the demo that tests try it with: on this day, and from ten in the morning when they began, so that
 * quiet hours and midnight come at no other place in a run that starts at night.
 */
export const demoDay = {
	DEMO: '1',
	DEMO_TODAY: '2026-11-23',
	DEMO_BEGAN: new Date(machineNow()).toISOString(),
} as const;
