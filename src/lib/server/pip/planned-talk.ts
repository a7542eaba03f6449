import { and, eq } from 'drizzle-orm';
import type { Language } from '#lib/languages/languages.ts';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, type Problems, refused } from '../errors.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import { check } from './check.ts';
import { refusalsOf } from './finding.ts';
import {
	isSame,
	opened,
	type PlannedTalk,
	problemsOf,
	rowOf,
	type TalkAsked,
	type TalkPlan,
	type TalkRow,
	valuesOf,
} from './talk-row.ts';
import { tenWeeks } from './ten-weeks.ts';
import { pipsIn } from './versions.ts';

/** The talk that is planned about somebody's draft, or null. For the staff. */
export async function plannedTalk(actor: Actor, personId: string): Promise<PlannedTalk | null> {
	permitted(actor, 'pip.draft', await people.find(actor, personId));
	const row = await rowOf(actor, actor.portal.store.read, personId);
	return row && opened(actor, row);
}

/** When and where the person talks about a plan that is coming: what the person may know of it. */
export type TalkShown = Omit<TalkPlan, 'lateReason'> & { readonly hasBeen: boolean };

/** The talk as the person reads it; null when none is planned. */
export async function talkShown(
	actor: Actor,
	personId: string,
	today: Day,
): Promise<TalkShown | null> {
	permitted(actor, 'pip.read', await people.find(actor, personId));
	const row = await rowOf(actor, actor.portal.store.read, personId);
	if (row === null) return null;
	const { startsAt, place, interpreter } = row;
	const heldOn = day(row.heldOn);
	const language = row.interpreterLanguage as Language | null;
	const hasBeen = isBefore(heldOn, today);
	return { heldOn, startsAt, place, interpreter, interpreterLanguage: language, hasBeen };
}

/**
 * Plans the talk after which this revision of the draft is published, or moves it: then `planning` is the one that the
 * page was made from. Refused for a draft that could not be published on that day, and beyond the ten weeks without a
 * reason (B 5.3).
 */
export async function planTalk(
	actor: Actor,
	personId: string,
	talk: TalkAsked,
	{ now, today }: Moment,
): Promise<Outcome<PlannedTalk>> {
	const person = permitted(actor, 'pip.publish', await people.find(actor, personId));
	const wrong = problemsOf(talk, today);
	if (wrong) return refused(wrong);
	const { pipDrafts, plannedTalks } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		const about = { actor: actor.id, subject: personId, personId };
		const refuse = (problems: Problems) => {
			const problem = Object.values(problems)[0] ?? null;
			log({ ...about, action: 'talk.refuse', detail: { problem } });
			return refused(problems);
		};
		const pips = await pipsIn(actor, tx, personId);
		const [draft] = await tx
			.select()
			.from(pipDrafts)
			.where(and(eq(pipDrafts.personId, personId), eq(pipDrafts.revision, talk.revision)));
		const known = await rowOf(actor, tx, personId);
		if (known && isSame(opened(actor, known), talk)) {
			log({ ...about, action: 'talk.plan.again' });
			return done(opened(actor, known));
		}
		if (!draft || (known?.planning ?? 0) !== talk.planning) {
			return refuse({ form: 'changedMeanwhile' });
		}
		const refusals = refusalsOf(check(person, draft.content, pips, talk.heldOn));
		if (Object.keys(refusals).length > 0) return refuse(refusals);
		const clock = tenWeeks(person, pips, today);
		const isBeyond = clock !== null && isBefore(clock.latestOn, talk.heldOn);
		if (isBeyond && talk.lateReason === null) return refuse({ lateReason: 'talkBeyondTenWeeks' });
		const values = valuesOf(actor, personId, talk, isBeyond, now);
		const [row] = await tx
			.insert(plannedTalks)
			.values({ personId, ...values })
			.onConflictDoUpdate({
				target: plannedTalks.personId,
				set: values,
				setWhere: eq(plannedTalks.planning, talk.planning),
			})
			.returning();
		if (!row) return refuse({ form: 'changedMeanwhile' });
		const detail = { revision: talk.revision, heldOn: talk.heldOn, isBeyond };
		log({ ...about, action: known ? 'talk.move' : 'talk.plan', detail });
		await notices.add(
			tx,
			actor.portal.store.t,
			told(row, known ? 'talkMoved' : 'talkPlanned', now),
		);
		return done(opened(actor, row));
	});
}

/** Takes the planning away; the draft stays. A second tap changes nothing; a talk that was moved since is kept. */
export async function cancelTalk(
	actor: Actor,
	personId: string,
	planning: number,
	{ now }: Moment,
): Promise<Outcome<null>> {
	permitted(actor, 'pip.publish', await people.find(actor, personId));
	const { plannedTalks } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		const about = { actor: actor.id, subject: personId, personId };
		const known = await rowOf(actor, tx, personId);
		if (known && known.planning !== planning) {
			log({ ...about, action: 'talk.refuse', detail: { problem: 'changedMeanwhile' } });
			return refused({ form: 'changedMeanwhile' });
		}
		await tx
			.delete(plannedTalks)
			.where(and(eq(plannedTalks.personId, personId), eq(plannedTalks.planning, planning)));
		log({ ...about, action: known ? 'talk.cancel' : 'talk.cancel.again' });
		if (known) {
			await notices.add(tx, actor.portal.store.t, told(known, 'talkCancelled', now));
		}
		return done(null);
	});
}

/** The notice about a talk, of use until it begins. */
function told(
	{ heldOn, personId, planning, startsAt }: TalkRow,
	kind: notices.NoticeKind,
	now: number,
): notices.NewNotice {
	return {
		personId,
		// A planning that was taken away begins to count anew, so that the instant tells them apart.
		fact: `${kind} ${personId} ${planning} ${now}`,
		kind,
		subject: personId,
		slots: { day: heldOn, time: startsAt },
		at: now,
		expiresAt: agenda.instantOf(day(heldOn), startsAt),
	};
}

/** The planning ends with the publication, whichever way it came about. */
export async function endTalk(actor: Actor, tx: Db, personId: string): Promise<void> {
	const { plannedTalks } = actor.portal.store.t;
	await tx.delete(plannedTalks).where(eq(plannedTalks.personId, personId));
}
