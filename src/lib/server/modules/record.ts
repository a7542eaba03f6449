import { eq, sql } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import { beforeCompletion } from '#lib/law/eindgesprek.ts';
import type { Facts } from '#lib/law/facts.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
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
		await waitFor(store.t, tx, personId);
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

/** One step depends on the days of others: of two who write about somebody at once the second waits for the first. */
async function waitFor({ people: t }: Schema, tx: Db, personId: string) {
	await tx
		.update(t)
		.set({ revision: sql`${t.revision}` })
		.where(eq(t.id, personId));
}

/**
 * A step of which there is one is its own slot. Of an exam each attempt is one: the one on that day, or the next.
 * Not found for an attempt that nobody wrote down.
 */
function slotOf({ kind, on, part, slot }: Said, rows: readonly StepRow[]): string {
	if (kind !== 'exam') return kind;
	const isThere = rows.some((row) => row.kind === kind && row.slot === slot);
	if (slot !== null && !isThere) throw new NotFound();
	if (slot !== null) return slot;
	const onThatDay = holding(linesOf(rows)).find((step) => step.part === part && step.on === on);
	const attempts = new Set(rows.filter((row) => row.part === part).map((row) => row.slot)).size;
	return onThatDay?.slot ?? `exam-${part}-${attempts + 1}`;
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
		part: said.kind === 'exam' && said.part === null ? 'missing' : null,
		outcome: said.kind === 'exam' && said.outcome === null ? 'missing' : null,
		withWhom: kindRules[said.kind].withWhom && said.withWhom === null ? 'missing' : null,
	};
	const wrongOnes = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return wrongOnes.length > 0 ? Object.fromEntries(wrongOnes) : null;
}

/** The law of 2013 knows none of these; MAP is not of the onderwijsroute (W 8(3)), the eindgesprek only of Z (W 9). */
function wrongRoute(kind: StepKind, { leerroute, stelsel }: Facts): ProblemKey | null {
	const { module } = kindRules[kind];
	if (stelsel === 'wi2013') return 'wi2013';
	if (leerroute === undefined) return 'noPlan';
	if (module === 'moduleMap' && leerroute === 'O') return 'mapNotOnO';
	return module === 'zRoute' && leerroute !== 'Z' ? 'eindgesprekOnlyZ' : null;
}

function wrongDay(
	{ kind, on }: { kind: StepKind; on: Day },
	facts: Facts,
	held: readonly Step[],
	today: Day,
): ProblemKey | null {
	const { when, withinTerm } = kindRules[kind];
	if (when === 'planned') return isBefore(on, today) ? 'dayInPast' : null;
	if (isBefore(today, on)) return 'future';
	const termijn = termijnOf(facts);
	if (withinTerm && termijn && isBefore(on, termijn.from)) return 'beforeTerm';
	return isAfterCompletion(kind, on, held) ? 'afterZRoute' : null;
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
