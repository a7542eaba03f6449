/**
 * The modules of an inburgering as dated steps: PVT, MAP, exams, and the eindgesprek of the Z-route. Each step has a
 * day and says who told so; a line is never changed, the next one takes its place and both stay in sight. That
 * somebody signed the participatieverklaring is a fact that staff write down: a tap in the portal is no signature
 * (Besluit inburgering 2021, art. 3.1).
 */
import { compareDays } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import * as people from '../people/people.ts';
import { holding, linesOf, rowsOf, type Step, type StepLine } from './lines.ts';

export {
	type ExamOutcome,
	examOutcomes,
	kindRules,
	type Module,
	modules,
	type SingleKind,
	singleKinds,
	type StepKind,
	stepKinds,
	type StepSource,
	stepSources,
} from './kinds.ts';
export type { Step, StepLine } from './lines.ts';
export { record, type Said } from './record.ts';

/** Every line about somebody's steps, those that no longer hold too. */
export async function history(actor: Actor, personId: string): Promise<StepLine[]> {
	permitted(actor, 'module.read', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	return linesOf(await rowsOf(t, read, personId));
}

/** The steps that hold now, the first day first. */
export async function steps(actor: Actor, personId: string): Promise<Step[]> {
	const held = holding(await history(actor, personId));
	return held.toSorted((a, b) => compareDays(a.on, b.on));
}

/** The day of a step of which there is one, or null. */
export function dayOfStep(held: readonly Step[], kind: Step['kind']) {
	return held.find((step) => step.kind === kind)?.on ?? null;
}
