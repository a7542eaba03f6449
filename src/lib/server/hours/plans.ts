import { asc, count, eq, gt, isNull, max, or, sql } from 'drizzle-orm';
import { compareDays, type Day, isBefore } from '#lib/law/day.ts';
import { type PipDue, pipDue } from '#lib/law/pip-clock.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as pip from '../pip/pip.ts';
import { inCaseload } from './caseload.ts';

/** Somebody whose plan must still be made, with the last day in time when it can be said. */
export interface PlanToMake {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly state: Exclude<PipDue['state'], 'otherLaw'>;
	/** The last day on which the plan is in time (Besluit inburgering 2021, art. 5.3; inclusive). */
	readonly latestOn: Day | null;
	readonly isLate: boolean;
}

/** Somebody for whom a plan has been drafted that was not published. */
export interface PlanToPublish {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly updatedAt: number;
}

/** The first of a list, and how many there are in all. */
export interface FirstOf<T> {
	readonly total: number;
	readonly rows: readonly T[];
}

const shown = 50;

/**
 * The people of the caseload without a plan, or without one since they moved here: the longest overdue first, those
 * without a day last. The law of 2013 knows no plan.
 */
export async function plansToMake(actor: Staff, { today }: Moment): Promise<FirstOf<PlanToMake>> {
	const { people, pips } = actor.portal.store.t;
	const lastOn = max(pips.dagtekeningOn);
	const found = await actor.portal.store.read
		.select({ person: people, lastOn })
		.from(people)
		.leftJoin(pips, eq(pips.personId, people.id))
		.where(inCaseload(actor))
		.groupBy(people.id)
		.having(or(isNull(lastOn), gt(people.movedInOn, sql`${lastOn}`)));
	const all = found.flatMap(({ person }): PlanToMake[] => {
		const due = pipDue(pip.factsOf(person, { first: null, current: null }));
		if (due.state === 'otherLaw') return [];
		const { id: personId, givenName, familyName } = person;
		const latestOn = due.state === 'running' ? due.latestOn : null;
		const isLate = latestOn !== null && isBefore(latestOn, today);
		return [{ personId, givenName, familyName, state: due.state, latestOn, isLate }];
	});
	return { total: all.length, rows: all.toSorted(byDay).slice(0, shown) };
}

/** The plans that stand ready to be finished and published, the oldest first. */
export async function plansToPublish(actor: Staff): Promise<FirstOf<PlanToPublish>> {
	const { people, pipDrafts } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const { givenName, familyName, id: personId } = people;
	const rows = await read
		.select({ personId, givenName, familyName, updatedAt: pipDrafts.updatedAt })
		.from(pipDrafts)
		.innerJoin(people, eq(people.id, pipDrafts.personId))
		.where(inCaseload(actor))
		.orderBy(asc(pipDrafts.updatedAt))
		.limit(shown);
	const [all] = await read
		.select({ total: count() })
		.from(pipDrafts)
		.innerJoin(people, eq(people.id, pipDrafts.personId))
		.where(inCaseload(actor));
	return { total: all?.total ?? 0, rows };
}

function byDay(a: PlanToMake, b: PlanToMake): number {
	if (a.latestOn !== null && b.latestOn !== null) return compareDays(a.latestOn, b.latestOn);
	return Number(a.latestOn === null) - Number(b.latestOn === null);
}
