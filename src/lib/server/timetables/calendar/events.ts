import { addYears, type Day } from '#lib/law/day.ts';
import * as agenda from '../../agenda/agenda.ts';
import { type Line, type LineWhy, longest, plainText, type Reading, type Said } from '../said.ts';
import type { Block } from './blocks.ts';
import { recurring, Steps, type Until } from './recurring.ts';
import { instantOf, lengthOf, type Mark, markOf, textOf, Unread } from './values.ts';
import type { Zone } from './zones.ts';

/** What an event comes to: its lines, how many of its times are over, and what is wrong with it. */
export interface ReadEvent {
	readonly lines: readonly Line[];
	readonly past: number;
	readonly why: LineWhy | null;
}

/** One event with the single times of it that were moved or called off (RFC 5545 3.8.4.4). */
export interface Series {
	readonly uid: string;
	/** Null when the file tells of single times only. */
	readonly whole: Block | null;
	readonly single: readonly Block[];
}

/** Reads events of one file one after the other; together they may not go on for ever. */
export function eventReader(
	{ kind, today }: Reading,
	zoneNamed: (tzid: string) => Zone | null,
): (series: Series) => ReadEvent {
	const steps = new Steps();
	const window: Until & { readonly from: number } = {
		from: agenda.instantOf(today, '00:00'),
		endless: agenda.instantOf(addYears(today, 1), '00:00'),
		ending: agenda.instantOf(addYears(today, 3), '00:00'),
	};

	return (series) => {
		try {
			return readSeries(series);
		} catch (problem) {
			if (problem instanceof Unread) return wrong(problem.why);
			throw problem;
		}
	};

	function readSeries({ single, uid, whole }: Series): ReadEvent {
		const moved = single.map((block) => ({ block, of: recurrenceId(block) }));
		if (moved.some(({ of }) => of === 'fromThenOn')) return wrong('fromThenOn');
		const main = whole ? timesOf(whole) : { instants: [], minutes: 0, isCut: false, isOnce: false };
		if (typeof main === 'string') return wrong(main);
		const overrides = moved.flatMap(({ block, of }) =>
			of === 'fromThenOn' ? [] : { block, of: instantOf(of), on: of },
		);
		const made: { on: Day; of: number; said: Said | LineWhy; line: number }[] = [];
		for (const instant of main.instants) {
			const isOverridden = overrides.some(({ of, on }) =>
				on.isDay ? dayOf(instant) === dayOf(of) : of === instant,
			);
			if (!whole || isOverridden) continue;
			const said = saidOf(whole, instant, main.minutes);
			made.push({ on: dayOf(instant), of: instant, said, line: whole.line });
		}
		for (const { block, of } of newest(overrides)) {
			const times = timesOf(block, main.minutes);
			if (typeof times === 'string') return wrong(times);
			const [instant = of] = times.instants;
			const said = saidOf(block, instant, times.minutes);
			made.push({ on: dayOf(of), of, said, line: block.line });
		}
		return linesOf(uid, made, main.isOnce, main.isCut);
	}

	function linesOf(
		uid: string,
		made: readonly { on: Day; of: number; said: Said | LineWhy; line: number }[],
		isOnce: boolean,
		isCut: boolean,
	): ReadEvent {
		const perDay = new Map<string, number>();
		const lines: Line[] = [];
		let past = 0;
		let why: LineWhy | null = isCut ? 'agendaTooFar' : null;
		for (const { line, of, on, said } of made.toSorted((a, b) => a.of - b.of)) {
			const nth = (perDay.get(on) ?? 0) + 1;
			perDay.set(on, nth);
			const group = uid === '' ? `${on} ${of}` : uid;
			const key = isOnce || uid === '' ? group : `${group} ${on}${nth === 1 ? '' : ` ${nth}`}`;
			if (typeof said === 'string') why ??= said;
			else if (said.on < today) past += 1;
			else lines.push({ line, group, key, said });
		}
		return { lines, past, why };
	}

	/** When a block happens; `usual` is how long the others of its series take, for a single time of it. */
	function timesOf(block: Block, usual: number | null = null) {
		const start = markOf(block, 'DTSTART', zoneNamed);
		if (!start) return 'noBegin';
		if (start.isDay) return 'allDay';
		const first = instantOf(start);
		const end = markOf(block, 'DTEND', zoneNamed);
		const minutes = end
			? Math.round((instantOf(end) - first) / 60_000)
			: (lengthOf(block, 'DURATION') ?? usual ?? 0);
		if (minutes === 0) return 'noEnd';
		if (minutes < 0) return 'endBeforeBegin';
		if (minutes < 5) return 'tooFew';
		if (minutes > 24 * 60) return 'tooMany';
		const again = usual !== null ? null : recurring(block, start, window, zoneNamed, steps);
		if (typeof again === 'string') return again;
		const once = { instants: [first], isCut: false };
		return { ...(again ?? once), minutes, isOnce: again === null };
	}

	function saidOf(block: Block, instant: number, minutes: number): Said | LineWhy {
		if (instant >= window.ending) return 'agendaTooFar';
		return {
			kind,
			subject: plainText(textOf(block, 'SUMMARY') ?? '', longest.subject),
			...agenda.wallOf(instant),
			minutes,
			place: plainText(textOf(block, 'LOCATION') ?? '', longest.place),
			address: null,
			withWhom: null,
			isCancelled: textOf(block, 'STATUS')?.toUpperCase() === 'CANCELLED',
		};
	}

	function recurrenceId(block: Block): Mark | 'fromThenOn' {
		const own = block.properties.find(({ name }) => name === 'RECURRENCE-ID');
		if (own && /;RANGE=/i.test(own.text.split(':')[0] ?? '')) return 'fromThenOn';
		const mark = markOf(block, 'RECURRENCE-ID', zoneNamed);
		if (!mark) throw new Unread('eventDamaged');
		return mark;
	}
}

/** Of several that change the same time the last revision (RFC 5545 3.8.7.4); of the same revision the last one. */
function newest<One extends { readonly block: Block; readonly of: number }>(
	overrides: readonly One[],
): One[] {
	const ordered = overrides.toSorted((a, b) => sequenceOf(a.block) - sequenceOf(b.block));
	return [...new Map(ordered.map((one) => [one.of, one] as const)).values()];
}

function sequenceOf({ properties }: Block): number {
	const own = properties.find(({ name }) => name === 'SEQUENCE');
	return Number(/:(\d{1,9})$/.exec(own?.text.trim() ?? '')?.[1] ?? 0);
}

function wrong(why: LineWhy): ReadEvent {
	return { lines: [], past: 0, why };
}

function dayOf(instant: number): Day {
	return agenda.wallOf(instant).on;
}
