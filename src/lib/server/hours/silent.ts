import { and, eq, gte, inArray, max, min, notExists, notInArray, sql, sum } from 'drizzle-orm';
import { addDays, type Day, day, isOnOrAfter } from '#lib/law/day.ts';
import { participationNormMinutes } from '#lib/law/participation-norm.ts';
import { silentWeeks, weeksSilent } from '#lib/law/silence.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import type { Actor, Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import * as pip from '../pip/pip.ts';
import { policyFor } from '../tenants/tenants.ts';
import { inCaseload } from './caseload.ts';
import { kindOf } from './origins.ts';
import type { FirstOf } from './plans.ts';
import { standingOf } from './standing.ts';
import { gone, isOpen } from './states.ts';

/** Somebody with a norm of participation of whom no hours came for some weeks. Why is not known here. */
export interface SilentRow {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	/** Dagtekening of the first plan. */
	readonly planOn: Day;
	/** The day on which hours were last sent; null where none ever were. */
	readonly lastSentOn: Day | null;
	readonly weeks: number;
}

const shown = 50;

/**
 * The people of the caseload who sent no hours for as many weeks as the gemeente has chosen, the longest first; not who
 * has no norm of participation (Besluit inburgering 2021, art. 3.14), nor who sent all of it, nor after the term. It is
 * a reason to call and ask, and no rule reads it.
 */
export async function silent(actor: Staff, moment: Moment): Promise<FirstOf<SilentRow>> {
	const { today } = moment;
	const found = (await withoutHoursOf(actor, moment)).flatMap(
		({ person, current, firstOn, sentAt }) => {
			const facts = pip.factsOf(person, { first: { ...current, dagtekeningOn: firstOn }, current });
			const termijn = termijnOf(facts);
			if (facts.stelsel === 'wi2013' || !termijn || isOnOrAfter(today, termijn.until)) return [];
			const norm = participationNormMinutes(facts, today);
			const planOn = facts.firstDagtekeningOn ?? day(firstOn);
			const lastSentOn = sentAt === null ? null : dayOf(sentAt);
			const weeks = weeksSilent(planOn, lastSentOn, today);
			if (!norm.applies || weeks < weeksIn(actor, person.gemeentecode, today)) return [];
			const { id: personId, givenName, familyName } = person;
			return [{ norm, row: { personId, givenName, familyName, planOn, lastSentOn, weeks } }];
		},
	);
	const sent = await sentMinutes(
		actor,
		found.map(({ row }) => row.personId),
	);
	const rows = found
		.filter(({ norm, row }) => (sent.get(row.personId) ?? 0) < norm.minutes)
		.map(({ row }) => row)
		.toSorted((a, b) => b.weeks - a.weeks || a.familyName.localeCompare(b.familyName, 'nl'));
	return { total: rows.length, rows: rows.slice(0, shown) };
}

/** The day on which somebody last sent hours, whatever became of them; null where that never was. */
export async function lastSentOn(actor: Actor, personId: string): Promise<Day | null> {
	await standingOf(actor, personId, 'hours.read');
	const { hourEntries: t } = actor.portal.store.t;
	const [row] = await actor.portal.store.read
		.select({ at: max(t.receivedAt) })
		.from(t)
		.where(eq(t.personId, personId));
	return row?.at == null ? null : dayOf(row.at);
}

/** Who of the caseload has a plan of that long ago and sent nothing since the shortest time that may be chosen here. */
async function withoutHoursOf(actor: Staff, { now, today }: Moment) {
	const { hourEntries, people: persons, pips } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const codes = actor.gemeentecodes.filter((code) =>
		actor.portal.tenant.gemeenten.some(({ gemeentecode }) => gemeentecode === code),
	);
	if (codes.length === 0) return [];
	const days = 7 * Math.min(...codes.map((code) => weeksIn(actor, code, today)));
	// Two days less, as an instant is no calendar day; the exact rule follows on the rows.
	const since = now - (days - 2) * 86_400_000;
	const plans = read
		.select({
			personId: pips.personId,
			newest: max(pips.version).as('newest_version'),
			firstOn: min(pips.dagtekeningOn).as('first_on'),
		})
		.from(pips)
		.groupBy(pips.personId)
		.having(sql`${min(pips.dagtekeningOn)} <= ${addDays(today, -days)}`)
		.as('plans');
	const recent = read
		.select({ id: hourEntries.id })
		.from(hourEntries)
		.where(and(eq(hourEntries.personId, persons.id), gte(hourEntries.receivedAt, since)));
	const found = await read
		.select({ person: persons, current: pips, firstOn: plans.firstOn })
		.from(persons)
		.innerJoin(plans, eq(plans.personId, persons.id))
		.innerJoin(pips, and(eq(pips.personId, persons.id), eq(pips.version, plans.newest)))
		.where(and(inCaseload(actor), notExists(recent)));
	const last = await lastSent(
		actor,
		found.map(({ person }) => person.id),
	);
	return found.map((row) => ({
		...row,
		firstOn: row.firstOn ?? row.current.dagtekeningOn,
		sentAt: last.get(row.person.id) ?? null,
	}));
}

async function lastSent(actor: Staff, ids: readonly string[]): Promise<Map<string, number | null>> {
	if (ids.length === 0) return new Map();
	const { hourEntries: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select({ personId: t.personId, at: max(t.receivedAt) })
		.from(t)
		.where(inArray(t.personId, [...ids]))
		.groupBy(t.personId);
	return new Map(rows.map(({ personId, at }) => [personId, at]));
}

/** Minutes of participation that were sent and may still count, by person. */
async function sentMinutes(actor: Staff, ids: readonly string[]): Promise<Map<string, number>> {
	const totals = new Map<string, number>();
	if (ids.length === 0) return totals;
	const { hourEntries: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select({
			personId: t.personId,
			activity: t.activity,
			state: t.state,
			declared: sum(t.declaredMinutes),
			confirmed: sum(t.confirmedMinutes),
		})
		.from(t)
		.where(and(inArray(t.personId, [...ids]), notInArray(t.state, [...gone])))
		.groupBy(t.personId, t.activity, t.state);
	for (const { personId, activity, state, declared, confirmed } of rows) {
		if (kindOf(activity) !== 'participation') continue;
		const minutes = Number(isOpen(state) ? declared : confirmed);
		totals.set(personId, (totals.get(personId) ?? 0) + minutes);
	}
	return totals;
}

function weeksIn({ portal }: Staff, gemeentecode: string, today: Day): number {
	return silentWeeks(today, policyFor(portal.tenant, gemeentecode).silentWeeks);
}
