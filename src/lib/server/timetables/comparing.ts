import { createHash } from 'node:crypto';
import type { Moment } from '../clock.ts';
import { groupKey, type KnownItem, slotOf, sourceKey } from './known.ts';
import type { Line, Said, TimetableFile, WrongLine } from './said.ts';

/** A time that the timetable says now for the first time. */
export interface Added {
	readonly line: Line;
	readonly sourceKey: string;
}

/** A time of which the timetable says something else than before. */
export interface Changed {
	readonly line: Line;
	readonly known: KnownItem;
}

/** What taking over a file comes to. */
export interface Comparison {
	readonly added: readonly Added[];
	readonly changed: readonly Changed[];
	/** As `changed`, but staff changed it as well since the file came: it is taken over only when ticked. */
	readonly byHand: readonly Changed[];
	/** What the timetable said and says no more, still to come: it is called off only when ticked. */
	readonly gone: readonly KnownItem[];
	/** How many lines say what they said. */
	readonly same: number;
	/** How many are planned already by staff or by another timetable, and so are not planned again. */
	readonly elsewhere: number;
	readonly past: number;
	readonly wrong: readonly WrongLine[];
}

/** Compares the lines of a file with what this timetable brought before; nothing else of an agenda is looked at to change it. */
export function compare(
	{ lines, past, wrong }: TimetableFile,
	timetableId: string,
	known: ReadonlyMap<string, KnownItem>,
	elsewhere: ReadonlySet<string>,
	{ now }: Moment,
): Comparison {
	const added: Added[] = [];
	const changed: Changed[] = [];
	const byHand: Changed[] = [];
	const seen = new Set<string>();
	let [same, planned] = [0, 0];
	for (const line of lines) {
		const key = sourceKey(timetableId, line);
		seen.add(key);
		const before = known.get(key);
		if (!before) {
			if (elsewhere.has(slotOf(line.said)) || line.said.isCancelled) planned += 1;
			else added.push({ line, sourceKey: key });
		} else if (isSameSaid(before.said, line.said) || isLeft(before, line.said, now)) same += 1;
		else if (isSameSaid(before.said, saidNow(before))) changed.push({ line, known: before });
		else byHand.push({ line, known: before });
	}
	const unclear = wrong.flatMap(({ group }) => (group ? [groupKey(timetableId, group)] : []));
	const gone = [...known]
		.filter(([key]) => !seen.has(key) && !unclear.some((start) => key.startsWith(start)))
		.map(([, item]) => item)
		.filter((item) => !item.now.isCancelled && item.now.startsAt > now)
		.toSorted((a, b) => a.now.startsAt - b.now.startsAt);
	return { added, changed, byHand, gone, same, elsewhere: planned, past, wrong };
}

/** What stands in the agenda, as a timetable would say it. */
export function saidNow({ now }: KnownItem): Said {
	const { address, at, isCancelled, kind, minutes, on, place, subject, withWhom } = now;
	return { kind, subject, on, at, minutes, place, address, withWhom, isCancelled };
}

/** Tells one comparison from another, so that what is taken over is what was shown. */
export function fingerprint({ added, byHand, changed, gone }: Comparison): string {
	const revisions = ({ now }: KnownItem) => [now.key, now.revision, now.exceptionRevision];
	const written = [
		added.map(({ line }) => [line.group, line.key, saidText(line.said)]),
		[...changed, ...byHand].map(({ known, line }) => [...revisions(known), saidText(line.said)]),
		gone.map(revisions),
	];
	return createHash('sha256').update(JSON.stringify(written)).digest('base64url');
}

/** What is over stays as it was held, what staff ended stays ended, and what is so already needs nothing. */
function isLeft(known: KnownItem, said: Said, now: number): boolean {
	const isOver = known.now.startsAt <= now;
	return isOver || known.item.cancelledAt !== null || isSameSaid(saidNow(known), said);
}

function isSameSaid(one: Said, other: Said): boolean {
	return saidText(one) === saidText(other);
}

function saidText(said: Said): string {
	const { address, at, isCancelled, kind, minutes, on, place, subject, withWhom } = said;
	return JSON.stringify([kind, subject, on, at, minutes, place, address, withWhom, isCancelled]);
}
