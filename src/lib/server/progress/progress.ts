/**
 * The living part of a plan: how far somebody is with the goals of the ontwikkelplan and with what was agreed to reach
 * them, and another end day for a goal. It stands beside the plan and never in it: no word of the decision, no term
 * and no time for bezwaar changes with it, and no rule of the law reads it. Whoever wants another decision makes
 * another version of the plan. What is said of a goal or an action goes along to the versions that keep its id.
 */
import { asc, eq } from 'drizzle-orm';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { NotFound, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { add, type Line, type PartSeen } from './lines.ts';
import type { NewDayReason, ProgressState } from './states.ts';

export type { Line, PartSeen } from './lines.ts';
export { type NewDayReason, newDayReasons, type ProgressState, progressStates } from './states.ts';

/** How far somebody is with a goal or an action, as it is said now. */
export interface Progress {
	/** How many times something was said of it: what a page sends along. */
	readonly number: number;
	readonly state: ProgressState;
	/** The day since which that is so; null where only the end day was changed. */
	readonly stateOn: Day | null;
	readonly updatedOn: Day;
	/** For a goal: another end day than the plan says. */
	readonly newDay: { readonly on: Day; readonly reason: NewDayReason } | null;
}

/** Of the goals and actions of which something was said, by their ids. */
export type ProgressByPart = Readonly<Record<string, Progress>>;

/** What holds of the goals of this version and their actions; the last line of each counts. */
export async function of(
	actor: Actor,
	{ content, personId }: Pick<pip.Pip, 'content' | 'personId'>,
): Promise<ProgressByPart> {
	const parts = partsOf(content);
	const lines = await history(actor, personId);
	const last = new Map(lines.map((line) => [line.partId, line]));
	return Object.fromEntries(
		[...last].flatMap(([partId, line]) => {
			const part = parts.get(partId);
			return part ? [[partId, progressOf(line, part)] as const] : [];
		}),
	);
}

/** Every line about somebody's goals and actions, of each in the order it was written; also of those gone since. */
export async function history(actor: Actor, personId: string): Promise<Line[]> {
	permitted(actor, 'progress.read', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	return read
		.select()
		.from(t.goalProgress)
		.where(eq(t.goalProgress.personId, personId))
		.orderBy(asc(t.goalProgress.number), asc(t.goalProgress.changedAt));
}

/** Says how far a goal or an action is, from today. Of what is not in the plan that holds now it is not found. */
export async function sayState(
	actor: Staff,
	seen: PartSeen,
	state: ProgressState,
	moment: Moment,
): Promise<Outcome<null>> {
	const { part } = await find(actor, seen);
	if (!part) throw new NotFound();
	return add(
		actor,
		seen,
		(last) =>
			last.state === state && last.stateOn !== null
				? null
				: { ...last, state, stateOn: moment.today },
		moment,
	);
}

/**
 * Gives a goal another end day, from today to the end of the term (W 11), and why; the day that the plan says takes
 * the other one away. Refused with `goalDayPast` or `goalDayAfterTerm`.
 */
export async function sayDay(
	actor: Staff,
	seen: PartSeen,
	{ on, reason }: NonNullable<Progress['newDay']>,
	moment: Moment,
): Promise<Outcome<null>> {
	const { part, termLastOn } = await find(actor, seen);
	if (part?.kind !== 'goal') throw new NotFound();
	const { lastOn } = part;
	if (on === lastOn) {
		const none = { newDayOn: null, insteadOfOn: null, newDayReason: null };
		return add(actor, seen, (last) => (last.newDayOn ? { ...last, ...none } : null), moment);
	}
	if (isBefore(on, moment.today)) return refused({ newDayOn: 'goalDayPast' });
	if (termLastOn && isBefore(termLastOn, on)) return refused({ newDayOn: 'goalDayAfterTerm' });
	const said = { newDayOn: on, insteadOfOn: lastOn, newDayReason: reason };
	return add(
		actor,
		seen,
		(last) =>
			last.newDayOn === on && last.insteadOfOn === lastOn && last.newDayReason === reason
				? null
				: { ...last, ...said },
		moment,
	);
}

/** A goal with the day that the plan says, or one of the actions of a goal. */
type Part = { readonly kind: 'goal'; readonly lastOn: string | null } | { readonly kind: 'action' };

async function find(actor: Staff, { partId, personId }: PartSeen) {
	const person = permitted(actor, 'progress.say', await people.find(actor, personId));
	const pips = await pip.of(actor, personId);
	const term = pip.clocks(pip.factsOf(person, pips)).find(({ key }) => key === 'termijn');
	return {
		part: pips.current ? partsOf(pips.current.content).get(partId) : undefined,
		termLastOn: term?.on ?? null,
	};
}

function partsOf(content: pip.PipContent): ReadonlyMap<string, Part> {
	const goals = new Map<string, Part>(
		pip.goalsOf(content).map(({ id, lastOn }) => [id, { kind: 'goal', lastOn }]),
	);
	const actions = content.agreements.filter(({ goal }) => goal !== undefined && goals.has(goal));
	return new Map([...actions.map(({ id }) => [id, { kind: 'action' }] as const), ...goals]);
}

/** A day that was given instead of another one than the plan says now, says nothing any more. */
function progressOf(line: Line, part: Part): Progress {
	const { changedAt, insteadOfOn, newDayOn, newDayReason, number, state, stateOn } = line;
	const counts = part.kind === 'goal' && insteadOfOn === part.lastOn;
	return {
		number,
		state,
		stateOn: stateOn === null ? null : day(stateOn),
		updatedOn: dayOf(changedAt),
		newDay:
			counts && newDayOn !== null && newDayReason !== null
				? { on: day(newDayOn), reason: newDayReason }
				: null,
	};
}
