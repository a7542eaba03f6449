import type { Article } from '#lib/law/article.ts';
import {
	type CourseKind,
	courseParts,
	type CoursePlace,
	coursePlaceOf,
	lessonsForDuo,
} from '#lib/law/course-hours.ts';
import { compareDays, type Day, day, laterOf } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import { courseNormMinutes } from '#lib/law/participation-norm.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { holding, type LineRow, type Period, periodOf, rowsOf, statementOf } from './lines.ts';
import type { CourseSource } from './sources.ts';

/** What a school reported of one period, or a member of staff wrote down, with where that comes from. */
export interface CourseLine extends Period {
	readonly id: string;
	readonly school: string;
	readonly kind: CourseKind;
	readonly attendedMinutes: number;
	/** Missed with leave and without; null where the school did not say. */
	readonly excusedMinutes: number | null;
	readonly unexcusedMinutes: number | null;
	readonly source: CourseSource;
	readonly sourceText: string;
	readonly sourceOn: Day;
	/** The id of the account of the member of staff. */
	readonly recordedBy: string;
	readonly recordedOn: Day;
	/** The line in whose place this one stands. */
	readonly replaces: string | null;
	/** The line that stands in the place of this one, which then no longer counts. */
	readonly replacedBy: string | null;
	/** Where it counts; what was replaced counts nowhere. */
	readonly place: CoursePlace;
}

/** The lessons that schools reported. Nothing that the person declared is in it. */
export interface CourseOverview {
	/** The minutes that count as course hours (B 3.14(2)a and (9)), by kind. */
	readonly parts: readonly { readonly kind: CourseKind; readonly minutes: number }[];
	readonly totalMinutes: number;
	/** The 800 hours of the Z-route, or what the PIP lowered them to (R 3.16); null where there is no norm. */
	readonly normMinutes: number | null;
	/** The article that gives the norm; null where there is none. */
	readonly normArticle: Article | null;
	/** The last day of which a school reported lessons that count. */
	readonly knownOn: Day | null;
	/** Minutes before the first plan, which count for no norm (B 5.3(5)). */
	readonly intakeMinutes: number;
	/** Minutes of periods that go across the day of the plan; they count nowhere until they were split. */
	readonly acrossMinutes: number;
	/** Every line, those replaced too; the latest period first. */
	readonly lines: readonly CourseLine[];
}

/** What somebody followed at school; not found for whoever may not see it. */
export async function overview(actor: Actor, personId: string): Promise<CourseOverview> {
	const facts = await factsFor(actor, personId);
	const rows = await rowsFor(actor, personId);
	const lines = linesOf(rows, facts);
	const minutesAt = (place: CoursePlace) =>
		lines
			.filter((line) => line.place === place && line.replacedBy === null)
			.reduce((sum, { attendedMinutes }) => sum + attendedMinutes, 0);
	const parts = courseParts(holding(rows).map(statementOf), facts);
	return {
		parts,
		totalMinutes: parts.reduce((sum, { minutes }) => sum + minutes, 0),
		...normOf(facts),
		knownOn: lines
			.filter(({ place, replacedBy }) => place === 'course' && replacedBy === null)
			.reduce<Day | null>((last, { lastOn }) => (last ? laterOf(last, lastOn) : lastOn), null),
		intakeMinutes: minutesAt('intake'),
		acrossMinutes: minutesAt('across'),
		lines,
	};
}

/** What DUO takes of the lessons, in two totals that are never added up (API Gevolgde uren 1.0.0). */
export interface CourseForDuo {
	/** `ParticipatieAlsTaalles`: lessons on the leerroute, as the school reported them. */
	readonly lessons: DuoTotal | null;
	/** `TaallesEnKnmBredeIntake`: lessons during the brede intake. */
	readonly intake: DuoTotal | null;
}

/** The lessons as DUO takes them, to type over. */
export async function forDuo(
	actor: Staff,
	personId: string,
	{ today }: Pick<Moment, 'today'>,
): Promise<CourseForDuo> {
	const facts = await factsFor(actor, personId);
	const statements = holding(await rowsFor(actor, personId)).map(statementOf);
	return {
		lessons: lessonsForDuo(statements, facts, 'course', today),
		intake: lessonsForDuo(statements, facts, 'intake', today),
	};
}

/** What the law looks at, for whoever may see the lessons. */
export async function factsFor(actor: Actor, personId: string): Promise<Facts> {
	const person = permitted(actor, 'course.read', await people.find(actor, personId));
	return pip.factsOf(person, await pip.of(actor, personId));
}

function rowsFor({ portal: { store } }: Actor, personId: string): Promise<LineRow[]> {
	return rowsOf(store.t, store.read, [personId]);
}

/** On the day of the plan that holds now; without one there is no leerroute and no norm. */
function normOf(facts: Facts): Pick<CourseOverview, 'normArticle' | 'normMinutes'> {
	const none = { normMinutes: null, normArticle: null };
	if (facts.stelsel === 'wi2013' || facts.dagtekeningOn === undefined) return none;
	const norm = courseNormMinutes(facts, facts.dagtekeningOn);
	return norm.applies ? { normMinutes: norm.minutes, normArticle: norm.article } : none;
}

function linesOf(rows: readonly LineRow[], facts: Facts): CourseLine[] {
	const replacedBy = new Map(rows.map(({ id, replaces }) => [replaces, id]));
	return rows
		.map(({ number: _number, personId: _person, recordedAt, until, ...row }) => ({
			...row,
			...periodOf({ fromOn: row.fromOn, until }),
			sourceOn: day(row.sourceOn),
			recordedOn: dayOf(recordedAt),
			replacedBy: replacedBy.get(row.id) ?? null,
			place: coursePlaceOf(statementOf({ ...row, until, recordedAt }), facts),
		}))
		.toReversed()
		.toSorted((a, b) => compareDays(b.fromOn, a.fromOn));
}
