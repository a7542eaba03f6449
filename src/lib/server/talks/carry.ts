import type { Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome } from '../errors.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as progress from '../progress/progress.ts';
import type { Agreed } from './content.ts';
import { report } from './reports.ts';

/** Where the agreements of a report stand. */
export interface Carried {
	/** New ones that are in no plan and in no draft yet. */
	readonly toDraft: readonly Agreed[];
	/** Actions of the plan that holds, of which nobody has said yet that they were begun. */
	readonly toBegin: readonly Agreed[];
	/** How many of the new ones stand in the draft and wait for a version of the plan. */
	readonly inDraft: number;
}

/** Which agreements of the report of a talk the plan does not know yet. */
export async function carried(
	actor: Staff,
	personId: string,
	itemId: string,
	today: Day,
): Promise<Carried> {
	const { content } = await report(actor, personId, itemId);
	const versions = await pip.versions(actor, personId);
	const [current = null] = versions;
	const draft = await pip.draft(actor, personId, today);
	const known = new Set(current?.content.agreements.map(({ id }) => id));
	// What a later version left out was decided about: it does not come back.
	const decided = new Set(
		versions.flatMap(({ content: { agreements } }) => agreements.map(({ id }) => id)),
	);
	const drafted = new Set(draft.content.agreements.map(({ id }) => id));
	const goals = new Set(current ? pip.goalsOf(current.content).map(({ id }) => id) : []);
	const said = current ? await progress.of(actor, current) : {};
	const isNew = ({ agreement: { id }, isPlanned }: Agreed) => !isPlanned && !decided.has(id);
	return {
		toDraft: content.agreed.filter((one) => isNew(one) && !drafted.has(one.agreement.id)),
		toBegin: content.agreed.filter(
			({ agreement: { goal, id }, isPlanned }) =>
				isPlanned &&
				known.has(id) &&
				goal !== undefined &&
				goals.has(goal) &&
				(said[id]?.state ?? 'notBegun') === 'notBegun',
		),
		inDraft: content.agreed.filter((one) => isNew(one) && drafted.has(one.agreement.id)).length,
	};
}

/**
 * Takes the agreements of a report along: those that are new come into the draft of the plan, under their goals, for
 * the next version; those that are actions of the plan already are begun. An agreement keeps its id, so that none
 * comes twice. Refused with `changedMeanwhile` when somebody else changed the draft at the same time.
 */
export async function carry(
	actor: Staff,
	personId: string,
	itemId: string,
	moment: Moment,
): Promise<Outcome<null>> {
	const { toBegin, toDraft } = await carried(actor, personId, itemId, moment.today);
	const current = await pip.current(actor, personId);
	const said = current ? await progress.of(actor, current) : {};
	for (const { agreement } of toBegin) {
		const seen = { personId, partId: agreement.id, seen: said[agreement.id]?.number ?? 0 };
		const begun = await progress.sayState(actor, seen, 'begun', moment);
		if (!begun.ok) return begun;
	}
	if (toDraft.length === 0) return done(null);
	const { content, revision } = await pip.draft(actor, personId, moment.today);
	const goals = new Set(pip.goalsOf(content).map(({ id }) => id));
	// Somebody else may have taken them along since they were looked up.
	const drafted = new Set(content.agreements.map(({ id }) => id));
	const more = toDraft
		.filter(({ agreement }) => !drafted.has(agreement.id))
		.map(({ agreement }) => underGoal(agreement, goals));
	if (more.length === 0) return done(null);
	const deciders = await pip.decidersOf(actor, await people.find(actor, personId));
	const decided = { ...pip.decidedOf(content), ...deciders };
	const whole = { ...pip.withAgreements(content, more), decided };
	const saved = await pip.saveDraft(actor, personId, whole, revision, moment);
	return saved.ok ? done(null) : saved;
}

/** A goal that was taken out of the draft since serves nothing: then it is an agreement of the plan as a whole. */
function underGoal(agreement: pip.Agreement, goals: ReadonlySet<string>): pip.Agreement {
	const { goal, ...bare } = agreement;
	return goal !== undefined && goals.has(goal) ? { ...bare, goal } : bare;
}
