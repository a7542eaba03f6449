import { addWeeks, compareDays, type Day, dayBefore, isBefore } from '#lib/law/day.ts';
import { contradictions } from '#lib/law/contradiction.ts';
import type { Facts } from '#lib/law/facts.ts';
import { timeline } from '#lib/law/timeline.ts';
import type { Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { policyFor } from '../tenants/tenants.ts';
import { heldOnOfMany } from './held.ts';
import { talkKinds } from './kinds.ts';
import { notUnderstoodOf } from './remarks.ts';
import { type Talk, talksIn } from './rows.ts';

/** How somebody's voortgangsgesprekken stand beside the number in the plan. */
export interface TalkLine {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	/** As many a year as the plan says (B 5.3(4)). */
	readonly perYear: number;
	readonly held: number;
	readonly lastHeldOn: Day | null;
	/** The next one that is planned. */
	readonly planned: Talk | null;
	/** A talk that has been, of which no report was signed off. */
	readonly toReport: Talk | null;
	/** The report that was not understood, by the id of its talk. */
	readonly notUnderstood: string | null;
	/** The last day on which the next one is in time; null once all of the term were held. */
	readonly dueOn: Day | null;
	/** Whether it is time to plan one, and none is planned. */
	readonly isDue: boolean;
	readonly isLate: boolean;
}

/** To find a day and an interpreter a talk is planned this long before it is due. */
const planAheadWeeks = 6;

/** How the voortgangsgesprekken of the caseload stand, of everybody with a plan; what is due first comes first. */
export async function overview(actor: Staff, moment: Moment): Promise<readonly TalkLine[]> {
	const { portal } = actor;
	const mine = await people.caseload(actor);
	const ids = mine.map(({ id }) => id);
	const { store } = portal;
	const [plans, steps, held, talks, reported, asked] = await Promise.all([
		pip.ofMany(actor, ids),
		modules.stepsOfMany(actor, ids),
		heldOnOfMany(portal, ids),
		agenda.onceFor(store.t, store.read, ids, talkKinds),
		reportedOf(actor),
		notUnderstoodOf(portal, ids),
	]);
	const byPerson = Map.groupBy(talksIn(talks), ({ personId }) => personId);
	return mine
		.flatMap((person) => {
			const pips = plans.get(person.id);
			if (!pips?.current) return [];
			const its = {
				...{ pips, held: held.get(person.id) ?? [], talks: byPerson.get(person.id) ?? [] },
				recorded: modules.factsIn(steps.get(person.id) ?? []),
				...{ reported, asked: asked.find(({ personId }) => personId === person.id)?.itemId },
			};
			return [lineOf(actor, person, pips.current, its, moment)];
		})
		.toSorted(byDue);
}

/** With whom a voortgangsgesprek has to be planned: it is due soon or overdue, and none is planned. */
export async function due(actor: Staff, moment: Moment): Promise<readonly TalkLine[]> {
	return (await overview(actor, moment)).filter(({ isDue }) => isDue);
}

interface Known {
	readonly pips: pip.Pips;
	readonly recorded: Partial<Facts>;
	readonly held: readonly Day[];
	readonly talks: readonly Talk[];
	readonly reported: ReadonlySet<string>;
	readonly asked: string | undefined;
}

function lineOf(
	actor: Staff,
	person: Schema['people']['$inferSelect'],
	{ content }: pip.Pip,
	{ asked, held, pips, recorded, reported, talks }: Known,
	{ now, today }: Moment,
): TalkLine {
	const { familyName, givenName, id: personId } = person;
	const own = talks.filter(({ isCancelled }) => !isCancelled);
	const progressTalks = own.filter(({ kind }) => kind === 'voortgangsgesprek');
	const planned = progressTalks.find(({ endsAt }) => endsAt > now) ?? null;
	const toReport = own.find(({ endsAt, itemId }) => endsAt <= now && !reported.has(itemId)) ?? null;
	const dueOn = nextDueOn(
		actor,
		person,
		pips,
		{ ...recorded, voortgangsgesprekkenHeldOn: held },
		today,
	);
	const isSoon = dueOn !== null && !isBefore(addWeeks(today, planAheadWeeks), dueOn);
	const wasHeld = progressTalks.some((talk) => talk === toReport);
	return {
		...{ personId, givenName, familyName, perYear: content.voortgangsgesprekken },
		...{ held: held.length, lastHeldOn: held.at(-1) ?? null, planned, toReport, dueOn },
		notUnderstood: asked ?? null,
		isDue: isSoon && planned === null && !wasHeld,
		isLate: dueOn !== null && isBefore(dueOn, today),
	};
}

/** The last day for the first voortgangsgesprek of the term that was not held. */
function nextDueOn(
	{ portal }: Staff,
	person: people.Person,
	pips: pip.Pips,
	recorded: Partial<Facts>,
	today: Day,
): Day | null {
	const facts = pip.factsOf(person, pips, recorded);
	const perYear = pips.current?.content.voortgangsgesprekken;
	if (perYear === undefined || contradictions(facts).length > 0) return null;
	const policy = policyFor(portal.tenant, person.gemeentecode);
	const steps = timeline(facts, { ...policy, voortgangsgesprekkenPerYear: perYear }, today);
	const next = steps.find(({ doneOn, key }) => key === 'voortgangsgesprek' && doneOn === undefined);
	return next?.until === undefined ? null : dayBefore(next.until);
}

async function reportedOf({ portal }: Staff): Promise<ReadonlySet<string>> {
	const { talkReports: t } = portal.store.t;
	const rows = await portal.store.read.selectDistinct({ itemId: t.itemId }).from(t);
	return new Set(rows.map(({ itemId }) => itemId));
}

function byDue(a: TalkLine, b: TalkLine): number {
	if (a.dueOn === null || b.dueOn === null)
		return Number(a.dueOn === null) - Number(b.dueOn === null);
	return compareDays(a.dueOn, b.dueOn) || a.familyName.localeCompare(b.familyName, 'nl');
}
