/**
 * The timeline of one inburgering, from the link with a gemeente to what comes after: the steps that the law and the
 * gemeente's own choices date, what was written down beside them, and what somebody waits for. It decides nothing.
 */
import { contradictions } from '#lib/law/contradiction.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { Policy } from '#lib/law/policy.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import * as law from '#lib/law/timeline.ts';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as talks from '../talks/talks.ts';
import * as waiting from '../waiting/waiting.ts';
import { type Block, blocksOf, byDay } from './blocks.ts';
import { type Entry, ofLaw, ofRecorded, ofWaiting, type When } from './entries.ts';
import { policyIn } from './policy.ts';
import { untold } from './recorded.ts';

export { arrival, type ArrivalItem } from './arrival.ts';
export type { Block } from './blocks.ts';
export type { Entry, EntrySource, EntryState, What, When } from './entries.ts';
export { type LateRow, late } from './late.ts';

export interface Timeline {
	readonly state: 'shown' | 'otherLaw' | 'contradicted';
	readonly blocks: readonly Block[];
	readonly awaited: pip.Awaited;
	readonly hasPlan: boolean;
}

/** What is known of somebody for the law: the person, the plans, and the dated steps. */
export interface Known {
	readonly facts: Facts;
	readonly policy: Policy;
	readonly held: readonly modules.Step[];
	readonly lines: readonly waiting.WaitingLine[];
}

/** Somebody's timeline, for the person and for who has the caseload; otherwise not found. */
export async function of(actor: Actor, personId: string, moment: Moment): Promise<Timeline> {
	const person = await people.find(actor, personId);
	const pips = await pip.of(actor, personId);
	const held = await modules.steps(actor, personId);
	const lines = await waiting.of(actor, personId);
	const talked = { voortgangsgesprekkenHeldOn: await talks.heldOn(actor.portal, personId) };
	const facts = pip.factsOf(person, pips, { ...modules.factsIn(held), ...talked });
	const policy = policyIn(actor, person, pips);
	return laid({ facts, policy, held, lines }, moment.today);
}

/** The timeline of what is known, as it stands on a day. */
export function laid({ facts, held, lines, policy }: Known, today: Day): Timeline {
	const rest = {
		awaited: pip.awaited(facts, today),
		hasPlan: facts.dagtekeningOn !== undefined,
	};
	if (facts.stelsel === 'wi2013') return { state: 'otherLaw', blocks: [], ...rest };
	if (contradictions(facts).length > 0) return { state: 'contradicted', blocks: [], ...rest };
	const steps = law.timeline(facts, policy, today).map((step) => ofLaw(step, facts, today));
	const entries = [
		...steps,
		...untold(held, steps).map((step) => ofRecorded(step, today)),
		...lines.map((line) => ofWaiting(line, today)),
	];
	return { state: 'shown', blocks: blocksOf(entries, termijnOf(facts), today), ...rest };
}

/** All entries in order of their day. */
export function entriesOf({ blocks }: Timeline): readonly Entry[] {
	return blocks.flatMap(({ entries }) => entries).toSorted(byDay);
}

/** What comes first: all that is late, then what is waited for, then the next days, up to a number; not what just runs. */
export function upcoming(line: Timeline, count: number): readonly Entry[] {
	const open = entriesOf(line).filter(({ state, when }) => state !== 'done' && isToDo(when));
	const late = open.filter(({ state }) => state === 'late');
	const waits = open.filter(({ state, what }) => state !== 'late' && what.kind === 'waiting');
	const rest = open.filter((entry) => !late.includes(entry) && !waits.includes(entry));
	return [...late, ...waits, ...rest].slice(0, Math.max(count, late.length));
}

function isToDo({ kind }: When): boolean {
	return kind !== 'between' && kind !== 'from';
}
