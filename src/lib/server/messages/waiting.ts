import { and, asc, count, eq, isNull, min } from 'drizzle-orm';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import type { Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as absences from '../absences/absences.ts';
import { dayOf, type Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Topic } from './kinds.ts';
import { settle } from './sending.ts';

/** A thread in which somebody waits for an answer. */
export interface WaitingRow {
	readonly threadId: string;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly topic: Topic;
	readonly since: Day;
	/** How many messages wait. */
	readonly messages: number;
	/** The person's own. */
	readonly language: OfferedLanguage;
	/** Whether the actor only stands in for the klantmanager of this person. */
	readonly isStandIn: boolean;
}

const shown = 50;

/** Who waits for an answer in the caseload, or of somebody for whom the actor stands in; the longest waiting first. */
export async function waiting(
	actor: Staff,
	moment: Moment,
): Promise<{ readonly total: number; readonly rows: readonly WaitingRow[] }> {
	const { messages: m, messageThreads: th, people: p } = actor.portal.store.t;
	const absent = await absences.standsInFor(actor, moment);
	const since = min(m.sentAt);
	const rows = await actor.portal.store.read
		.select({
			...{ threadId: th.id, topic: th.topic, personId: p.id, since, messages: count() },
			...{ givenName: p.givenName, familyName: p.familyName, language: p.language },
			klantmanagerId: p.klantmanagerId,
		})
		.from(m)
		.innerJoin(th, eq(th.id, m.threadId))
		.innerJoin(p, eq(p.id, m.personId))
		.where(
			and(
				eq(m.sender, 'person'),
				isNull(m.settledAt),
				people.inCaseloadOrStandIn(actor, absent),
			),
		)
		.groupBy(th.id, th.topic, p.id, p.givenName, p.familyName, p.language, p.klantmanagerId)
		.orderBy(asc(since), asc(th.id));
	const first = rows.slice(0, shown).map(({ klantmanagerId, language, ...row }): WaitingRow => ({
		...row,
		since: dayOf(Number(row.since)),
		language: isOffered(language) ? language : 'nl',
		isStandIn: klantmanagerId !== actor.id && absent.includes(klantmanagerId),
	}));
	return { total: rows.length, rows: first };
}

/** What the person wrote, as far as the page showed it, needs no answer: a "thank you", for one. */
export async function noAnswerNeeded(
	actor: Staff,
	personId: string,
	{ seen, threadId }: { readonly threadId: string; readonly seen: number },
	moment: Moment,
): Promise<void> {
	await absences.find(actor, 'message.write', personId, moment);
	if (!isId(threadId)) throw new NotFound();
	const { t } = actor.portal.store;
	const { id: by } = actor;
	await actor.portal.store.write(moment.now, async (tx, log) => {
		const [found] = await tx
			.select({ id: t.messageThreads.id })
			.from(t.messageThreads)
			.where(and(eq(t.messageThreads.id, threadId), eq(t.messageThreads.personId, personId)));
		if (!found) throw new NotFound();
		await settle(tx, t, { threadId, seen, by, now: moment.now });
		log({ actor: by, action: 'message.noAnswer', subject: threadId, personId });
	});
}
