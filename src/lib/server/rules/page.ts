import type { LineKey, LineSlots, PartKey } from '#lib/languages/labels/rules.ts';
import type { Slot } from '#lib/languages/slots.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { Topic } from '../../../params/topic.ts';
import type { PlanShown } from '../pip/pip.ts';

/** One sentence with its facts, ready to be said. */
export interface Line {
	readonly key: LineKey;
	readonly slots: Readonly<Record<string, Slot>>;
}

/** A part of a page: sentences, what they list, and where to read on. */
export interface Part {
	readonly key: PartKey;
	readonly lines: readonly Line[];
	readonly items?: readonly Line[];
	readonly to?: readonly (Topic | 'plan' | 'duo' | 'objecting')[];
}

/** What somebody reads about a topic: first what one can do, last what may come of it. */
export type Page = readonly [Part, ...Part[]];

/** What decides which sentences are true for somebody. */
export interface Known {
	readonly facts: Facts;
	readonly plan: PlanShown | null;
	readonly today: Day;
}

/** A sentence; its slots are those of its message, checked by the compiler. */
export function line<Key extends LineKey>(
	key: Key,
	...[slots]: keyof LineSlots<Key> extends never ? [] : [LineSlots<Key>]
): Line {
	return { key, slots: slots ?? {} };
}

/** The parts that have something to say. */
export function pageOf(first: Part, ...rest: readonly Part[]): Page {
	return [
		first,
		...rest.filter(({ lines, items }) => lines.length > 0 || (items?.length ?? 0) > 0),
	];
}
