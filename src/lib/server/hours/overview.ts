import { count, desc, eq, max, sum } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import {
	countsInside,
	type CountsInside,
	type HoursNorm,
	participationNormMinutes,
} from '#lib/law/participation-norm.ts';
import type { Actor, Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { kindOf, originOf } from './origins.ts';
import { standingOf } from './standing.ts';
import { type HourState, isOpen } from './states.ts';

/**
 * The norm of participation hours (Besluit inburgering 2021, art. 3.14), or why there is none for this person.
 * `wi2013`: another law applies.
 */
export type Norm =
	| HoursNorm<'noLeerroute' | 'notZRoute' | 'gezinsmigrant' | 'ontheffing'>
	| { readonly applies: false; readonly reason: 'wi2013' };

export type NoNormReason = Extract<Norm, { readonly applies: false }>['reason'];

/** Minutes of one kind, each stage on its own; they are never added together. */
export interface Totals {
	readonly waitingMinutes: number;
	readonly confirmedMinutes: number;
	/** What was decided not to count, the rest of partly confirmed entries included. */
	readonly notCountedMinutes: number;
	/** Entries in which a question waits for the person. */
	readonly questions: number;
}

export interface Overview {
	readonly norm: Norm;
	/** Whether the person can declare hours, and if not why. */
	readonly declaring: 'open' | 'wi2013' | 'noPlan';
	/** Whether the MAP is part of the route: not of the onderwijsroute (W 8(3)). */
	readonly hasModuleMap: boolean;
	/** What counts as participation. */
	readonly totals: Totals;
	/**
	 * Lessons at a school as the person declared them. They never count as participation (Besluit inburgering 2021, art.
	 * 3.14(2)), nor as course hours: those are what the school reports, see `course`.
	 */
	readonly course: Totals;
	/** Where the confirmed minutes of participation come from, the most first. */
	readonly parts: readonly Part[];
}

/** The confirmed minutes of one activity, and by what they are inside the norm. */
export interface Part {
	readonly activity: string;
	readonly confirmedMinutes: number;
	readonly ruling: CountsInside;
}

/** One line of the list. */
export interface ListedEntry {
	readonly id: string;
	readonly receiptNumber: string;
	readonly activity: string;
	readonly organisation: string;
	readonly doneOn: Day;
	readonly state: HourState;
	readonly declaredMinutes: number;
	readonly confirmedMinutes: number;
}

/** Where somebody stands: the norm that applies today and the minutes beside it. */
export async function overview(actor: Actor, personId: string, moment: Moment): Promise<Overview> {
	const { facts } = await standingOf(actor, personId, 'hours.read');
	const norm: Norm =
		facts.stelsel === 'wi2013'
			? { applies: false, reason: 'wi2013' }
			: participationNormMinutes(facts, moment.today);
	const hasPlan = facts.dagtekeningOn !== undefined;
	const declaring = facts.stelsel === 'wi2013' ? 'wi2013' : hasPlan ? 'open' : 'noPlan';
	const hasModuleMap = facts.leerroute === 'B' || facts.leerroute === 'Z';
	return { norm, declaring, hasModuleMap, ...(await talliesOf(actor, personId)) };
}

/** Everything the person declared, the newest first. */
export async function list(actor: Actor, personId: string): Promise<ListedEntry[]> {
	await standingOf(actor, personId, 'hours.read');
	const { hourEntries: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select({
			id: t.id,
			receiptNumber: t.receiptNumber,
			activity: t.activity,
			organisation: t.organisation,
			doneOn: t.doneOn,
			state: t.state,
			declaredMinutes: t.declaredMinutes,
			confirmedMinutes: t.confirmedMinutes,
		})
		.from(t)
		.where(eq(t.personId, personId))
		.orderBy(desc(t.receivedAt), desc(t.id));
	return rows.map((row) => ({ ...row, doneOn: day(row.doneOn) }));
}

/** Where the person was before, the last place first; four, because more is no longer a short choice. */
export async function knownOrganisations(actor: Resident): Promise<string[]> {
	const { hourEntries: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select({ organisation: t.organisation })
		.from(t)
		.where(eq(t.personId, actor.personId))
		.groupBy(t.organisation)
		.orderBy(desc(max(t.receivedAt)))
		.limit(4);
	return rows.map(({ organisation }) => organisation);
}

async function talliesOf(
	actor: Actor,
	personId: string,
): Promise<Pick<Overview, 'totals' | 'course' | 'parts'>> {
	const { hourEntries: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select({
			activity: t.activity,
			state: t.state,
			entries: count(),
			declared: sum(t.declaredMinutes),
			confirmed: sum(t.confirmedMinutes),
		})
		.from(t)
		.where(eq(t.personId, personId))
		.groupBy(t.activity, t.state);
	const sums = rows.map(({ declared, confirmed, ...row }): Sum => ({
		...row,
		declaredMinutes: Number(declared),
		confirmedMinutes: Number(confirmed),
	}));
	const isOf = (kind: ReturnType<typeof kindOf>) => (row: Sum) => kindOf(row.activity) === kind;
	const inside = sums.filter(isOf('participation'));
	return {
		totals: totalsOf(inside),
		course: totalsOf(sums.filter(isOf('course'))),
		parts: partsOf(inside),
	};
}

interface Sum {
	readonly activity: string;
	readonly state: HourState;
	readonly entries: number;
	readonly declaredMinutes: number;
	readonly confirmedMinutes: number;
}

function totalsOf(sums: readonly Sum[]): Totals {
	let [waitingMinutes, confirmedMinutes, notCountedMinutes, questions] = [0, 0, 0, 0];
	for (const { state, entries, declaredMinutes, confirmedMinutes: counted } of sums) {
		confirmedMinutes += counted;
		if (isOpen(state)) waitingMinutes += declaredMinutes;
		else if (state !== 'withdrawn') notCountedMinutes += declaredMinutes - counted;
		if (state === 'asked') questions += entries;
	}
	return { waitingMinutes, confirmedMinutes, notCountedMinutes, questions };
}

function partsOf(sums: readonly Sum[]): Part[] {
	const grouped = Map.groupBy(sums, ({ activity }) => activity);
	return [...grouped]
		.map(([activity, some]): Part => {
			const minutes = some.reduce((total, { confirmedMinutes }) => total + confirmedMinutes, 0);
			return { activity, confirmedMinutes: minutes, ruling: countsInside(originOf(activity)) };
		})
		.filter(({ confirmedMinutes }) => confirmedMinutes > 0)
		.toSorted((a, b) => b.confirmedMinutes - a.confirmedMinutes);
}
