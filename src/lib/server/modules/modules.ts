/**
 * The parts of an inburgering as dated steps: arrival, brede intake, lessons, PVT, MAP, exams, the eindgesprek of the
 * Z-route and what comes after. Each step has a
 * day and says who told so; a line is never changed, the next one takes its place and both stay in sight. That
 * somebody signed the participatieverklaring is a fact that staff write down: a tap in the portal is no signature
 * (Besluit inburgering 2021, art. 3.1).
 */
import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { compareDays } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import * as people from '../people/people.ts';
import { holding, linesOf, rowsOf, type Step, type StepLine } from './lines.ts';

export { kindsFor } from './allowed.ts';
export { factsIn } from './facts.ts';
export {
	type DossierKind,
	dossierKinds,
	type ExamOutcome,
	examOutcomes,
	kindRules,
	type Module,
	modules,
	type ModuleMapTheme,
	moduleMapThemes,
	type StepKind,
	stepKinds,
	type StepPart,
	stepParts,
	type StepSource,
	stepSources,
} from './kinds.ts';
export type { Step, StepLine } from './lines.ts';
export { type ExamShown, type LeastHours, leastHours, parts, type Parts } from './parts.ts';
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

/** The steps that hold now of these people of the caseload, by person; in one query, however many there are. */
export async function stepsOfMany(
	actor: Staff,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Step[]>> {
	if (ids.length === 0) return new Map();
	const { t, read } = actor.portal.store;
	const rows = await read
		.select(getTableColumns(t.moduleSteps))
		.from(t.moduleSteps)
		.innerJoin(t.people, eq(t.people.id, t.moduleSteps.personId))
		.where(and(people.inCaseload(actor), inArray(t.moduleSteps.personId, [...ids])))
		.orderBy(asc(t.moduleSteps.slot), asc(t.moduleSteps.number));
	const byPerson = Map.groupBy(rows, ({ personId }) => personId);
	return new Map([...byPerson].map(([id, its]) => [id, holding(linesOf(its))]));
}

/** The day of a step of which there is one, or null. */
export function dayOfStep(held: readonly Step[], kind: Step['kind']) {
	return held.find((step) => step.kind === kind)?.on ?? null;
}
