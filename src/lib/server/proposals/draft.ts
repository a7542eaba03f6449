import { and, desc, eq, lt } from 'drizzle-orm';
import { day, isDay } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { choices, criteria, type Criterion, type PartialContent, wrong } from './content.ts';
import { openNote, sealNote } from './note.ts';
import { mayPropose } from './standing.ts';

/** What somebody has filled in of a proposal that has not been sent. Its id becomes the id of the proposal. */
export interface Draft {
	readonly id: string;
	readonly content: PartialContent;
	readonly updatedAt: number;
}

/** Drafts that were not touched for a month are gone. */
const keptFor = 30 * 24 * 60 * 60_000;

/**
 * Begins a proposal and gives its id, which makes sending it twice harmless. An empty draft is used again. Refused
 * (`form`) under the law of 2013 and as long as there is no plan.
 */
export async function startDraft(actor: Resident, { now }: Moment): Promise<Outcome<string>> {
	const allowed = await mayPropose(actor);
	if (!allowed.ok) return allowed;
	const { store } = actor.portal;
	const { proposalDrafts: t } = store.t;
	const { personId } = actor;
	return store.touch(async (tx) => {
		await tx.delete(t).where(and(eq(t.personId, personId), lt(t.updatedAt, now - keptFor)));
		const mine = await tx.select().from(t).where(eq(t.personId, personId));
		const empty = mine.find(({ fields }) => Object.keys(fields).length === 0);
		if (empty) return done(empty.id);
		const id = newId();
		await tx.insert(t).values({ id, personId, fields: {}, updatedAt: now });
		return done(id);
	});
}

/** The person's drafts in which something has been filled in, the last used first. */
export async function drafts(actor: Resident): Promise<Draft[]> {
	const { t, read } = actor.portal.store;
	const rows = await read
		.select()
		.from(t.proposalDrafts)
		.where(eq(t.proposalDrafts.personId, actor.personId))
		.orderBy(desc(t.proposalDrafts.updatedAt));
	return rows.map((row) => draftOf(actor.portal, row)).filter(({ content }) => content.activity);
}

/** The person's own draft, or null when there is none (any more). */
export async function findDraft(actor: Resident, id: string): Promise<Draft | null> {
	const { t, read } = actor.portal.store;
	const [row] = await read
		.select()
		.from(t.proposalDrafts)
		.where(mine(t, actor, id));
	return row ? draftOf(actor.portal, row) : null;
}

/**
 * Writes the answers of one step into the draft. Refused with a problem per field when an answer cannot be sent; the
 * draft then stays as it was.
 */
export async function saveStep(
	actor: Resident,
	id: string,
	answers: PartialContent,
	moment: Moment,
): Promise<Outcome<Draft>> {
	const allowed = await mayPropose(actor);
	if (!allowed.ok) return allowed;
	const { portal } = actor;
	const problems = wrong(answers, portal, moment.today);
	if (Object.keys(problems).length > 0) return refused(problems);
	const { t } = portal.store;
	return portal.store.touch(async (tx) => {
		const own = mine(t, actor, id);
		const [row] = await tx.select().from(t.proposalDrafts).where(own);
		if (!row) throw new NotFound();
		const fields = fieldsOf(portal, id, { ...draftOf(portal, row).content, ...answers });
		const values = { fields, updatedAt: moment.now };
		await tx.update(t.proposalDrafts).set(values).where(own);
		return done(draftOf(portal, { ...row, ...values }));
	});
}

/** Throws a draft away; nothing was sent, so nothing is kept of it. */
export async function dropDraft(actor: Resident, id: string) {
	const { t } = actor.portal.store;
	await actor.portal.store.touch((tx) => tx.delete(t.proposalDrafts).where(mine(t, actor, id)));
}

type Row = Schema['proposalDrafts']['$inferSelect'];

function mine({ proposalDrafts: t }: Schema, actor: Resident, id: string) {
	return and(eq(t.id, id), eq(t.personId, actor.personId));
}

function draftOf(portal: Portal, { id, fields, updatedAt }: Row): Draft {
	const { activity, organisation, startsOn, hoursPerWeek, noteSealed } = fields;
	const content: PartialContent = {
		activity: choices(portal).find((one) => one.id === activity)?.id,
		note: openNote(portal, 'proposals', id, noteSealed ?? null) ?? undefined,
		organisation,
		dutchSpoken: criterionOf(fields['dutchSpoken']),
		together: criterionOf(fields['together']),
		startsOn: isDay(startsOn) ? day(startsOn) : undefined,
		hoursPerWeek: hoursPerWeek === undefined ? undefined : Number(hoursPerWeek),
	};
	return { id, content, updatedAt };
}

function fieldsOf(portal: Portal, id: string, content: PartialContent): Record<string, string> {
	const { hoursPerWeek, note, ...plain } = content;
	const written = {
		...plain,
		hoursPerWeek: hoursPerWeek === undefined ? undefined : String(hoursPerWeek),
		noteSealed: sealNote(portal, 'proposals', id, note ?? null) ?? undefined,
	};
	const given = Object.entries(written).filter(
		(pair): pair is [string, string] => pair[1] !== undefined,
	);
	return Object.fromEntries(given);
}

function criterionOf(written: string | undefined): Criterion | undefined {
	return criteria.find((one) => one === written);
}
