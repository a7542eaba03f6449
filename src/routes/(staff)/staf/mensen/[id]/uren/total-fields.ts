import type { HoursKind } from '#lib/law/hours.ts';

/** The names of the fields in which the form sends the total of each kind. */
export const totalFields = {
	participation: { hours: 'participationHours', bekendTot: 'participationTot' },
	course: { hours: 'courseHours', bekendTot: 'courseTot' },
	intake: { hours: 'intakeHours', bekendTot: 'intakeTot' },
} as const satisfies Record<HoursKind, { hours: string; bekendTot: string }>;
