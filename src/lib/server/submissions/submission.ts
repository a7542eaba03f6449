import { normOn } from '#lib/law/norm.ts';
import { type Day, day } from '#lib/law/day.ts';
import { bezwaarAnswer, complaintAnswer, correctionAnswer } from '#lib/law/answer-terms.ts';
import type { Actor } from '../access/access.ts';
import { dayOf, timeOf } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Portal } from '../portal.ts';
import type { SubmissionEventKind, SubmissionKind, Timing } from './kinds.ts';
import { opened } from './sealed.ts';

export type Row = Schema['submissions']['$inferSelect'];
export type EventRow = Schema['submissionEvents']['$inferSelect'];

/** What is in it, as it was handed in: for a bezwaar what the law asks for (Awb 6:5(1)), as far as it was given. */
export interface Content {
	/** What the person wrote; of a bezwaar the grounds, which may follow later (Awb 6:6). */
	readonly words: string | null;
	/** Why it comes after the term (Awb 6:11). */
	readonly lateReason: string | null;
	readonly name: string;
	readonly address: string | null;
	/** Who worked for the person at the time: a complaint may be about them, whoever works for the person since. */
	readonly klantmanagerId: string;
}

/** What happened with it. */
export interface Event {
	readonly kind: SubmissionEventKind;
	readonly words: string | null;
	readonly on: Day;
	readonly time: string;
	readonly saidBy: string;
}

/** Something that was handed in, with its receipt. */
export interface Submission extends Content {
	readonly id: string;
	readonly personId: string;
	readonly kind: SubmissionKind;
	readonly reference: string;
	readonly pipId: string | null;
	readonly timing: Timing | null;
	readonly lastOn: Day | null;
	readonly language: string;
	readonly receivedOn: Day;
	/** 'HH:MM' in the Netherlands. */
	readonly receivedTime: string;
	readonly events: readonly Event[];
	readonly state: State;
}

/** Whether somebody of the gemeente has something to do with it, or what ended it. */
export type State = 'waiting' | 'withdrawn' | 'passedOn' | 'answered';

/** As it stands, with what happened in order. */
export function submissionOf(portal: Portal, row: Row, events: readonly EventRow[]): Submission {
	const { handedInAt, id, kind, language, lastOn, personId, pipId, reference, timing } = row;
	const content = opened(portal, { table: 'submissions', row: id }, row.contentSealed);
	const told = events.map((event) => eventOf(portal, event));
	return {
		...(JSON.parse(content) as Content),
		...{ id, personId, kind, reference, pipId, timing, language },
		lastOn: lastOn === null ? null : day(lastOn),
		receivedOn: dayOf(handedInAt),
		receivedTime: timeOf(handedInAt),
		events: told,
		state: stateOf(told),
	};
}

/** Whether it is a complaint that may be about this member of staff, who then has no part in it (Awb 9:7). */
export function mayBeAbout(
	{ id }: Pick<Actor, 'id'>,
	{ kind, klantmanagerId }: Pick<Submission, 'kind' | 'klantmanagerId'>,
): boolean {
	return kind === 'complaint' && klantmanagerId === id;
}

/** What was withdrawn stays so; what is added after the gemeente was done waits again. */
export function stateOf(events: readonly Pick<Event, 'kind'>[]): State {
	if (events.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn';
	const last = events.at(-1)?.kind ?? 'added';
	return last === 'added' ? 'waiting' : last;
}

/**
 * Whether somebody of the gemeente has to do something. Of what was withdrawn that is to say so to whom it was passed on.
 */
export function waits(events: readonly Pick<Event, 'kind'>[]): boolean {
	const last = events.at(-1)?.kind ?? 'added';
	if (last === 'withdrawn') return events.some(({ kind }) => kind === 'passedOn');
	return last === 'added';
}

/**
 * Until when the gemeente has to answer; null where no law says it, where the time for bezwaar has not begun, and for a
 * late bezwaar.
 */
export function answerDueOn({
	kind,
	lastOn,
	receivedOn,
	timing,
}: Pick<Submission, 'kind' | 'lastOn' | 'receivedOn' | 'timing'>): Day | null {
	if (kind === 'complaint') return complaintAnswer(receivedOn).lastDayOn;
	if (kind === 'correction') return correctionAnswer(receivedOn).lastDayOn;
	return lastOn !== null && timing !== 'late' ? bezwaarAnswer(lastOn).lastDayOn : null;
}

function eventOf(portal: Portal, { id, kind, saidAt, saidBy, wordsSealed }: EventRow): Event {
	const words =
		wordsSealed === null
			? null
			: opened(portal, { table: 'submission_events', row: id }, wordsSealed);
	return { kind, words, on: dayOf(saidAt), time: timeOf(saidAt), saidBy };
}

/** Within how many months the gemeente answers a request about the own data (AVG 12(3)). */
export function correctionMonths(today: Day): number {
	return normOn('correctionMonths', today).value;
}
