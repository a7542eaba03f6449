import { type Day, isBefore } from '#lib/law/day.ts';
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
import type { WaitingBall, WaitingFor } from './kinds.ts';
import { insert, lasting, linesOf, rowsOf, type WaitingRow } from './lines.ts';

/** What is said of a time of waiting, as a page sends it. */
export interface Said {
	readonly personId: string;
	/** The line that the page showed: its slot (null for one that is new) and number, 0 for none. */
	readonly slot: string | null;
	readonly seen: number;
	readonly waitsFor: WaitingFor;
	readonly ball: WaitingBall;
	readonly sinceOn: Day;
	readonly expectedOn: Day | null;
	readonly endedOn: Day | null;
}

/**
 * Writes down that somebody waits, or another line in the place of one: a new expected day, whose move it is, or that
 * it is over. Refused when a day cannot be, when the person waits for the same thing already, and with
 * `changedMeanwhile` when there are lines that the page had not seen. What is already so is not written twice.
 */
export async function record(actor: Staff, said: Said, moment: Moment): Promise<Outcome<null>> {
	const { personId } = said;
	permitted(actor, 'waiting.say', await people.find(actor, personId));
	const { store } = actor.portal;
	return store.write(moment.now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const rows = await rowsOf(store.t, tx, personId);
		const same = lasting(linesOf(rows)).find(({ waitsFor }) => waitsFor === said.waitsFor);
		const slot = said.slot ?? same?.slot ?? nextSlot(said, rows);
		const last = rows.findLast((row) => row.slot === slot);
		if (said.slot !== null && last?.waitsFor !== said.waitsFor) throw new NotFound();
		const about = { actor: actor.id, subject: personId, personId };
		if (last && isSame(last, said)) {
			log({ ...about, action: 'waiting.repeat', detail: { slot } });
			return done(null);
		}
		const problems = wrong(said, last, moment.today);
		if (problems) {
			const fields = Object.keys(problems).join(' ');
			log({ ...about, action: 'waiting.refuse', detail: { waitsFor: said.waitsFor, fields } });
			return refused(problems);
		}
		const isAdded = (last?.number ?? 0) === said.seen && (await add(tx, slot));
		const action = isAdded ? 'waiting.say' : 'waiting.late';
		log({ ...about, action, detail: { slot, number: said.seen + 1 } });
		return isAdded ? done(null) : refused({ form: 'changedMeanwhile' });
	});

	function add(tx: Db, slot: string) {
		const { ball, endedOn, expectedOn, seen, sinceOn, waitsFor } = said;
		const by = { recordedBy: actor.id, recordedAt: moment.now };
		const what = { waitsFor, ball, sinceOn, expectedOn, endedOn };
		return insert(tx, store.t, { id: newId(), personId, slot, number: seen + 1, ...what, ...by });
	}
}

function nextSlot({ waitsFor }: Said, rows: readonly WaitingRow[]): string {
	const times = new Set(rows.filter((row) => row.waitsFor === waitsFor).map(({ slot }) => slot));
	return `${waitsFor}-${times.size + 1}`;
}

function isSame(last: WaitingRow, said: Said): boolean {
	return (
		last.ball === said.ball &&
		last.sinceOn === said.sinceOn &&
		last.expectedOn === said.expectedOn &&
		last.endedOn === said.endedOn
	);
}

function wrong(said: Said, last: WaitingRow | undefined, today: Day): Problems | null {
	const { endedOn, expectedOn, sinceOn, slot } = said;
	const isOver = last !== undefined && last.endedOn !== null;
	const found: Record<string, ProblemKey | null> = {
		form: slot === null && last ? 'alreadyWaiting' : isOver ? 'waitingOver' : null,
		sinceOn: isBefore(today, sinceOn) ? 'future' : null,
		expectedOn: expectedOn === null ? null : wrongExpected(said, expectedOn, last, today),
		endedOn: endedOn === null ? null : wrongEnd(endedOn, sinceOn, today),
	};
	const wrongOnes = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return wrongOnes.length > 0 ? Object.fromEntries(wrongOnes) : null;
}

/** A day that is newly expected lies ahead; one that has passed may stay as it was said. */
function wrongExpected(said: Said, on: Day, last: WaitingRow | undefined, today: Day) {
	if (isBefore(on, said.sinceOn)) return 'endBeforeBegin';
	const isNew = last?.expectedOn !== on;
	return isNew && said.endedOn === null && isBefore(on, today) ? 'dayInPast' : null;
}

function wrongEnd(on: Day, sinceOn: Day, today: Day) {
	if (isBefore(on, sinceOn)) return 'endBeforeBegin';
	return isBefore(today, on) ? 'future' : null;
}
