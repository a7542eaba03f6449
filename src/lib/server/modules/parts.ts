import { compareDays, type Day, isBefore } from '#lib/law/day.ts';
import {
	type ExamPart,
	EXAM_PARTS,
	type FreeAttempts,
	freeAttempts,
	movableUntil,
	partsOf,
} from '#lib/law/exams.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import type { ExamOutcome, StepKind } from './kinds.ts';
import { holding, linesOf, rowsOf, type Step } from './lines.ts';

/** The least hours that the law asks, in whole hours. */
export interface LeastHours {
	readonly pvt: number;
	readonly moduleMap: number;
}

/** One part of the exams, as far as the portal knows it; DUO keeps the count that decides. */
export interface ExamShown {
	readonly part: ExamPart;
	readonly attempts: readonly { readonly on: Day; readonly outcome: ExamOutcome }[];
	readonly isPassed: boolean;
	/** How often it can still be taken for free; null once it was passed. */
	readonly free: FreeAttempts | null;
	/** The day that was planned, and the last day on which it can be moved without blame. */
	readonly planned: {
		readonly on: Day;
		readonly movableUntil: Day;
		readonly isMovable: boolean;
	} | null;
}

/** What somebody's leerroute consists of and what of it was done. */
export interface Parts {
	/** Null without a plan, and under the law of 2013. */
	readonly leerroute: Leerroute | null;
	readonly least: LeastHours;
	readonly steps: readonly Step[];
	/** The themes of the MAP that were done, and how many there are (B 3.2). */
	readonly themes: { readonly done: number; readonly of: number };
	readonly exams: readonly ExamShown[];
}

/** The least hours of a day's law. Throws `NoNormForDay` before 2022. */
export function leastHours(today: Day): LeastHours {
	return {
		pvt: normOn('pvtHours', today).value,
		moduleMap: normOn('moduleMapPracticalHours', today).value,
	};
}

/** Somebody's parts, for the person and for who has the caseload; otherwise not found. */
export async function parts(actor: Actor, personId: string, { today }: Moment): Promise<Parts> {
	const person = permitted(actor, 'module.read', await people.find(actor, personId));
	const pips = await pip.of(actor, personId);
	const facts = pip.factsOf(person, pips);
	const { t, read } = actor.portal.store;
	const steps = holding(linesOf(await rowsOf(t, read, personId))).toSorted((a, b) =>
		compareDays(a.on, b.on),
	);
	const wishes = pips.current ? pip.decidedOf(pips.current.content).examenwens : [];
	const themes = steps.filter(({ kind }) => kind === 'moduleMapTheme').length;
	return {
		leerroute: facts.stelsel === 'wi2013' ? null : (facts.leerroute ?? null),
		least: leastHours(today),
		steps,
		themes: { done: themes, of: normOn('moduleMapThemes', today).value },
		exams: examsOf(facts, wishes, steps, today),
	};
}

/** The exams of the leerroute, and every other one that was taken or planned. */
function examsOf(
	facts: Facts,
	wishes: readonly ExamPart[],
	steps: readonly Step[],
	today: Day,
): readonly ExamShown[] {
	const asked = partsOf(facts.leerroute, wishes);
	const known = new Set<Step['part']>(
		steps.filter(({ kind }) => kind === 'exam' || kind === 'examPlanned').map(({ part }) => part),
	);
	return EXAM_PARTS.filter((part) => asked.includes(part) || known.has(part)).map((part) => {
		const its = (kind: StepKind) =>
			steps.filter((each) => each.kind === kind && each.part === part);
		const attempts = its('exam').flatMap(({ on, outcome }) => (outcome ? [{ on, outcome }] : []));
		const isPassed = attempts.some(({ outcome }) => outcome === 'geslaagd');
		const taken = { part, taken: attempts.length };
		const free = isPassed ? null : freeAttempts(facts, wishes, taken, today);
		return { part, attempts, isPassed, free, planned: plannedOf(its('examPlanned'), today) };
	});
}

function plannedOf(steps: readonly Step[], today: Day): ExamShown['planned'] {
	const next = steps.find(({ on }) => !isBefore(on, today));
	if (next === undefined) return null;
	const { lastOn } = movableUntil(next.on);
	return { on: next.on, movableUntil: lastOn, isMovable: !isBefore(lastOn, today) };
}
