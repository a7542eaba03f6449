import { day, type Day, dayAfter, isBefore, isOnOrAfter } from '#lib/law/day.ts';
import type { ActivityId } from '../tenants/activities.ts';
import type { Schema } from '../db/schema.ts';
import type { AgendaKind, Bringable, ChangeReason, InterpreterState } from './kinds.ts';
import { daysOf, type Window } from './recurrence.ts';
import { instantOf, wallOf } from './wall-clock.ts';

export type ItemRow = Schema['agendaItems']['$inferSelect'];
export type ExceptionRow = Schema['agendaExceptions']['$inferSelect'];

/** A day and a time on the clocks of the Netherlands. */
export interface Wall {
	readonly on: Day;
	/** HH:MM. */
	readonly at: string;
}

/** One time that an item happens. */
export interface Occurrence extends Wall {
	/** `itemId.YYYY-MM-DD`: stays the same when it moves. */
	readonly key: string;
	readonly itemId: string;
	/** The day on which the item says that it happens. */
	readonly occurrenceOn: Day;
	readonly personId: string | null;
	readonly cohortId: string | null;
	readonly kind: AgendaKind;
	/** Of an `activity`: as what its hours are counted; null for what gives no hours. */
	readonly activity: ActivityId | null;
	readonly subject: string | null;
	readonly startsAt: number;
	readonly endsAt: number;
	/** When it ends on the same clocks. */
	readonly ends: Wall;
	readonly minutes: number;
	readonly place: string | null;
	readonly address: string | null;
	readonly withWhom: string | null;
	readonly interpreter: InterpreterState;
	readonly interpreterLanguage: string | null;
	readonly bring: readonly Bringable[];
	readonly isCancelled: boolean;
	/** Why it is off or differs; null for what goes as it was planned. */
	readonly reason: ChangeReason | null;
	/** Where it stood before it moved; null when it did not. */
	readonly was: Wall | null;
	/** Counts the changes, as a calendar wants it (RFC 5545 3.8.7.4). */
	readonly sequence: number;
	/** What a page was made from: of the item, and of this occurrence (0 when it never differed). */
	readonly revision: number;
	readonly exceptionRevision: number;
	readonly changedAt: number;
}

/** The occurrences of items inside a window of days, in order of time; the exceptions are those of the items. */
export function occurrencesOf(
	items: readonly ItemRow[],
	exceptions: readonly ExceptionRow[],
	window: Window,
): Occurrence[] {
	const byItem = Map.groupBy(exceptions, ({ itemId }) => itemId);
	return items
		.flatMap((item) => ofItem(item, byItem.get(item.id) ?? [], window))
		.sort((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1));
}

/** One occurrence by its day; null when the item does not happen on that day. */
export function occurrenceOf(
	item: ItemRow,
	exceptions: readonly ExceptionRow[],
	occurrenceOn: Day,
): Occurrence | null {
	const exception = exceptions.find((one) => one.occurrenceOn === occurrenceOn);
	const next = dayAfter(occurrenceOn);
	// What had moved to before the end of its series stays in it: people may have been there.
	const until = exception && exception.startsOn < item.until ? next : day(item.until);
	const [isThere] = daysOf({ ...patternOf(item), until }, { from: occurrenceOn, until: next });
	return isThere ? made(item, occurrenceOn, exception) : null;
}

/** Takes a key apart; null when it has not the shape of one. */
export function readKey(key: string): { readonly itemId: string; readonly on: string } | null {
	const found = /^([A-Za-z0-9_-]{22})\.(\d{4}-\d{2}-\d{2})$/.exec(key);
	return found?.[1] && found[2] ? { itemId: found[1], on: found[2] } : null;
}

export function patternOf(item: Pick<ItemRow, 'startsOn' | 'rule' | 'until'>) {
	return { startsOn: day(item.startsOn), rule: item.rule, until: day(item.until) };
}

function ofItem(item: ItemRow, exceptions: readonly ExceptionRow[], window: Window) {
	const pattern = patternOf(item);
	const byDay = new Map(exceptions.map((one) => [one.occurrenceOn, one]));
	const movedInside = exceptions
		.filter(({ startsOn }) => startsOn >= window.from && startsOn < window.until)
		.filter((one) => one.occurrenceOn < pattern.until || one.startsOn < pattern.until)
		.map(({ occurrenceOn }) => day(occurrenceOn));
	const days = new Set([...daysOf(pattern, window), ...movedInside]);
	return [...days]
		.map((on) => made(item, on, byDay.get(on)))
		.filter(({ on }) => isOnOrAfter(on, window.from) && isBefore(on, window.until));
}

function made(item: ItemRow, occurrenceOn: Day, exception: ExceptionRow | undefined): Occurrence {
	const planned: Wall = { on: occurrenceOn, at: item.startsAt };
	const now = exception ? { on: day(exception.startsOn), at: exception.startsAt } : planned;
	const startsAt = instantOf(now.on, now.at);
	const minutes = exception?.minutes ?? item.minutes;
	const endsAt = startsAt + minutes * 60_000;
	const isOff = item.cancelledAt !== null && startsAt >= item.cancelledAt;
	const { address, bring, cohortId, id, interpreter, interpreterLanguage, kind, personId, place } =
		item;
	return {
		key: `${id}.${occurrenceOn}`,
		itemId: id,
		occurrenceOn,
		personId,
		cohortId,
		kind,
		activity: item.activity,
		subject: item.subject,
		...now,
		startsAt,
		endsAt,
		ends: wallOf(endsAt),
		minutes,
		place: exception ? exception.place : place,
		address: exception ? exception.address : address,
		withWhom: exception ? exception.withWhom : item.withWhom,
		interpreter,
		interpreterLanguage,
		bring,
		isCancelled: isOff || exception?.isCancelled === true,
		reason: isOff ? item.cancelReason : (exception?.reason ?? null),
		was: now.on === planned.on && now.at === planned.at ? null : planned,
		sequence: item.revision + (exception?.revision ?? 0),
		revision: item.revision,
		exceptionRevision: exception?.revision ?? 0,
		changedAt: Math.max(item.changedAt, exception?.changedAt ?? 0),
	};
}
