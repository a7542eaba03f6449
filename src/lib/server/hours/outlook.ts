import { and, eq, max, notInArray } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { type DuoTotal, participationForDuo } from '#lib/law/hours-duo.ts';
import { type Forecast, forecast } from '#lib/law/hours-forecast.ts';
import { participationNormMinutes } from '#lib/law/participation-norm.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import type { Actor, Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { kindOf } from './origins.ts';
import { type Standing, standingOf } from './standing.ts';
import { gone, isOpen } from './states.ts';

/**
 * How somebody's hours go, to plan with; null where no norm applies, after the term, and when everything has been
 * declared. What still waits for a decision is taken to count.
 */
export async function outlook(
	actor: Actor,
	personId: string,
	{ today }: Moment,
): Promise<Forecast | null> {
	const standing = await standingOf(actor, personId, 'hours.read');
	const { facts } = standing;
	const termijn = termijnOf(facts);
	const norm = normOf(standing, { today });
	if (!norm?.applies || !termijn || !facts.firstDagtekeningOn) return null;
	const sessions = await sessionsOf(actor, personId);
	return forecast(
		{
			normMinutes: norm.minutes,
			sessions: sessions.map(({ doneOn, state, declaredMinutes, confirmedMinutes }) => ({
				doneOn,
				minutes: isOpen(state) ? declaredMinutes : confirmedMinutes,
			})),
			since: facts.firstDagtekeningOn,
			until: termijn.until,
		},
		today,
	);
}

/**
 * The total of participation as DUO takes it; null for who has no norm of it, about whom DUO asks none. The two totals
 * of lessons are `course.forDuo`: a lesson that the person declared is in neither of the three.
 */
export async function forDuo(
	actor: Staff,
	personId: string,
	{ today }: Pick<Moment, 'today'>,
): Promise<DuoTotal | null> {
	const norm = normOf(await standingOf(actor, personId, 'hours.read'), { today });
	if (!norm?.applies) return null;
	const sessions = (await sessionsOf(actor, personId)).map(
		({ doneOn, state, confirmedMinutes }) => ({ doneOn, isOpen: isOpen(state), confirmedMinutes }),
	);
	return participationForDuo(sessions, today);
}

/** The day on which something last happened to one of the entries; null without any. Since then the totals stand. */
export async function lastChangeOn(actor: Actor, personId: string): Promise<Day | null> {
	await standingOf(actor, personId, 'hours.read');
	const { hourEntries: t } = actor.portal.store.t;
	const [row] = await actor.portal.store.read
		.select({ at: max(t.changedAt) })
		.from(t)
		.where(eq(t.personId, personId));
	return row?.at == null ? null : dayOf(row.at);
}

function normOf({ facts }: Standing, { today }: Pick<Moment, 'today'>) {
	return facts.stelsel === 'wi2013' ? null : participationNormMinutes(facts, today);
}

async function sessionsOf(actor: Actor, personId: string) {
	const { hourEntries: t } = actor.portal.store.t;
	const { activity, doneOn, state, declaredMinutes, confirmedMinutes } = t;
	const rows = await actor.portal.store.read
		.select({ activity, doneOn, state, declaredMinutes, confirmedMinutes })
		.from(t)
		.where(and(eq(t.personId, personId), notInArray(t.state, [...gone])));
	return rows
		.filter((row) => kindOf(row.activity) === 'participation')
		.map((row) => ({ ...row, doneOn: day(row.doneOn) }));
}
