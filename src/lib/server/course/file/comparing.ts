import { createHash } from 'node:crypto';
import type { Day } from '#lib/law/day.ts';
import type { ProblemKey, Problems } from '../../errors.ts';
import { type Addition, nextNumber } from '../add.ts';
import { holding, type LineRow, type Period, periodOf } from '../lines.ts';
import { isSamePeriod, saysSame, type Statement, tellsOfSame, wrong } from '../statement.ts';
import type { Column } from './columns.ts';
import { type FileFacts, statementIn, type WrongCell } from './line-statement.ts';
import type { Found, NotFound } from './people-named.ts';
import type { WrittenLine } from './reading.ts';

/** A line of the file that becomes a line of somebody; `before` is the one in whose place it comes. */
export interface Change extends Addition {
	readonly line: number;
	readonly name: string;
	readonly before: LineRow | null;
	readonly period: Period;
}

/** Why a line is left out; `column` is null where it is the line as a whole. */
export interface LineProblem {
	readonly column: Column | null;
	readonly why: WrongCell['why'] | NotFound | 'doubleInFile';
	/** The other line of the file with the same days. */
	readonly otherLine?: number;
}

export interface WrongLine {
	readonly line: number;
	/** The name as the file has it. */
	readonly name: string;
	readonly problems: readonly LineProblem[];
}

/** What taking over a file comes to. */
export interface Comparison {
	readonly changes: readonly Change[];
	/** How many lines the portal has already, exactly so. */
	readonly same: number;
	readonly wrong: readonly WrongLine[];
}

/** Compares the lines of a file with those there are. A line that cannot be taken is told, and the others are not. */
export function compare(
	lines: readonly WrittenLine[],
	file: FileFacts,
	find: (line: WrittenLine) => Found | NotFound,
	known: readonly LineRow[],
	today: Day,
): Comparison {
	const rowsOf = Map.groupBy(known, ({ personId }) => personId);
	const seen = new Map<string, { line: number; statement: Statement }[]>();
	const changes: Change[] = [];
	const wrongLines: WrongLine[] = [];
	let same = 0;
	for (const written of lines) {
		const judged = judge(written);
		if (Array.isArray(judged)) {
			wrongLines.push({ line: written.line, name: written.cells.familyName, problems: judged });
		} else if (judged === 'same') same += 1;
		else changes.push(judged);
	}
	return { changes, same, wrong: wrongLines };

	function judge(written: WrittenLine): Change | 'same' | LineProblem[] {
		const found = find(written);
		const read = statementIn(written, file);
		const problems: LineProblem[] = 'wrong' in read ? [...read.wrong] : [];
		if (typeof found === 'string') return [{ column: null, why: found }, ...problems];
		if ('wrong' in read) return problems;
		const { statement } = read;
		const { facts, person } = found;
		const against = problemsAt(wrong(statement, facts, today));
		if (against.length > 0) return against;
		const earlier = seen.get(person.id) ?? [];
		const twin = earlier.find((one) => tellsOfSame(one.statement, statement));
		if (twin) return [{ column: 'fromOn', why: 'doubleInFile', otherLine: twin.line }];
		const rows = rowsOf.get(person.id) ?? [];
		const touching = holding(rows).filter((row) => tellsOfSame(row, statement));
		const before = touching[0] ?? null;
		if (touching.length > 1 || (before && !isSamePeriod(before, statement))) {
			return [{ column: 'fromOn', why: 'lessonsKnown' }];
		}
		seen.set(person.id, [...earlier, { line: written.line, statement }]);
		if (before && saysSame(before, statement)) return 'same';
		const added = changes.filter(({ personId }) => personId === person.id).length;
		return {
			line: written.line,
			name: `${person.givenName} ${person.familyName}`,
			personId: person.id,
			number: nextNumber(rows) + added,
			replaces: before?.id ?? null,
			before,
			statement,
			period: periodOf(statement),
		};
	}
}

/** Tells one set of changes from another, so that what is taken over is what was shown. */
export function fingerprint(changes: readonly Change[]): string {
	const written = changes.map(({ personId, replaces, statement }) => [
		personId,
		replaces,
		statement.kind,
		statement.fromOn,
		statement.until,
		statement.attendedMinutes,
		statement.excusedMinutes,
		statement.unexcusedMinutes,
	]);
	return createHash('sha256').update(JSON.stringify(written)).digest('base64url');
}

const columnOf: Readonly<Record<string, Column>> = {
	kind: 'kind',
	fromOn: 'fromOn',
	lastOn: 'lastOn',
	attended: 'attended',
};

function problemsAt(problems: Problems): LineProblem[] {
	return Object.entries(problems).map(([field, why]: [string, ProblemKey]) => ({
		column: columnOf[field] ?? null,
		why,
	}));
}
