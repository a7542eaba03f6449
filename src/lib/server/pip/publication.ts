import { and, eq } from 'drizzle-orm';
import { day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { done, type Outcome, type Problems, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import * as sending from '../sending/sending.ts';
import { check } from './check.ts';
import { refusalsOf } from './finding.ts';
import { endTalk } from './planned-talk.ts';
import { rowOf } from './talk-row.ts';
import { type Pip, pipsIn } from './versions.ts';

/** What is published: this revision of the draft, and the day on which the decision is sent. */
export interface Publication {
	readonly revision: number;
	readonly dagtekeningOn: string;
	/** That the letter goes out on that day; asked where the person gets decisions on paper. */
	readonly letterGoesToday: boolean;
}

/**
 * Publishes the draft as the next version: all of it or nothing. The dagtekening is the day on which the plan is sent,
 * which is today, so that the term and the time for bezwaar begin on the right day (W 11(2), Awb 6:8(1)): without the
 * portal as the person's own choice (Awb 2:10) a letter has to go out today. Publishing the same revision twice gives
 * the same version; a revision that is no longer the draft is refused.
 */
export async function publish(
	actor: Actor,
	personId: string,
	publication: Publication,
	moment: Moment,
): Promise<Outcome<Pip>> {
	return publishUnless(actor, personId, publication, moment, async () => Promise.resolve({}));
}

/** As `publish`, when `against` finds nothing against it in the very transaction that publishes. */
async function publishUnless(
	actor: Actor,
	personId: string,
	{ revision, dagtekeningOn, letterGoesToday }: Publication,
	{ now, today }: Moment,
	against: (tx: Db) => Promise<Problems>,
): Promise<Outcome<Pip>> {
	const person = permitted(actor, 'pip.publish', await people.find(actor, personId));
	if (dagtekeningOn !== today) return refused({ dagtekeningOn: 'dagtekeningNotToday' });
	const { pipDrafts, pips } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		const known = await pipsIn(actor, tx, personId);
		const version = (known.current?.version ?? 0) + 1;
		const thisDraft = and(
			eq(pipDrafts.personId, personId),
			eq(pipDrafts.revision, revision),
			eq(pipDrafts.baseVersion, version - 1),
		);
		const [draft] = await tx.select().from(pipDrafts).where(thisDraft);
		const refusals = draft
			? { ...refusalsOf(check(person, draft.content, known, today)), ...(await against(tx)) }
			: {};
		const way = await sending.wayIn(actor, tx, personId, 'decisions');
		if (draft && way === 'paper' && !letterGoesToday) refusals['letter'] ??= 'letterNotToday';
		if (Object.keys(refusals).length > 0) return refuse(log, actor, personId, revision, refusals);
		const [taken] = await tx.delete(pipDrafts).where(thisDraft).returning();
		if (!taken) return alreadyGone(tx, log, actor, personId, revision);
		const { content } = taken;
		const how = { version, dagtekeningOn: today, publishedBy: actor.id, publishedAt: now };
		const [pip] = await tx
			.insert(pips)
			.values({ id: newId(), personId, content, ...how })
			.returning();
		if (!pip) throw new Error('the new plan did not come back');
		await endTalk(actor, tx, personId);
		const detail = { revision, version, dagtekeningOn: today, way };
		log({ actor: actor.id, action: published, subject: pip.id, personId, detail });
		await notices.add(tx, actor.portal.store.t, {
			personId,
			fact: `plan ${pip.id}`,
			kind: 'planSent',
			subject: pip.id,
			at: now,
			expiresAt: now + notices.usualLife,
		});
		return done({ ...pip, sending: await sending.record(actor, tx, pip, way) });
	});
}

/**
 * Publishes what was talked about, on the day of the talk or later: the very revision for which the talk was planned.
 * A draft that was changed since is refused, and never published in its place; so is one whose talk was called off.
 */
export async function publishAfterTalk(
	actor: Actor,
	personId: string,
	publication: Omit<Publication, 'dagtekeningOn'>,
	moment: Moment,
): Promise<Outcome<Pip>> {
	const { today } = moment;
	const now = { ...publication, dagtekeningOn: today };
	return publishUnless(actor, personId, now, moment, async (tx) => {
		const talk = await rowOf(actor, tx, personId);
		if (talk?.revision !== publication.revision) return { form: 'changedMeanwhile' };
		return isBefore(today, day(talk.heldOn)) ? { form: 'talkNotYet' } : {};
	});
}

const published = 'pip.publish';

/** The second of two taps gives the version that the first one made; anything else was changed by somebody. */
async function alreadyGone(
	tx: Db,
	log: Log,
	actor: Actor,
	personId: string,
	revision: number,
): Promise<Outcome<Pip>> {
	const { current } = await pipsIn(actor, tx, personId);
	const { audit } = actor.portal.store.t;
	const [line] = await tx
		.select()
		.from(audit)
		.where(and(eq(audit.subject, current?.id ?? ''), eq(audit.action, published)));
	if (!current || line?.detail['revision'] !== revision) {
		return refuse(log, actor, personId, revision, { form: 'changedMeanwhile' });
	}
	const detail = { revision, version: current.version };
	log({ actor: actor.id, action: 'pip.publish.again', subject: current.id, personId, detail });
	return done(current);
}

function refuse(
	log: Log,
	actor: Actor,
	personId: string,
	revision: number,
	problems: Problems,
): Outcome<Pip> {
	const detail = { revision, problem: Object.values(problems)[0] ?? null };
	log({ actor: actor.id, action: 'pip.publish.refuse', subject: personId, personId, detail });
	return refused(problems);
}
