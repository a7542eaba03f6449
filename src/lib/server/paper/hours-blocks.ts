import { activityLabelOf } from '#lib/languages/labels/activities.ts';
import { lawPartLabel } from '#lib/languages/labels/statement.ts';
import { say } from '#lib/languages/message.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayBefore } from '#lib/law/day.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import type { Statement, StatementLine } from '../statement/statement.ts';
import { typed } from './letters.ts';
import type { Line, Writer } from './lines.ts';
import type { Block } from './sheet.ts';

/**
 * More lines than this stand in the portal and not on paper, and the paper says so: a paper is some hundred pages at
 * most and is drawn within seconds. 800 hours in quarters are 3,200 lines.
 */
export const mostLines = 4000;

/** What counts and what still waits, each with its total, and the parts of the law. */
export function totalBlocks(
	{ course, overview, parts, reported }: Statement,
	write: Writer,
): Block[] {
	const { confirmedMinutes, waitingMinutes } = overview.totals;
	const minutes = (value: number) => ({ minutes: slots.minutes(value) });
	const lines = [
		...parts.map((part) => write(lawPartLabel(part.article), minutes(part.minutes))),
		write(m.statement_part_lessons, minutes(course.totalMinutes)),
	];
	return [
		paragraph(write(m.statement_confirmed, minutes(confirmedMinutes))),
		...(waitingMinutes > 0 ? [paragraph(write(m.statement_waiting, minutes(waitingMinutes)))] : []),
		...reportedBlocks(reported, write),
		{ kind: 'list', items: lines.map((line) => [paragraph(line)]) },
		{ kind: 'tag', line: write(m.statement_left_out) },
	];
}

/** What DUO was told, with the last day of it; nothing where that was nothing yet. */
export function reportedBlocks(reported: DuoTotal | null, write: Writer): Block[] {
	if (reported === null) return [];
	const hours = slots.hours(reported.hours);
	const lastOn = slots.day(dayBefore(reported.bekendTot));
	return [paragraph(write(m.hours_stage_reported, { hours, lastOn }))];
}

/** The lines themselves under their total, in Dutch: nothing where there are none. */
export function lineBlocks(lines: readonly StatementLine[], title: Line, write: Writer): Block[] {
	if (lines.length === 0) return [];
	const shown = lines.slice(0, mostLines);
	const number = slots.count(lines.length - shown.length);
	return [
		{ kind: 'heading', level: 2, line: title },
		{
			kind: 'table',
			// The widest receipt number, MMMM-WWWW, stands on one line.
			widths: [20, 24, 21, 12, 16, 7],
			head: [
				write(m.hours_fact_when),
				write(m.hours_fact_what),
				write(m.hours_fact_where),
				write(m.hours_fact_duration),
				write(m.statement_number),
				write(m.hours_fact_photo),
			],
			rows: shown.map(cellsOf),
		},
		...(shown.length < lines.length ? [paragraph(write(m.statement_more, { number }))] : []),
	];
}

function cellsOf({
	activity,
	doneOn,
	minutes,
	organisation,
	proofs,
	receiptNumber,
}: StatementLine) {
	return [
		say(m.hours_day, { day: slots.day(doneOn) }, 'nl'),
		say(activityLabelOf(activity), {}, 'nl'),
		typed(breakable(organisation)),
		say(m.hours_duration, { minutes: slots.minutes(minutes) }, 'nl'),
		typed(receiptNumber),
		typed(proofs === 0 ? '–' : String(proofs)),
	];
}

/** A word that is longer than its column may break anywhere, so that it never covers the next one. */
function breakable(text: string): string {
	return text.replaceAll(/\S{14}/gu, '$&\u200B');
}

const paragraph = (line: Line): Block => ({ kind: 'paragraph', line });
