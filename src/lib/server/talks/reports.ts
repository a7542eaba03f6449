import { and, desc, eq } from 'drizzle-orm';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import { isEmpty, type ReportContent } from './content.ts';
import { draftIn, lastReportIn, reportContent, type ReportRow } from './drafts.ts';
import { contentOf } from './content.ts';
import { one, type Talk } from './rows.ts';
import { opened, seal } from './sealed.ts';

/** A report as it was signed off; it is never changed. */
export interface Report {
	readonly id: string;
	readonly version: number;
	readonly heldOn: Day;
	readonly signedOn: Day;
	readonly signedBy: string;
	readonly content: ReportContent;
}

/** Every version of the report of a talk, the newest first. */
export async function reports(actor: Actor, personId: string, itemId: string): Promise<Report[]> {
	permitted(actor, 'talk.read', await people.find(actor, personId));
	const { store } = actor.portal;
	const { talkReports: t } = store.t;
	const rows = await store.read
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), eq(t.itemId, itemId)))
		.orderBy(desc(t.version));
	return rows.map((row) => reportOf(actor, row));
}

/** The report of a talk that holds now; not found as long as none was signed off. */
export async function report(actor: Actor, personId: string, itemId: string): Promise<Report> {
	const [newest] = await reports(actor, personId, itemId);
	if (!newest) throw new NotFound();
	return newest;
}

/** For which talks with somebody a report was signed off. */
export async function reported(actor: Actor, personId: string): Promise<ReadonlySet<string>> {
	permitted(actor, 'talk.read', await people.find(actor, personId));
	const { store } = actor.portal;
	const { talkReports: t } = store.t;
	const rows = await store.read
		.selectDistinct({ itemId: t.itemId })
		.from(t)
		.where(eq(t.personId, personId));
	return new Set(rows.map(({ itemId }) => itemId));
}

/** What is signed off: this revision of the report in the making, and the day on which the talk was held. */
export interface Signing {
	readonly itemId: string;
	readonly revision: number;
	readonly heldOn: Day;
}

/**
 * Signs the report off: from then on the person reads it, and it is never changed; what was wrong is said in the next
 * version. Signing off the same revision for the same day twice gives the same report. Refused for an empty one, for a day to come, and
 * with `changedMeanwhile` for a revision that is no longer the report in the making.
 */
export async function sign(
	actor: Staff,
	personId: string,
	{ heldOn, itemId, revision }: Signing,
	moment: Moment,
): Promise<Outcome<Report>> {
	permitted(actor, 'talk.report', await people.find(actor, personId));
	const talk = await one(actor, personId, itemId);
	const { portal } = actor;
	const { store } = portal;
	return store.write(moment.now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const about = { actor: actor.id, subject: itemId, personId };
		const known = await lastReportIn(actor, tx, itemId);
		if (known?.fromRevision === revision && known.heldOn === heldOn) {
			log({ ...about, action: 'talk.report.again' });
			return done(reportOf(actor, known));
		}
		const inTheMaking = await draftIn(actor, tx, itemId);
		const content =
			inTheMaking?.revision === revision
				? contentOf(
						opened(portal, { table: 'talk_report_drafts', row: itemId }, inTheMaking.contentSealed),
					)
				: null;
		const wrong = problemOf(talk, content, heldOn, moment);
		if (wrong || content === null) {
			const [field, problem] = wrong ?? (['form', 'changedMeanwhile'] as const);
			log({ ...about, action: 'talk.report.refuse', detail: { problem } });
			return refused({ [field]: problem });
		}
		return done(await publish(tx, content, (known?.version ?? 0) + 1));

		async function publish(db: Db, said: ReportContent, version: number): Promise<Report> {
			const id = newId();
			const place = { table: 'talk_reports', row: id } as const;
			const row: ReportRow = {
				...{ id, itemId, personId, version, heldOn, fromRevision: revision },
				contentSealed: seal(portal, place, JSON.stringify(said)),
				signedBy: actor.id,
				signedAt: moment.now,
			};
			await db.insert(store.t.talkReports).values(row);
			const { talkReportDrafts: d } = store.t;
			await db.delete(d).where(eq(d.itemId, itemId));
			await notices.add(db, store.t, {
				...{ personId, kind: 'talkReport', subject: itemId, slots: { day: heldOn } },
				fact: `talk:${itemId}:report:${version}`,
				at: moment.now,
				expiresAt: moment.now + notices.usualLife,
			});
			log({ ...about, action: 'talk.report', detail: { version } });
			return reportOf(actor, row);
		}
	});
}

function problemOf(
	{ isCancelled }: Talk,
	content: ReportContent | null,
	heldOn: Day,
	{ today }: Moment,
): readonly [string, ProblemKey] | null {
	if (content === null) return ['form', 'changedMeanwhile'];
	if (isEmpty(content)) return ['form', 'missing'];
	if (isCancelled) return ['form', 'agendaOff'];
	return isBefore(today, heldOn) ? ['heldOn', 'future'] : null;
}

function reportOf(actor: Actor, row: ReportRow): Report {
	const { heldOn, id, signedAt, signedBy, version } = row;
	const content = reportContent(actor, row);
	return { id, version, heldOn: day(heldOn), signedOn: dayOf(signedAt), signedBy, content };
}
