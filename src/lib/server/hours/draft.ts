import { and, desc, eq, lt } from 'drizzle-orm';
import { day, isDay } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { offered, type PartialContent, wrong } from './content.ts';
import { openNote, sealNote } from './note.ts';
import { firstPlanDay, standingOf } from './standing.ts';

/** What somebody has filled in of an entry that has not been sent. Its id becomes the id of the entry. */
export interface Draft {
	readonly id: string;
	readonly content: PartialContent;
	/** How many photos of a phone wait for it to be sent. */
	readonly photos: number;
	readonly updatedAt: number;
}

/** Drafts that were not touched for a month are gone. */
const keptFor = 30 * 24 * 60 * 60_000;

/**
 * Begins a new entry and gives its id, which makes sending it twice harmless. An empty draft is used again. Refused
 * (`form`) under the law of 2013 and as long as there is no plan.
 */
export async function startDraft(actor: Resident, moment: Moment): Promise<Outcome<string>> {
	const allowed = firstPlanDay(await standingOf(actor, actor.personId, 'hours.declare'));
	if (!allowed.ok) return allowed;
	const { store } = actor.portal;
	const { hourDrafts } = store.t;
	const { personId } = actor;
	return store.touch(async (tx) => {
		const old = lt(hourDrafts.updatedAt, moment.now - keptFor);
		await tx.delete(hourDrafts).where(and(eq(hourDrafts.personId, personId), old));
		const mine = await tx.select().from(hourDrafts).where(eq(hourDrafts.personId, personId));
		const empty = mine.find(({ fields }) => Object.keys(fields).length === 0);
		if (empty) return done(empty.id);
		const id = newId();
		await tx.insert(hourDrafts).values({ id, personId, fields: {}, updatedAt: moment.now });
		return done(id);
	});
}

/** The person's drafts in which something has been filled in, the last used first. */
export async function drafts(actor: Resident): Promise<Draft[]> {
	const { t, read } = actor.portal.store;
	const rows = await read
		.select()
		.from(t.hourDrafts)
		.where(eq(t.hourDrafts.personId, actor.personId))
		.orderBy(desc(t.hourDrafts.updatedAt));
	return rows
		.map((row) => draftOf(actor.portal, row))
		.filter(({ content, photos }) => photos > 0 || Object.values(content).some(isFilledIn));
}

/** The person's own draft, or null when there is none (any more). */
export async function findDraft(actor: Resident, id: string): Promise<Draft | null> {
	const { t, read } = actor.portal.store;
	const [row] = await read
		.select()
		.from(t.hourDrafts)
		.where(mine(t, actor, id));
	return row ? draftOf(actor.portal, row) : null;
}

/** The person's own draft; otherwise not found. */
export async function draft(actor: Resident, id: string): Promise<Draft> {
	const found = await findDraft(actor, id);
	if (!found) throw new NotFound();
	return found;
}

/**
 * Writes the answers of one step into the draft. Refused with a problem per field when an answer cannot be declared;
 * the draft then stays as it was.
 */
export async function saveStep(
	actor: Resident,
	id: string,
	answers: PartialContent,
	moment: Moment,
): Promise<Outcome<Draft>> {
	const allowed = firstPlanDay(await standingOf(actor, actor.personId, 'hours.declare'));
	if (!allowed.ok) return allowed;
	const { portal } = actor;
	const found = wrong(answers, { portal, today: moment.today, firstPlanOn: allowed.value });
	if (Object.keys(found).length > 0) return refused(found);
	const { t } = portal.store;
	return portal.store.touch(async (tx) => {
		const [row] = await tx
			.select()
			.from(t.hourDrafts)
			.where(mine(t, actor, id));
		if (!row) throw new NotFound();
		const { content, photos } = draftOf(portal, row);
		const fields = fieldsOf(portal, id, { ...content, ...answers }, photos);
		const values = { fields, updatedAt: moment.now };
		await tx
			.update(t.hourDrafts)
			.set(values)
			.where(mine(t, actor, id));
		return done(draftOf(portal, { ...row, ...values }));
	});
}

/** Throws a draft away; nothing was sent, so nothing is kept of it. */
export async function dropDraft(actor: Resident, id: string) {
	const { t } = actor.portal.store;
	const { draftPhotos, store } = actor.portal;
	const dropped = await store.touch((tx) =>
		tx
			.delete(t.hourDrafts)
			.where(mine(t, actor, id))
			.returning(),
	);
	if (dropped.length > 0) await draftPhotos.remove(id);
}

type Row = Schema['hourDrafts']['$inferSelect'];

function mine({ hourDrafts }: Schema, actor: Resident, id: string) {
	return and(eq(hourDrafts.id, id), eq(hourDrafts.personId, actor.personId));
}

/** A draft as it is kept, read. */
export function draftOf(portal: Portal, { id, fields, updatedAt }: Row): Draft {
	const {
		photos = '0',
		activity,
		organisation,
		doneOn,
		minutes,
		dutchSpoken,
		together,
		noteSealed,
	} = fields;
	const known = activity === undefined ? null : offered(portal, activity);
	const content: PartialContent = {
		activity: known?.id,
		note: openNote(portal, 'hour_entries', id, noteSealed ?? null) ?? undefined,
		organisation,
		doneOn: isDay(doneOn) ? day(doneOn) : undefined,
		minutes: minutes === undefined ? undefined : Number(minutes),
		dutchSpoken: answerOf(dutchSpoken),
		together: answerOf(together),
	};
	return { id, content, photos: Number(photos), updatedAt };
}

/** What is kept of a draft. */
export function fieldsOf(
	portal: Portal,
	id: string,
	content: PartialContent,
	photos: number,
): Record<string, string> {
	const { minutes, dutchSpoken, together, note } = content;
	const written = {
		activity: content.activity,
		organisation: content.organisation,
		doneOn: content.doneOn,
		minutes: minutes === undefined ? undefined : String(minutes),
		dutchSpoken: dutchSpoken === undefined ? undefined : yesOrNo(dutchSpoken),
		together: together === undefined ? undefined : yesOrNo(together),
		noteSealed: sealNote(portal, 'hour_entries', id, note ?? null) ?? undefined,
	};
	const kept = { ...written, photos: photos === 0 ? undefined : String(photos) };
	const given = Object.entries(kept).filter(
		(pair): pair is [string, string] => pair[1] !== undefined,
	);
	return Object.fromEntries(given);
}

function isFilledIn(answer: unknown): boolean {
	return answer !== undefined;
}

function answerOf(written: string | undefined): boolean | undefined {
	return written === undefined ? undefined : written === 'yes';
}

function yesOrNo(answer: boolean): 'yes' | 'no' {
	return answer ? 'yes' : 'no';
}
