import { and, inArray, notInArray } from 'drizzle-orm';
import * as hosts from '../hosts/hosts.ts';
import type { Portal } from '../portal.ts';
import type { Standing } from '../proofs/proofs.ts';
import { offered } from './content.ts';
import type { EntryRow } from './ledger.ts';
import { gone } from './states.ts';

/**
 * What makes an entry worth a second look. The first two are the criteria of the law (Besluit inburgering 2021,
 * art. 3.14) as the person answered them; none of the others is a reason by itself not to count.
 */
export type Flag =
	| hosts.HostFlag
	| 'dutchNotSpoken'
	| 'alone'
	| 'toBeJudged'
	| 'noProof'
	| 'longDay'
	| 'possiblyDouble'
	| 'checked'
	| 'proofUnchecked';

type SameDay = Pick<EntryRow, 'id' | 'personId' | 'doneOn' | 'activity' | 'declaredMinutes'>;

/** More than a working day of activities on one day is unusual, not impossible. */
const longDayMinutes = 8 * 60;

/** Everything declared for the same days by the same people, but for what was withdrawn or not counted. */
export async function sameDayOf(
	portal: Portal,
	entries: readonly EntryRow[],
): Promise<readonly SameDay[]> {
	if (entries.length === 0) return [];
	const { hourEntries: t } = portal.store.t;
	const people = [...new Set(entries.map(({ personId }) => personId))];
	const days = [...new Set(entries.map(({ doneOn }) => doneOn))];
	const { id, personId, doneOn, activity, declaredMinutes } = t;
	return portal.store.read
		.select({ id, personId, doneOn, activity, declaredMinutes })
		.from(t)
		.where(and(inArray(personId, people), inArray(doneOn, days), notInArray(t.state, [...gone])));
}

/**
 * The flags of one entry, the criteria of the law first. Reckoned anew, since what was sent later can make an entry
 * double; `checked` is what the person was asked before sending, which stands in the entry itself. Nobody has to judge
 * an activity that was approved beforehand (`approved` are such proposals), but for something else: what that was, only
 * the own words tell. `answers` are
 * of the organisation where it was.
 */
export function flagsOf(
	portal: Portal,
	entry: EntryRow,
	proofs: readonly Standing[],
	declared: readonly SameDay[],
	approved: ReadonlySet<string> = new Set(),
	answers: readonly hosts.HostAnswer[] = [],
): Flag[] {
	const { id, personId, doneOn, activity } = entry;
	const thatDay = declared.filter((one) => one.personId === personId && one.doneOn === doneOn);
	const minutes = thatDay.reduce((total, { declaredMinutes }) => total + declaredMinutes, 0);
	const isTwin = (one: SameDay) => one.id !== id && one.activity === activity;
	const raised: Record<Flag, boolean> = {
		dutchNotSpoken: !entry.dutchSpoken,
		alone: !entry.together,
		toBeJudged:
			offered(portal, activity)?.counts.value !== 'yes' &&
			(activity === 'other' || !approved.has(entry.proposalId ?? '')),
		noProof: !proofs.some((each) => each === 'shown' || each === 'checking'),
		proofUnchecked: proofs.includes('checking'),
		longDay: minutes > longDayMinutes,
		possiblyDouble: thatDay.some(isTwin),
		...hosts.flagsOf(answers),
		checked: (entry.checks ?? []).length > 0,
	};
	return (Object.keys(raised) as Flag[]).filter((flag) => raised[flag]);
}
