/**
 * The dossier of the eindgesprek that closes the Z-route (Besluit inburgering 2021, art. 3.14): what is in, where each
 * day comes from, and what is missing with whose move it is. It only reads; whether the route is complete, the college
 * says in the talk itself.
 */
import { type ClosingFacts, type Missing, missingForEindgesprek } from '#lib/law/eindgesprek.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as statements from '../statement/statement.ts';

export type { Missing, MissingKey } from '#lib/law/eindgesprek.ts';

/** A step that the eindgesprek is about. */
export type DossierStep = modules.Step & { readonly kind: modules.DossierKind };

export interface Dossier {
	/** Null without a plan, and under the law of 2013. */
	readonly leerroute: Leerroute | null;
	readonly statement: statements.Statement;
	/** The steps that hold, each with its day and its source. */
	readonly steps: readonly DossierStep[];
	readonly missing: readonly Missing[];
}

/** Somebody's dossier, for the person and for who has the caseload; otherwise not found. */
export async function of(actor: Actor, personId: string, moment: Moment): Promise<Dossier> {
	const person = await people.find(actor, personId);
	const pips = await pip.of(actor, personId);
	const facts = pip.factsOf(person, pips);
	const statement = await statements.of(actor, personId, moment);
	const steps = (await modules.steps(actor, personId)).filter(isOfDossier);
	const leerroute = facts.stelsel === 'wi2013' ? null : (facts.leerroute ?? null);
	const wishes = pips.current ? pip.decidedOf(pips.current.content).examenwens : [];
	const known = { ...facts, ...closingOf(statement, steps, wishes) };
	const missing = leerroute === null ? [] : missingForEindgesprek(known, moment.today);
	return { leerroute, statement, steps, missing };
}

function isOfDossier(step: modules.Step): step is DossierStep {
	const kinds: readonly modules.StepKind[] = modules.dossierKinds;
	return kinds.includes(step.kind);
}

function closingOf(
	{ course, overview }: statements.Statement,
	steps: readonly modules.Step[],
	wishes: pip.Decided['examenwens'],
): Omit<ClosingFacts, 'groep'> {
	const on = (kind: modules.DossierKind) => modules.dayOfStep(steps, kind);
	const passed = new Set(
		steps.filter(({ outcome }) => outcome === 'geslaagd').map(({ part }) => part),
	);
	return {
		course: { minutes: course.totalMinutes, isReported: course.parts.length > 0 },
		participation: overview.totals,
		pvtSignedOn: on('pvtSigned'),
		moduleMapPracticeOn: on('moduleMapPractice'),
		moduleMapEindgesprekOn: on('moduleMapEindgesprek'),
		examenwens: wishes.map((part) => ({ part, isPassed: passed.has(part) })),
		eindgesprekPlannedOn: on('eindgesprekPlanned'),
		eindgesprekHeldOn: on('eindgesprekHeld'),
	};
}
