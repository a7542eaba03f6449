import { and, asc, eq, ne, or, type SQL, sql } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import { eventsOf } from './rows.ts';
import { answerDueOn, mayBeAbout, type Submission, submissionOf } from './submission.ts';

/** Something with which the gemeente has to do something: since when, and until when it may. */
export interface WaitingRow extends Pick<
	Submission,
	'id' | 'kind' | 'personId' | 'receivedOn' | 'reference' | 'state' | 'timing'
> {
	readonly givenName: string;
	readonly familyName: string;
	readonly dueOn: Day | null;
	readonly isLate: boolean;
}

const shown = 50;

/** What waits in the caseload, the longest waiting first; complaints only for who may settle them. */
export async function waiting(
	actor: Staff,
	{ today }: Moment,
): Promise<{ readonly total: number; readonly rows: readonly WaitingRow[] }> {
	const { portal } = actor;
	const { read, t } = portal.store;
	const { people: p, submissions: s } = t;
	const { familyName, givenName } = p;
	const which = and(isWaiting(actor), people.inCaseload(actor), isFor(actor));
	const all = await read
		.select({ row: s, givenName, familyName })
		.from(s)
		.innerJoin(p, eq(p.id, s.personId))
		.where(which)
		.orderBy(asc(s.handedInAt), asc(s.id));
	const others = all.filter(
		({ row }) => row.kind !== 'complaint' || !mayBeAbout(actor, submissionOf(portal, row, [])),
	);
	const found = others.slice(0, shown);
	const events = await eventsOf(
		portal,
		found.map(({ row }) => row.id),
	);
	const rows = found.map(({ row, ...who }): WaitingRow => {
		const submission = submissionOf(portal, row, events.get(row.id) ?? []);
		const { id, kind, personId, receivedOn, reference, state, timing } = submission;
		const dueOn = answerDueOn(submission);
		const isLate = dueOn !== null && isBefore(dueOn, today);
		return { id, kind, personId, receivedOn, reference, state, timing, ...who, dueOn, isLate };
	});
	return { total: others.length, rows };
}

/** What `waits` in submission.ts says, as a condition. */
function isWaiting({ portal }: Staff): SQL | undefined {
	const { submissionEvents: e, submissions: s } = portal.store.t;
	const last = sql`coalesce((select ${e.kind} from ${e} where ${e.submissionId} = ${s.id} order by ${e.number} desc limit 1), 'added')`;
	const wasPassedOn = sql`exists (select 1 from ${e} where ${e.submissionId} = ${s.id} and ${e.kind} = 'passedOn')`;
	return or(sql`${last} = 'added'`, and(sql`${last} = 'withdrawn'`, wasPassedOn));
}

/** A complaint is for a team leader who does not work for the person (Awb 9:7). */
function isFor(actor: Staff): SQL | undefined {
	const { people: p, submissions: s } = actor.portal.store.t;
	const isOther = ne(s.kind, 'complaint');
	return actor.roles.includes('teamLead') ? or(isOther, ne(p.klantmanagerId, actor.id)) : isOther;
}
