import { and, eq, notInArray } from 'drizzle-orm';
import { addMonths, type Day, isBefore } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { complete, type Content, type PartialContent } from './content.ts';
import type { EntryRow } from './ledger.ts';
import { gone } from './states.ts';

/** What may be a slip of the hand. None of it is against the law, so none of it is ever refused. */
export const checkKinds = ['longEntry', 'longDay', 'double', 'longAgo'] as const;

export type CheckKind = (typeof checkKinds)[number];

/** A calm question before sending; it is kept with what was sent anyway. */
export interface Check {
	readonly kind: CheckKind;
	/** What the question is about: the minutes given before for that day, or for a long entry its own. */
	readonly minutes: number;
}

/** What was declared before for the same day. */
export type Earlier = Pick<EntryRow, 'activity' | 'organisation' | 'declaredMinutes'>;

/** Twelve hours: longer is possible, and more often a slip. */
const longMinutes = 12 * 60;

/** What was done longer ago is hard to remember, for the person as for the organisation. */
const longAgoMonths = 3;

/** The questions about a content, beside what was declared for its day already. */
export function checksOf(content: Content, earlier: readonly Earlier[], today: Day): Check[] {
	const { activity, doneOn, minutes, organisation } = content;
	const before = earlier.reduce((total, { declaredMinutes }) => total + declaredMinutes, 0);
	const isTwin = (one: Earlier) =>
		one.activity === activity && placeOf(one.organisation) === placeOf(organisation);
	const about: Record<CheckKind, number | null> = {
		longEntry: minutes > longMinutes ? minutes : null,
		longDay: before > 0 && before + minutes > longMinutes ? before : null,
		double: earlier.some(isTwin) ? before : null,
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
	return checksOf(whole.content, await earlierOf(actor, whole.content.doneOn), today);
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
