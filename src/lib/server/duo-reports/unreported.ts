import { and, eq, gt, inArray, max, min, notInArray, or, sql } from 'drizzle-orm';
import { type Day, day, daysBetween } from '#lib/law/day.ts';
import { participationNormMinutes } from '#lib/law/participation-norm.ts';
import type { Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import { inCaseload } from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { policyFor } from '../tenants/tenants.ts';

/** Somebody of whom DUO has another number of participation hours than the college confirmed. */
export interface UnreportedRow {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	/** Whole hours that were confirmed and not reported yet. */
	readonly hours: number;
	/** DUO has more than was confirmed until that day, as a decision was taken back since. */
	readonly isTooHigh: boolean;
	/** The day of the first decision that no report has. */
	readonly sinceOn: Day;
	readonly lastReportedOn: Day | null;
	/** Longer ago than the gemeente has chosen; false where it has chosen nothing. */
	readonly isOverdue: boolean;
}

const shown = 100;

/**
 * The people of the caseload with a norm of participation (Besluit inburgering 2021, art. 3.14) of whom DUO does not
 * have what was confirmed, the longest waiting first. One question for the hours, however many there are, and one for
 * the plans.
 */
export async function unreported(
	actor: Staff,
	{ today }: Moment,
): Promise<{ readonly total: number; readonly rows: readonly UnreportedRow[] }> {
	const tallies = (await talliesOf(actor)).filter(({ extra, isTooHigh }) => extra > 0 || isTooHigh);
	const owners = await withNorm(
		actor,
		tallies.map(({ personId }) => personId),
		today,
	);
	const rows = tallies.flatMap((tally): UnreportedRow[] => {
		const owner = owners.get(tally.personId);
		if (!owner) return [];
		const { personId, extra, isTooHigh, lastReportedOn } = tally;
		const { givenName, familyName, gemeentecode } = owner;
		// A decision with the clock before that of a report can be written after it: then it waits since the report.
		const sinceOn = tally.sinceAt === null ? (lastReportedOn ?? today) : dayOf(tally.sinceAt);
		const { duoReportWeeks: weeks } = policyFor(actor.portal.tenant, gemeentecode);
		const isOverdue = weeks !== undefined && daysBetween(sinceOn, today) >= weeks * 7;
		const who = { personId, givenName, familyName };
		return [{ ...who, hours: extra, isTooHigh, sinceOn, lastReportedOn, isOverdue }];
	});
	const sorted = rows.toSorted(
		(a, b) => a.sinceOn.localeCompare(b.sinceOn) || a.familyName.localeCompare(b.familyName, 'nl'),
	);
	return { total: sorted.length, rows: sorted.slice(0, shown) };
}

interface Tally {
	readonly personId: string;
	readonly extra: number;
	readonly isTooHigh: boolean;
	readonly sinceAt: number | null;
	readonly lastReportedOn: Day | null;
}

/** The confirmed minutes of each person, in all and as far as DUO knows the day, beside what DUO has. */
async function talliesOf(actor: Staff): Promise<Tally[]> {
	const { hourEntries: t, people } = actor.portal.store.t;
	const last = lastReports(actor);
	const isKnown = sql`(${last.bekendTot} is not null and ${t.doneOn} < ${last.bekendTot})`;
	const isCovered = sql`(${isKnown} and ${t.changedAt} <= ${last.recordedAt})`;
	const isOf = sql`(${t.confirmedMinutes} > 0 or ${isKnown})`;
	const rows = await actor.portal.store.read
		.select({
			personId: t.personId,
			confirmed: sql<string>`sum(${t.confirmedMinutes})`,
			known: sql<string>`sum(case when ${isKnown} then ${t.confirmedMinutes} else 0 end)`,
			sinceAt: sql<
				string | null
			>`min(case when ${isOf} and not ${isCovered} then ${t.changedAt} end)`,
			reported: max(last.hours),
			lastReportedOn: max(last.reportedOn),
		})
		.from(t)
		.innerJoin(people, eq(people.id, t.personId))
		.leftJoin(last, eq(last.personId, t.personId))
		.where(and(inCaseload(actor), notInArray(t.activity, [...hours.lessonActivities])))
		.groupBy(t.personId)
		.having(or(gt(sql`sum(${t.confirmedMinutes})`, 59), gt(max(last.hours), 0)));
	return rows.map(({ personId, confirmed, known, reported, sinceAt, lastReportedOn }) => ({
		personId,
		extra: Math.floor(Number(confirmed) / 60) - (reported ?? 0),
		isTooHigh: Math.floor(Number(known) / 60) < (reported ?? 0),
		sinceAt: sinceAt === null ? null : Number(sinceAt),
		lastReportedOn: lastReportedOn === null ? null : day(lastReportedOn),
	}));
}

/** Of each person the last report of participation. */
function lastReports(actor: Staff) {
	const { duoReports: t } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const newest = read
		.select({ personId: t.personId, number: max(t.number).as('newest_number') })
		.from(t)
		.where(eq(t.kind, 'participation'))
		.groupBy(t.personId)
		.as('newest');
	return read
		.select({
			personId: t.personId,
			hours: t.hours,
			bekendTot: t.bekendTot,
			reportedOn: t.reportedOn,
			recordedAt: t.recordedAt,
		})
		.from(t)
		.innerJoin(newest, and(eq(newest.personId, t.personId), eq(newest.number, t.number)))
		.where(eq(t.kind, 'participation'))
		.as('last_reports');
}

/** Those of them for whom a norm of participation holds today, whom DUO asks about. */
async function withNorm(actor: Staff, ids: readonly string[], today: Day) {
	if (ids.length === 0) return new Map<string, never>();
	const { people, pips } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const plans = read
		.select({
			personId: pips.personId,
			newest: max(pips.version).as('newest_version'),
			firstOn: min(pips.dagtekeningOn).as('first_on'),
		})
		.from(pips)
		.groupBy(pips.personId)
		.as('plans');
	const found = await read
		.select({ person: people, current: pips, firstOn: plans.firstOn })
		.from(people)
		.innerJoin(plans, eq(plans.personId, people.id))
		.innerJoin(pips, and(eq(pips.personId, people.id), eq(pips.version, plans.newest)))
		.where(inArray(people.id, [...ids]));
	const asked = found.filter(({ person, current, firstOn }) => {
		const first = { ...current, dagtekeningOn: firstOn ?? current.dagtekeningOn };
		const facts = pip.factsOf(person, { first, current });
		return facts.stelsel !== 'wi2013' && participationNormMinutes(facts, today).applies;
	});
	return new Map(asked.map(({ person }) => [person.id, person]));
}
