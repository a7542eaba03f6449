import { type Day, isBefore } from '#lib/law/day.ts';
import { beforeCompletion } from '#lib/law/eindgesprek.ts';
import type { Facts } from '#lib/law/facts.ts';
import { WI2021_FROM } from '#lib/law/groep.ts';
import { mayCompleteInAbsence } from '#lib/law/intake.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import {
	done,
	NotFound,
	type Outcome,
	type ProblemKey,
	type Problems,
	refused,
} from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { wrongRoute } from './allowed.ts';
import { kindRules, type StepKind } from './kinds.ts';
import { holding, insert, linesOf, rowsOf, type Step, type StepRow } from './lines.ts';

/** What is said of a step, as a page sends it. */
export type Said = Pick<StepRow, 'kind' | 'part' | 'outcome' | 'withWhom' | 'source'> & {
	readonly personId: string;
	/** Null takes back what was said. */
	readonly on: Day | null;
	/** The line that the page showed: its slot (null for an attempt at an exam that is new) and number, 0 for none. */
	readonly slot: string | null;
	readonly seen: number;
};

/**
 * Writes down a step, or another line in the place of one. Refused when the day cannot be (B 3.1, B 3.2, the rules of
 * DUO's API MAP, PVT, Z), and with `changedMeanwhile` when there are lines that the page had not seen. What is already
 * so is not written twice.
 */
export async function record(actor: Staff, said: Said, moment: Moment): Promise<Outcome<null>> {
	const { personId } = said;
	const person = permitted(actor, 'module.say', await people.find(actor, personId));
	const facts = pip.factsOf(person, await pip.of(actor, personId));
	const { store } = actor.portal;
	return store.write(moment.now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const rows = await rowsOf(store.t, tx, personId);
		const held = holding(linesOf(rows));
		const problems = wrong(said, facts, held, moment.today);
		const about = { actor: actor.id, subject: personId, personId };
		if (problems) {
			const fields = Object.keys(problems).join(' ');
			log({ ...about, action: 'module.refuse', detail: { kind: said.kind, fields } });
			return refused(problems);
		}
		const slot = slotOf(said, rows);
		const last = rows.findLast((row) => row.slot === slot);
		if (last ? isSame(last, said) : said.on === null) {
			log({ ...about, action: 'module.repeat', detail: { slot } });
			return done(null);
		}
		const isAdded = (last?.number ?? 0) === said.seen && (await add(tx, slot));
		const action = isAdded ? 'module.say' : 'module.late';
		log({ ...about, action, detail: { slot, number: said.seen + 1, source: said.source } });
		return isAdded ? done(null) : refused({ form: 'changedMeanwhile' });
	});

	function add(tx: Db, slot: string) {
		const { kind, on: happenedOn, outcome, part, seen, source, withWhom } = said;
		const by = { recordedBy: actor.id, recordedAt: moment.now };
		const what = { kind, part, outcome, happenedOn, withWhom, source };
		const row = { id: newId(), personId, slot, number: seen + 1, ...what, ...by };
		return insert(tx, store.t, row);
	}
}

/**
 * A step of which there is one is its own slot, with its part. Of what repeats each time is one: the one on that day, or
 * the next. Not found for a time that nobody wrote down.
 */
function slotOf({ kind, on, part, slot }: Said, rows: readonly StepRow[]): string {
	const name = part === null ? kind : `${kind}-${part}`;
	if (!kindRules[kind].repeats) return name;
	const its = rows.filter((row) => row.kind === kind);
	if (slot !== null && !its.some((row) => row.slot === slot)) throw new NotFound();
	if (slot !== null) return slot;
	const same = its.filter((row) => row.part === part);
	const onThatDay = holding(linesOf(same)).find((step) => step.on === on);
	const times = new Set(same.map((row) => row.slot)).size;
	return onThatDay?.slot ?? `${name}-${times + 1}`;
}

function isSame(last: StepRow, said: Said): boolean {
	return (
		last.kind === said.kind &&
		last.part === said.part &&
		last.outcome === said.outcome &&
		last.happenedOn === said.on &&
		last.withWhom === said.withWhom &&
		last.source === said.source
	);
}

function wrong(said: Said, facts: Facts, held: readonly Step[], today: Day): Problems | null {
	const found: Record<string, ProblemKey | null> = {
		form: wrongRoute(said.kind, facts),
		on: said.on === null ? null : wrongDay({ ...said, on: said.on }, facts, held, today),
		part: wrongPart(said),
		outcome: said.kind === 'exam' && said.outcome === null ? 'missing' : null,
		withWhom: kindRules[said.kind].withWhom && said.withWhom === null ? 'missing' : null,
	};
	const wrongOnes = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return wrongOnes.length > 0 ? Object.fromEntries(wrongOnes) : null;
}

function wrongPart({ kind, part }: Said): ProblemKey | null {
	const { parts } = kindRules[kind];
	if (parts === null) return part === null ? null : 'notAChoice';
	if (part === null) return 'missing';
	return parts.includes(part) ? null : 'notAChoice';
}

function wrongDay(
	{ kind, on }: { kind: StepKind; on: Day },
	facts: Facts,
	held: readonly Step[],
	today: Day,
): ProblemKey | null {
	const { when, withinTerm } = kindRules[kind];
	if (kind === 'oproep') return null;
	if (when === 'planned') return isBefore(on, today) ? 'dayInPast' : null;
	if (isBefore(today, on)) return 'future';
	const termijn = termijnOf(facts);
	if (withinTerm && termijn && isBefore(on, termijn.from)) return 'beforeTerm';
	if (kind === 'intakeInAbsence' && !isAllowedInAbsence(held, on)) return 'tooFewOproepen';
	return isAfterCompletion(kind, on, held) ? 'afterZRoute' : null;
}

/** Before the law of 2021 there was no brede intake. */
function isAllowedInAbsence(held: readonly Step[], on: Day): boolean {
	return !isBefore(on, WI2021_FROM) && mayCompleteInAbsence(daysOf(held, 'oproep'), on).allowed;
}

function daysOf(held: readonly Step[], kind: StepKind): readonly Day[] {
	return held.filter((step) => step.kind === kind).map(({ on }) => on);
}

/** Looks from either side: at the day of the PVT or MAP, and at the day of the eindgesprek that completes the route. */
function isAfterCompletion(kind: StepKind, on: Day, held: readonly Step[]): boolean {
	const dayOf = (wanted: StepKind) => held.find((step) => step.kind === wanted)?.on ?? null;
	if (kind === 'eindgesprekHeld') {
		const days = [dayOf('pvtSigned'), dayOf('moduleMapEindgesprek')].filter((day) => day !== null);
		return days.some((day) => !beforeCompletion(day, on).allowed);
	}
	if (kind !== 'pvtSigned' && kind !== 'moduleMapEindgesprek') return false;
	return !beforeCompletion(on, dayOf('eindgesprekHeld')).allowed;
}
