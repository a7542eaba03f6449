import { addDays, type Day } from '#lib/law/day.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Outcome } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { Laid } from './agenda.ts';
import { morningOf } from './seed.ts';

/** Who were at the taalcafé last week, by gemeente. */
const guests = ['amina', 'selam', 'elif', 'ayaan', 'joy', 'shirin', 'karim', 'zahra'];

/**
 * Lays an activity of a group with its list: some of the people find the hours of it ready to be confirmed. Each gemeente
 * has one, led by the klantmanager of the first guest.
 */
export async function holdTaalcafe(portal: Portal, today: Day, everybody: readonly Laid[]) {
	const there = everybody.filter(({ key }) => guests.includes(key));
	const byGemeente = Map.groupBy(there, ({ person }) => person.gemeentecode);
	for (const [gemeentecode, some] of byGemeente) await hold(portal, gemeentecode, some, today);
}

async function hold(
	{ tenant }: Portal,
	gemeentecode: string,
	some: readonly Laid[],
	today: Day,
): Promise<void> {
	const leader = some[0]?.manager;
	if (!leader) return;
	const on = addDays(today, -6);
	const before = momentOn(addDays(on, -14));
	const named = { gemeentecode, kind: 'activity', name: 'Taalcafé', partnerId: null } as const;
	const cohort = kept(await agenda.cohorts.start(leader, named, before));
	for (const { manager, person } of some) {
		const joined = agenda.cohorts.join(manager, cohort.id, person.id, before.today, before);
		kept(await joined);
	}
	const taalcafe: agenda.Planned = {
		kind: 'activity',
		activity: 'taalcafe',
		subject: 'Taalcafé',
		on,
		at: '14:00',
		minutes: 120,
		rule: null,
		until: null,
		place: `Taalcafé ${tenant.gemeenten.find((one) => one.gemeentecode === gemeentecode)?.name}`,
		address: null,
		withWhom: null,
		interpreter: 'none',
		interpreterLanguage: null,
		bring: [],
	};
	const itemId = kept(await agenda.plan(leader, { cohortId: cohort.id }, taalcafe, before));
	const marks = some.map(({ person }) => {
		return { personId: person.id, presence: 'present', minutes: 120, seen: 0 } as const;
	});
	kept(await agenda.record(leader, `${itemId}.${on}`, marks, momentOn(addDays(on, 1))));
}

function momentOn(on: Day) {
	return { now: morningOf(on), today: on };
}

function kept<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
