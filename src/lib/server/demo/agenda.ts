import { addDays, type Day, earlierOf, isBefore, laterOf } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import type { Outcome } from '../errors.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { appointments } from './appointments.ts';
import { morningOf } from './seed.ts';
import { type Group, groups } from './timetable.ts';

/** Somebody of the demo who was laid, by the key; `since` is the day of the plan. */
export interface Laid {
	readonly key: string;
	readonly person: Person;
	readonly manager: Staff;
	readonly leerroute: Leerroute | null;
	readonly since: Day | null;
}

interface Laying {
	readonly portal: Portal;
	readonly today: Day;
	readonly staff: ReadonlyMap<string, Staff>;
}

/** They had said that they come before the lesson moved, so that they are asked again. */
const saidEarly: readonly string[] = ['senait', 'rima'];

/** Lessons begin four weeks after the plan, as the plan says. */
const lessonsAfterDays = 28;

/**
 * Plans for the people of the demo: groups with their lessons and meetings, with holidays, one moved and one
 * cancelled; appointments of their own; and what some of them said about coming.
 */
export async function planAgenda(world: Laying, everybody: readonly Laid[]) {
	for (const group of groups(world.today)) {
		if (group.tenantId === world.portal.tenant.id) await layGroup(world, group, everybody);
	}
	for (const one of everybody) {
		for (const planned of appointments(one.key, one.person.language, world.today)) {
			const moment = momentOn(earlierOf(addDays(world.today, -7), planned.on));
			await kept(agenda.plan(one.manager, { personId: one.person.id }, planned, moment));
		}
		await answerSome(world, one);
	}
}

async function layGroup(world: Laying, group: Group, everybody: readonly Laid[]) {
	const leader = world.staff.get(group.leader);
	if (!leader) throw new Error(`nobody is called ${group.leader}`);
	const { gemeentecode, kind, name, partnerId = null, series } = group;
	const firstOn = series.map(({ on }) => on).reduce(earlierOf);
	const begun = momentOn(firstOn);
	const cohort = await kept(
		agenda.cohorts.start(leader, { gemeentecode, kind, name, partnerId }, begun),
	);
	const members = membersOf(group, everybody);
	for (const { manager, person, since } of members) {
		const fromOn = laterOf(firstOn, since === null ? firstOn : addDays(since, lessonsAfterDays));
		await kept(agenda.cohorts.join(manager, cohort.id, person.id, fromOn, momentOn(fromOn)));
	}
	for (const planned of series) {
		const itemId = await kept(agenda.plan(leader, { cohortId: cohort.id }, planned, begun));
		if (planned.rule === null) continue;
		for (const { key, to } of differing(planned, itemId, world.today)) {
			const said = momentOn(addDays(world.today, -4));
			const early = to.isCancelled ? [] : members.filter((one) => saidEarly.includes(one.key));
			for (const one of early)
				await say(world.portal, one.person, key, true, addDays(world.today, -6));
			await kept(agenda.change(leader, key, { revision: 0, exceptionRevision: 0 }, to, said));
		}
	}
}

function membersOf({ gemeentecode, leerroute, members, size }: Group, everybody: readonly Laid[]) {
	const named = everybody.filter(({ key }) => members.includes(key));
	const crowd = everybody.filter(
		(one) =>
			one.key.startsWith('crowd-') &&
			one.since !== null &&
			one.leerroute === leerroute &&
			one.person.gemeentecode === gemeentecode,
	);
	return [...named, ...crowd.slice(0, Math.max(0, size - named.length))];
}

/** What differs from a series: the days around Christmas, and of lessons one in another room and one without a teacher. */
function differing(planned: agenda.Planned, itemId: string, today: Day) {
	const { at, minutes, until } = planned;
	const { address, place, withWhom } = planned;
	const same = { at, minutes, place, address, withWhom };
	const change = (on: Day, to: Partial<agenda.Change> & Pick<agenda.Change, 'reason'>) => ({
		key: `${itemId}.${on}`,
		to: { ...same, isCancelled: false, on, ...to },
	});
	const rest = { from: addDays(today, -7), until: until ?? today };
	const ahead = agenda.daysOf(
		{ startsOn: planned.on, rule: planned.rule, until: rest.until },
		rest,
	);
	const holiday = ahead.filter((on) => isHoliday(on));
	const off = holiday.map((on) => change(on, { isCancelled: true, reason: 'holiday' }));
	if (planned.kind !== 'lesson') return off;
	const nextWeek = ahead.filter((on) => on > addDays(today, 7) && !holiday.includes(on));
	const [moved, cancelled] = nextWeek;
	if (!moved || !cancelled) return off;
	const room = { at: '14:00', place: 'Taalschool De Brug, lokaal 5' };
	const inRoom = change(moved, { on: addDays(moved, 1), ...room, reason: 'roomGone' });
	return [inRoom, change(cancelled, { isCancelled: true, reason: 'teacherAway' }), ...off];
}

/** The two weeks without school around Christmas. */
function isHoliday(on: Day): boolean {
	const monthAndDay = on.slice(5);
	return monthAndDay >= '12-21' || monthAndDay < '01-04';
}

/** Some said that they come to what is next; one could not last week. */
async function answerSome({ portal, today }: Laying, { key, person }: Laid) {
	if (key !== 'amina' && key !== 'selam' && key !== 'joy') return;
	const actor = residentOf(portal, person);
	const window = { from: addDays(today, -7), until: addDays(today, 7) };
	const all = (await agenda.of(actor, person.id, window)).filter(({ isCancelled }) => !isCancelled);
	const missed = all.find(({ on }) => isBefore(on, today));
	const next = all.find(({ on }) => on > today);
	if (missed) await say(portal, person, missed.key, false, missed.on);
	if (next) await say(portal, person, next.key, true, addDays(today, -1));
}

async function say(portal: Portal, person: Person, occurrence: string, isComing: boolean, on: Day) {
	const reason = isComing ? null : 'childIll';
	const said = { personId: person.id, occurrence, isComing, reason, key: newId() } as const;
	await kept(agenda.answer(residentOf(portal, person), said, momentOn(on)));
}

function residentOf(portal: Portal, { id }: Person): Resident {
	return { kind: 'resident', id, personId: id, portal };
}

function momentOn(on: Day): Moment {
	return { now: morningOf(on), today: on };
}

async function kept<T>(outcome: Promise<Outcome<T>>): Promise<T> {
	const told = await outcome;
	if (!told.ok) throw new Error(JSON.stringify(told.problems));
	return told.value;
}
