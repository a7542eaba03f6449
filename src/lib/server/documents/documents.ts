/**
 * Everything that the person got and sent, with when it is deleted. It keeps nothing of its own: each noun that has
 * papers is one line in `sources`.
 */
import type { Day } from '#lib/law/day.ts';
import { normOn } from '#lib/law/norm.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import {
	letters,
	plans,
	proofsOfHours,
	reportsOfTalks,
	type Source,
	submitted,
} from './sources.ts';

/** What a document is. */
export type DocumentKind =
	'plan' | 'letter' | 'report' | 'proof' | 'proofGone' | 'bezwaar' | 'complaint' | 'correction';

/** One document; `href` is where it is read. */
export interface Document {
	readonly kind: DocumentKind;
	readonly on: Day;
	readonly from: 'person' | 'gemeente';
	readonly href: string;
	/** From this day on it is not there any more; null where it stays as long as the file of the person does. */
	readonly deletedOn: Day | null;
}

const sources: readonly Source[] = [plans, letters, reportsOfTalks, proofsOfHours, submitted];

/** How many years after the end of the duty the gemeente keeps what it has of a person (B 9.9). */
export function keptYears(today: Day): number {
	return normOn('retentionYears', today).value;
}

/** The person's own documents, the newest first. */
export async function own(actor: Resident, moment: Moment): Promise<Document[]> {
	const found = await Promise.all(sources.map((source) => source(actor, moment)));
	return found.flat().toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
