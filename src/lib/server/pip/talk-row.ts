import { eq } from 'drizzle-orm';
import type { Language } from '#lib/languages/languages.ts';
import { addYears, type Day, day, isBefore } from '#lib/law/day.ts';
import type { Actor } from '../access/access.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { Problems } from '../errors.ts';

export type TalkRow = Schema['plannedTalks']['$inferSelect'];

/** Whether an interpreter comes along: none, still to be found, or certain. */
export type Interpreter = TalkRow['interpreter'];

export const interpreters = ['none', 'wanted', 'booked'] as const satisfies readonly Interpreter[];

/** The talk after which a plan is published. */
export interface TalkPlan {
	readonly heldOn: Day;
	/** HH:MM on the 24-hour clock. */
	readonly startsAt: string;
	readonly place: string;
	readonly interpreter: Interpreter;
	readonly interpreterLanguage: Language | null;
	/** Why the talk comes after the ten weeks of B 5.3, in the klantmanager's own words. */
	readonly lateReason: string | null;
}

/** A talk that is planned, with the revision of the draft that is published after it. */
export interface PlannedTalk extends TalkPlan {
	readonly revision: number;
	/** Counts the plannings: what a change has to name. */
	readonly planning: number;
}

/** What is asked: the talk, the revision it is about, and the planning that the page was made from; 0 for none. */
export type TalkAsked = TalkPlan & { readonly revision: number; readonly planning: number };

export const placeMax = 120;
export const lateReasonMax = 500;

/** What is wrong with a talk in itself, whatever plan it is about. */
export function problemsOf(talk: TalkPlan, today: Day): Problems | null {
	if (isBefore(talk.heldOn, today)) return { heldOn: 'talkInPast' };
	if (isBefore(addYears(today, 1), talk.heldOn)) return { heldOn: 'talkTooFar' };
	if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(talk.startsAt)) return { startsAt: 'notATime' };
	if (talk.place.trim() === '') return { place: 'missing' };
	if (talk.place.length > placeMax) return { place: 'tooLong' };
	if ((talk.lateReason?.length ?? 0) > lateReasonMax) return { lateReason: 'tooLong' };
	if (talk.interpreter !== 'none' && talk.interpreterLanguage === null) {
		return { interpreterLanguage: 'interpreterLanguageMissing' };
	}
	return null;
}

/** The row to write. A reason is kept only where the law asks for one. */
export function valuesOf(
	actor: Actor,
	personId: string,
	talk: TalkAsked,
	isBeyond: boolean,
	now: number,
): Omit<TalkRow, 'personId'> {
	const { lateReason, interpreter, planning, revision, heldOn, startsAt } = talk;
	return {
		revision,
		heldOn,
		startsAt,
		place: talk.place.trim(),
		interpreter,
		interpreterLanguage: interpreter === 'none' ? null : talk.interpreterLanguage,
		lateReasonSealed:
			isBeyond && lateReason !== null
				? envelope.seal(actor.portal.keyring, lateReason, aad(actor, personId))
				: null,
		planning: planning + 1,
		plannedBy: actor.id,
		plannedAt: now,
	};
}

/** The second of two taps asks for what the first one made. */
export function isSame(known: PlannedTalk, asked: TalkAsked) {
	return (
		known.planning === asked.planning + 1 &&
		known.revision === asked.revision &&
		known.heldOn === asked.heldOn &&
		known.startsAt === asked.startsAt &&
		known.place === asked.place.trim() &&
		known.interpreter === asked.interpreter &&
		(known.interpreter === 'none' || known.interpreterLanguage === asked.interpreterLanguage) &&
		(known.lateReason === null || known.lateReason === asked.lateReason)
	);
}

/** What is planned with somebody, as a transaction sees it; whoever asks has checked the access. */
export async function rowOf(actor: Actor, tx: Db, personId: string): Promise<TalkRow | null> {
	const { plannedTalks } = actor.portal.store.t;
	const [row] = await tx.select().from(plannedTalks).where(eq(plannedTalks.personId, personId));
	return row ?? null;
}

/** A row as the klantmanager reads it. */
export function opened(actor: Actor, row: TalkRow): PlannedTalk {
	const { heldOn, startsAt, place, interpreter, revision, planning, lateReasonSealed } = row;
	const { keyring } = actor.portal;
	return {
		heldOn: day(heldOn),
		startsAt,
		place,
		interpreter,
		interpreterLanguage: row.interpreterLanguage as Language | null,
		lateReason:
			lateReasonSealed && envelope.openText(keyring, lateReasonSealed, aad(actor, row.personId)),
		revision,
		planning,
	};
}

function aad({ portal }: Actor, row: string): string {
	const { id: tenant } = portal.tenant;
	return envelope.aadOf({ tenant, table: 'planned_talks', column: 'late_reason_sealed', row });
}
