import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { Late } from '../imports/imports.ts';
import * as people from '../people/people.ts';
import { add, type Addition, nextNumber } from './add.ts';
import { holding, type LineRow, rowsOf } from './lines.ts';
import { factsFor } from './overview.ts';
import { saysSame, type Statement, tellsOfSame, wrong } from './statement.ts';

/**
 * Writes down what a school reported of a period. What stands there already is not added again; of days of which the
 * same course at the same school has a line it is refused with `lessonsKnown`, so that nothing counts twice.
 */
export function record(
	actor: Staff,
	personId: string,
	statement: Statement,
	moment: Moment,
): Promise<Outcome<null>> {
	return write(actor, personId, null, statement, moment);
}

/**
 * Puts another line in the place of one, which stays in sight and no longer counts. Refused with `changedMeanwhile` when
 * somebody did so before.
 */
export function correct(
	actor: Staff,
	personId: string,
	lineId: string,
	statement: Statement,
	moment: Moment,
): Promise<Outcome<null>> {
	return write(actor, personId, lineId, statement, moment);
}

async function write(
	actor: Staff,
	personId: string,
	replaces: string | null,
	statement: Statement,
	moment: Moment,
): Promise<Outcome<null>> {
	permitted(actor, 'course.write', await people.find(actor, personId));
	const problems = wrong(statement, await factsFor(actor, personId), moment.today);
	if (Object.keys(problems).length > 0) return refused(problems);
	const addition = { personId, replaces, statement };
	try {
		return await addOnce(actor, addition, moment);
	} catch (problem) {
		if (!(problem instanceof Late)) throw problem;
		// Somebody wrote about this person in the same moment: now that can be seen, and judged.
		return addOnce(actor, addition, moment);
	}
}

async function addOnce(
	actor: Staff,
	{ personId, replaces, statement }: Omit<Addition, 'number'>,
	{ now }: Moment,
): Promise<Outcome<null>> {
	const { store } = actor.portal;
	return store.write(now, async (tx, log) => {
		const rows = await rowsOf(store.t, tx, [personId]);
		const standing = judge(rows, replaces, statement);
		if (standing === 'new') {
			const addition = { personId, number: nextNumber(rows), replaces, statement };
			await add(actor, tx, log, addition, now);
			return done(null);
		}
		const { action, outcome } = answers[standing];
		log({ actor: actor.id, action, subject: replaces ?? personId, personId });
		return outcome;
	});
}

const answers = {
	same: { action: 'course.repeat', outcome: done(null) },
	known: { action: 'course.known', outcome: refused({ fromOn: 'lessonsKnown' }) },
	late: { action: 'course.late', outcome: refused({ form: 'changedMeanwhile' }) },
} as const;

/** How a statement stands to the lines there are. */
function judge(
	rows: readonly LineRow[],
	replaces: string | null,
	statement: Statement,
): keyof typeof answers | 'new' {
	const lines = holding(rows);
	const replaced = rows.find(({ id }) => id === replaces);
	if (replaces !== null && !replaced) throw new NotFound();
	const isSaid = (line: LineRow) => saysSame(line, statement) && isSameSource(line, statement);
	if (replaces !== null && !lines.some(({ id }) => id === replaces)) {
		return lines.some(isSaid) ? 'same' : 'late';
	}
	const others = lines.filter(({ id }) => id !== replaces);
	const isRepeat = replaced ? isSaid(replaced) : lines.some((line) => saysSame(line, statement));
	if (isRepeat) return 'same';
	return others.some((line) => tellsOfSame(line, statement)) ? 'known' : 'new';
}

/** Another source for the same hours is a correction too. */
function isSameSource(line: LineRow, { source, sourceOn, sourceText }: Statement): boolean {
	return line.source === source && line.sourceOn === sourceOn && line.sourceText === sourceText;
}
