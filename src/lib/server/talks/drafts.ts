import { desc, eq } from 'drizzle-orm';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import { contentOf, emptyReport, type ReportContent } from './content.ts';
import { one } from './rows.ts';
import { opened, seal } from './sealed.ts';

export type ReportRow = Schema['talkReports']['$inferSelect'];
export type DraftRow = Schema['talkReportDrafts']['$inferSelect'];

/** A report in the making; `revision` is what a page was made from. */
export interface ReportDraft {
	readonly content: ReportContent;
	readonly revision: number;
	/** Whether somebody began; otherwise there is nothing to sign off. */
	readonly isBegun: boolean;
}

/** The report of a talk in the making; after one was signed off, what a correction begins with. */
export async function draft(actor: Staff, personId: string, itemId: string): Promise<ReportDraft> {
	permitted(actor, 'talk.report', await people.find(actor, personId));
	const talk = await one(actor, personId, itemId);
	const { read } = actor.portal.store;
	const row = await draftIn(actor, read, talk.itemId);
	if (row) {
		const { contentSealed, revision } = row;
		const place = { table: 'talk_report_drafts', row: itemId } as const;
		const content = contentOf(opened(actor.portal, place, contentSealed));
		return { content, revision, isBegun: true };
	}
	const last = await lastReportIn(actor, read, itemId);
	const content = last ? reportContent(actor, last) : emptyReport;
	return { content, revision: last?.fromRevision ?? 0, isBegun: false };
}

/**
 * Keeps another content of the report in the making; refused with `changedMeanwhile` when somebody else was first, and
 * then nothing of theirs is lost.
 */
export async function saveDraft(
	actor: Staff,
	personId: string,
	itemId: string,
	content: ReportContent,
	seen: number,
	{ now }: Moment,
): Promise<Outcome<number>> {
	permitted(actor, 'talk.report', await people.find(actor, personId));
	await one(actor, personId, itemId);
	const { portal } = actor;
	const { talkReportDrafts: t } = portal.store.t;
	const place = { table: 'talk_report_drafts', row: itemId } as const;
	const contentSealed = seal(portal, place, JSON.stringify(content));
	const set = { contentSealed, revision: seen + 1, updatedBy: actor.id, updatedAt: now };
	const isSaved = await portal.store.touch(async (tx) => {
		await people.takeTurn(portal.store.t, tx, personId);
		const known = await draftIn(actor, tx, itemId);
		const last = await lastReportIn(actor, tx, itemId);
		if ((known?.revision ?? last?.fromRevision ?? 0) !== seen) return false;
		await tx
			.insert(t)
			.values({ itemId, personId, ...set })
			.onConflictDoUpdate({ target: t.itemId, set });
		return true;
	});
	return isSaved ? done(seen + 1) : refused({ form: 'changedMeanwhile' });
}

export async function draftIn(actor: Actor, db: Db, itemId: string): Promise<DraftRow | null> {
	const { talkReportDrafts: t } = actor.portal.store.t;
	const [row] = await db.select().from(t).where(eq(t.itemId, itemId));
	return row ?? null;
}

export async function lastReportIn(actor: Actor, db: Db, itemId: string) {
	const { talkReports: t } = actor.portal.store.t;
	const [row] = await db
		.select()
		.from(t)
		.where(eq(t.itemId, itemId))
		.orderBy(desc(t.version))
		.limit(1);
	return row ?? null;
}

export function reportContent({ portal }: Actor, { contentSealed, id }: ReportRow): ReportContent {
	return contentOf(opened(portal, { table: 'talk_reports', row: id }, contentSealed));
}
