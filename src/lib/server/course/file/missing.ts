import { and, eq, gt, inArray, isNotNull, lt, notInArray } from 'drizzle-orm';
import { earlierOf, laterOf } from '#lib/law/day.ts';
import type { CourseKind } from '#lib/law/course-hours.ts';
import type { Staff } from '../../access/access.ts';
import type { Db } from '../../db/store.ts';
import { inCaseload } from '../../people/people.ts';
import { type Period, periodOf } from '../lines.ts';
import { isSameSchool, tellsOfSame } from '../statement.ts';
import { type FileFacts, statementIn } from './line-statement.ts';
import type { Found, NotFound } from './people-named.ts';
import type { WrittenLine } from './reading.ts';

/** A line of the portal of which the file says nothing. */
export interface Missing extends Period {
	readonly personId: string;
	readonly name: string;
	readonly kind: CourseKind;
	readonly attendedMinutes: number;
}

/** The lines of the caseload of this school, of the kinds and within the days of the file, that the file does not have. */
export async function missingFrom(
	actor: Staff,
	db: Db,
	lines: readonly WrittenLine[],
	file: FileFacts,
	find: (line: WrittenLine) => Found | NotFound,
): Promise<Missing[]> {
	const read = lines.map((line) => {
		const found = find(line);
		const personId = typeof found === 'string' ? null : found.person.id;
		return { ...statementIn(line, file), personId };
	});
	const told = read.flatMap((one) =>
		'wrong' in one ? [] : { ...one.statement, personId: one.personId },
	);
	// Of whom a line cannot be read, it is not said that one is missing.
	const unclear = new Set(read.flatMap((one) => ('wrong' in one ? one.personId : [])));
	const [first] = told;
	if (!first) return [];
	const { courseLines: t, people } = actor.portal.store.t;
	const from = told.reduce((min, one) => earlierOf(min, one.fromOn), first.fromOn);
	const until = told.reduce((max, one) => laterOf(max, one.until), first.until);
	const replaced = db.select({ id: t.replaces }).from(t).where(isNotNull(t.replaces));
	const rows = await db
		.select({ line: t, givenName: people.givenName, familyName: people.familyName })
		.from(t)
		.innerJoin(people, eq(people.id, t.personId))
		.where(
			and(
				inCaseload(actor),
				lt(t.fromOn, until),
				gt(t.until, from),
				inArray(t.kind, [...new Set(told.map(({ kind }) => kind))]),
				notInArray(t.id, replaced),
			),
		)
		.orderBy(people.familyName, people.givenName, t.fromOn);
	return rows
		.filter(({ line }) => isSameSchool(line.school, file.school) && !unclear.has(line.personId))
		.filter(
			({ line }) => !told.some((one) => one.personId === line.personId && tellsOfSame(one, line)),
		)
		.map(({ familyName, givenName, line }) => ({
			personId: line.personId,
			name: `${givenName} ${familyName}`,
			kind: line.kind,
			...periodOf(line),
			attendedMinutes: line.attendedMinutes,
		}));
}
