/**
 * The urenoverzicht: everything that counts of somebody's hours on a day, line by line with receipt numbers, what
 * still waits apart, and the totals by part of the law. To take along at a move, as the gemeente that gives it vouches
 * for it (Wet inburgering 2021, art. 35(4)). It says what the ledger says and keeps nothing of its own.
 */
import type { Article } from '#lib/law/article.ts';
import { compareDays, type Day } from '#lib/law/day.ts';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as course from '../course/course.ts';
import * as duoReports from '../duo-reports/duo-reports.ts';
import * as hours from '../hours/hours.ts';
import * as people from '../people/people.ts';
import * as proofs from '../proofs/proofs.ts';
import { gemeente } from '../tenants/tenants.ts';

export { check, type Given, issue } from './check-value.ts';

/** One declaration; `minutes` is what counts of it, or what waits for a decision. */
export interface StatementLine {
	readonly id: string;
	readonly receiptNumber: string;
	readonly doneOn: Day;
	readonly activity: string;
	readonly organisation: string;
	readonly minutes: number;
	/** How many photos the gemeente keeps of it. */
	readonly proofs: number;
}

/** Minutes that count under one paragraph of the law. */
export interface LawPart {
	readonly article: Article;
	readonly minutes: number;
}

export interface Statement {
	readonly on: Day;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly bornOn: string;
	readonly gemeenteName: string;
	readonly overview: hours.Overview;
	/** The lessons as schools reported them; what somebody declared as a lesson counts for nothing. */
	readonly course: course.CourseOverview;
	/** What counts as participation, the first day first. */
	readonly confirmed: readonly StatementLine[];
	/** What waits for a decision or for an answer. */
	readonly waiting: readonly StatementLine[];
	/** What DUO was told of it; null where that was nothing yet. */
	readonly reported: duoReports.Reported | null;
	/** Where the minutes that count belong (B 3.14(2), (5), (6)). */
	readonly parts: readonly LawPart[];
}

/** Where somebody's hours stand today; not found for whoever may not read them. Asks the same few questions for any number of lines. */
export async function of(actor: Actor, personId: string, moment: Moment): Promise<Statement> {
	const person = await people.find(actor, personId);
	const overview = await hours.overview(actor, personId, moment);
	const entries = await hours.list(actor, personId);
	const claimed = entries.filter(({ activity }) => hours.kindOf(activity) === 'participation');
	const photos = await photosOf(actor, claimed);
	const lines = (some: readonly hours.ListedEntry[], field: Minutes) =>
		some.map((entry) => lineOf(entry, field, photos)).toSorted(byDay);
	const isCounted = ({ confirmedMinutes }: hours.ListedEntry) => confirmedMinutes > 0;
	const isWaiting = ({ state }: hours.ListedEntry) => state === 'received' || state === 'asked';
	const { bornOn, familyName, gemeentecode, givenName } = person;
	const { tenant } = actor.portal;
	return {
		on: moment.today,
		personId,
		givenName,
		familyName,
		bornOn,
		gemeenteName: gemeente(tenant, gemeentecode)?.name ?? tenant.name,
		overview,
		course: await course.overview(actor, personId),
		confirmed: lines(claimed.filter(isCounted), 'confirmedMinutes'),
		waiting: lines(claimed.filter(isWaiting), 'declaredMinutes'),
		reported: await duoReports.participation(actor, personId),
		parts: partsOf(overview.parts),
	};
}

type Minutes = 'confirmedMinutes' | 'declaredMinutes';

function lineOf(
	entry: hours.ListedEntry,
	field: Minutes,
	photos: ReadonlyMap<string, number>,
): StatementLine {
	const { activity, doneOn, id, organisation, receiptNumber } = entry;
	const said = { id, receiptNumber, doneOn, activity, organisation };
	return { ...said, minutes: entry[field], proofs: photos.get(id) ?? 0 };
}

const byDay = (a: StatementLine, b: StatementLine) =>
	compareDays(a.doneOn, b.doneOn) || (a.receiptNumber < b.receiptNumber ? -1 : 1);

async function photosOf(actor: Actor, entries: readonly hours.ListedEntry[]) {
	const ids = entries.map(({ id }) => id);
	const found = await proofs.ofEntries(actor.portal, ids);
	const kept = found.filter(({ removedAt }) => removedAt === null);
	const byEntry = Map.groupBy(kept, ({ entryId }) => entryId);
	return new Map([...byEntry].map(([id, some]) => [id, some.length]));
}

function partsOf(parts: readonly hours.Part[]): LawPart[] {
	const byArticle = Map.groupBy(parts, ({ ruling }) => ruling.article);
	return [...byArticle]
		.map(([article, some]) => ({
			article,
			minutes: some.reduce((sum, { confirmedMinutes }) => sum + confirmedMinutes, 0),
		}))
		.toSorted((a, b) => (a.article < b.article ? -1 : 1));
}
