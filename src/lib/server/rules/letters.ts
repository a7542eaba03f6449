import type { LetterKey } from '#lib/languages/labels/letters.ts';
import * as slots from '#lib/languages/slots.ts';
import type { Slot } from '#lib/languages/slots.ts';
import { dayBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { normOn } from '#lib/law/norm.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import type { Sender } from '../../../params/sender.ts';
import type { Topic } from '../../../params/topic.ts';
import type { Known } from './page.ts';

/** What a letter can be, until when one has in general, and where to read on. */
export interface Letter {
	readonly key: LetterKey;
	/** The day in the letter itself, the weeks to object, or the own end of the term. */
	readonly until: Until | null;
	readonly to: readonly (Topic | 'plan')[];
}

export type Until =
	| { readonly kind: 'date' }
	| { readonly kind: 'bezwaar'; readonly slots: { readonly weeks: Slot } }
	| { readonly kind: 'term'; readonly slots: { readonly from: Slot; readonly lastOn: Slot } };

/** What a letter of this sender can be, for this inburgeraar: nothing of a plan under the law of 2013. */
export function lettersOf(sender: Sender, { facts, plan, today }: Known): readonly Letter[] {
	const isNewLaw = facts.stelsel === 'wi2021';
	const isWaiting = isNewLaw && facts.firstDagtekeningOn === undefined;
	const weeks = slots.weeks(normOn('bezwaarWeeks', today).value);
	const bezwaar = { kind: 'bezwaar', slots: { weeks } } as const;
	const decision: Letter = { key: 'besluit', until: bezwaar, to: ['bezwaar'] };
	const fine: Letter = { key: 'boete', until: bezwaar, to: ['boete'] };
	const when = (holds: boolean, ...letters: readonly Letter[]) => (holds ? letters : []);
	switch (sender) {
		case 'gemeente':
			return [
				{ key: 'oproep', until: date, to: [] },
				...when(plan !== null, { key: 'plan', until: bezwaar, to: ['plan', 'bezwaar'] }),
				decision,
				...when(isNewLaw, { key: 'warning', until: date, to: ['boete'] }, fine),
			];
		case 'duo':
			return [
				...when(isWaiting, { key: 'mustIntegrate', until: null, to: ['plichten'] }),
				...when(isWaiting, { key: 'toets', until: date, to: [] }),
				{ key: 'exam', until: date, to: [] },
				...when(!isWaiting, { key: 'time', until: termOf(facts) ?? date, to: ['verlenging'] }),
				decision,
				...when(!isWaiting, fine),
			];
		case 'school':
			return [
				{ key: 'lessons', until: null, to: [] },
				{ key: 'absence', until: null, to: [] },
				{ key: paidByGemeente(facts) ? 'billByGemeente' : 'billBySelf', until: date, to: [] },
			];
		case 'ind':
			return [{ key: 'permit', until: date, to: [] }];
		case 'bedrijf':
			return [{ key: 'bill', until: date, to: [] }];
		case 'onbekend':
			return [{ key: 'unknown', until: date, to: [] }];
		default:
			return sender satisfies never;
	}
}

const date = { kind: 'date' } as const;

/** Lessons are offered, and paid, for an asielstatushouder (W 16(1)); others pay themselves (W 20). */
function paidByGemeente({ groep, stelsel }: Facts): boolean {
	return stelsel === 'wi2021' && groep === 'asielstatushouder';
}

function termOf(facts: Facts): Until | null {
	const termijn = termijnOf(facts);
	if (termijn === undefined) return null;
	const { from, until } = termijn;
	return { kind: 'term', slots: { from: slots.day(from), lastOn: slots.day(dayBefore(until)) } };
}
