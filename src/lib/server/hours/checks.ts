import { and, eq, notInArray } from 'drizzle-orm';
import { addMonths, type Day, isBefore } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import { complete, type Content, type PartialContent } from './content.ts';
import type { EntryRow } from './ledger.ts';
import { kindOf } from './origins.ts';
import { gone } from './states.ts';

/** What may be a slip of the hand. None of it is against the law, so none of it is ever refused. */
export const checkKinds = ['longEntry', 'longDay', 'double', 'lesson', 'longAgo'] as const;

export type CheckKind = (typeof checkKinds)[number];

/** A calm question before sending; it is kept with what was sent anyway. */
export interface Check {
	readonly kind: CheckKind;
	/**
	 * What the question is about: the minutes given before for that day, for a long entry its own, for a day with
	 * lessons or appointments those.
	 */
	readonly minutes: number;
}

/** What was declared before for the same day. */
export type Earlier = Pick<EntryRow, 'activity' | 'organisation' | 'declaredMinutes'>;

/** Twelve hours: longer is possible, and more often a slip. */
const longMinutes = 12 * 60;

const isLong = (minutes: number) => minutes > longMinutes;

/** What was done longer ago is hard to remember, for the person as for the organisation. */
const longAgoMonths = 3;

/**
 * The questions about a content, beside what was declared for its day already and the minutes that the agenda has for
 * that day. An entry has no time of the day, so that it can only be seen that together they are long.
 */
export function checksOf(
	content: Content,
	earlier: readonly Earlier[],
	today: Day,
	plannedMinutes = 0,
): Check[] {
	const { activity, doneOn, minutes, organisation } = content;
	const before = earlier.reduce((total, { declaredMinutes }) => total + declaredMinutes, 0);
	const isTwin = (one: Earlier) =>
		one.activity === activity && placeOf(one.organisation) === placeOf(organisation);
	const isOther = plannedMinutes > 0 && kindOf(activity) === 'participation';
	const about: Record<CheckKind, number | null> = {
		longEntry: isLong(minutes) ? minutes : null,
		longDay: before > 0 && isLong(before + minutes) ? before : null,
		double: earlier.some(isTwin) ? before : null,
		lesson: isLong(before + minutes + plannedMinutes) && isOther ? plannedMinutes : null,
		longAgo: isBefore(doneOn, addMonths(today, -longAgoMonths)) ? minutes : null,
	};
	return checkKinds.flatMap((kind) => {
		const found = about[kind];
		return found === null ? [] : [{ kind, minutes: found }];
	});
}

/** The questions about the actor's draft; none as long as it is not whole. */
export async function checks(
	actor: Resident,
	content: PartialContent,
	{ today }: Moment,
): Promise<Check[]> {
	const whole = complete(content, actor.portal);
	if ('missing' in whole) return [];
	const { doneOn } = whole.content;
	const planned = await agenda.takenMinutes(actor, actor.personId, doneOn);
	return checksOf(whole.content, await earlierOf(actor, doneOn), today, planned);
}

async function earlierOf(actor: Resident, doneOn: Day): Promise<Earlier[]> {
	const { hourEntries: t } = actor.portal.store.t;
	const { activity, organisation, declaredMinutes } = t;
	return actor.portal.store.read
		.select({ activity, organisation, declaredMinutes })
		.from(t)
		.where(
			and(eq(t.personId, actor.personId), eq(t.doneOn, doneOn), notInArray(t.state, [...gone])),
		);
}

function placeOf(organisation: string): string {
	return organisation.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
