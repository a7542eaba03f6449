import { addDays, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as duoReports from '../duo-reports/duo-reports.ts';
import type { Person } from '../people/people.ts';
import { morningOf } from './seed.ts';

/** Tells DUO yesterday what the ledger says of somebody. */
export async function reportToDuo(manager: Staff, person: Person, today: Day) {
	const on = addDays(today, -1);
	const moment = { now: morningOf(on), today: on };
	const { totals } = await duoReports.overview(manager, person.id, moment);
	const said = { shownOn: on, seen: 0, totals, reportedOn: on, way: 'duoPortal' } as const;
	const told = { ...said, lowerReason: null };
	const reported = await duoReports.record(manager, person.id, told, moment);
	if (!reported.ok) throw new Error(JSON.stringify(reported.problems));
}
