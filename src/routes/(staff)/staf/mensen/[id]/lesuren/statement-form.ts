import * as v from 'valibot';
import { dayAfter } from '#lib/law/day.ts';
import * as course from '#lib/server/course/course.ts';
import type { ProblemKey } from '#lib/server/errors.ts';
import * as fields from '../../../../../../hooks/fields.ts';

const notHours = (): ProblemKey => 'notHours';

/** Hours as a school writes them. */
const hours = v.pipe(
	fields.text(12),
	v.check((text) => course.minutesWritten(text) !== null, notHours),
	v.transform((text) => course.minutesWritten(text) ?? 0),
);
const optionalHours = v.pipe(
	fields.optionalText(12),
	v.check((text) => text === null || course.minutesWritten(text) !== null, notHours),
	v.transform((text) => (text === null ? null : course.minutesWritten(text))),
);

/** What is asked about the lessons of one period. */
export const statementFields = v.object({
	school: fields.text(course.longestSchool),
	kind: fields.choice(course.COURSE_KINDS),
	fromOn: fields.day,
	lastOn: fields.optionalDay,
	attended: hours,
	excused: optionalHours,
	unexcused: optionalHours,
	source: fields.choice(course.COURSE_SOURCES),
	sourceText: fields.text(course.longestSourceText),
	sourceOn: fields.day,
});

/** A statement out of what was typed; one day where no last day was. */
export function statementTyped(typed: v.InferOutput<typeof statementFields>): course.Statement {
	const { attended, excused, lastOn, unexcused, ...rest } = typed;
	return {
		...rest,
		until: dayAfter(lastOn ?? rest.fromOn),
		attendedMinutes: attended,
		excusedMinutes: excused,
		unexcusedMinutes: unexcused,
	};
}

/** A line as it would have been typed. */
export function typedOf(line: course.CourseLine): Readonly<Record<string, string>> {
	const { attendedMinutes, excusedMinutes, fromOn, lastOn, unexcusedMinutes } = line;
	const optional = (minutes: number | null) =>
		minutes === null ? '' : course.hoursWritten(minutes);
	return {
		school: line.school,
		kind: line.kind,
		fromOn,
		lastOn: fromOn === lastOn ? '' : lastOn,
		attended: course.hoursWritten(attendedMinutes),
		excused: optional(excusedMinutes),
		unexcused: optional(unexcusedMinutes),
		source: line.source,
		sourceText: line.sourceText,
		sourceOn: line.sourceOn,
	};
}
