import type { OfferedLanguage } from './languages.ts';
import { type Run, runs } from './runs.ts';
import { renderSlot, type Slot } from './slots.ts';

/** A text of the catalogue, in any language. */
export type Message<Inputs extends Record<string, unknown> = Record<string, unknown>> = (
	inputs: Inputs,
	options?: { locale?: OfferedLanguage },
) => string;

/** A text without facts in it. */
export type Label = Message<Record<never, never>>;

/** A fact for every gap of a text: typed, and written by each language's own table. */
export type SlotsOf<Inputs> = { readonly [Name in keyof Inputs]: Slot };

/**
 * A text of the catalogue in one language, in runs: what is of another script stands apart, so that a Dutch name
 * in an Arabic sentence keeps its own direction. A count goes in as a number, since plurals choose by it.
 */
export function say<Inputs extends Record<string, unknown>>(
	message: Message<Inputs>,
	slots: SlotsOf<Inputs>,
	language: OfferedLanguage,
): Run[] {
	return runs(text(message, slots, language), language);
}

/** The same as plain text, for a title or an attribute. */
export function text<Inputs extends Record<string, unknown>>(
	message: Message<Inputs>,
	slots: SlotsOf<Inputs>,
	language: OfferedLanguage,
): string {
	const inputs = Object.fromEntries(
		Object.entries<Slot>(slots).map(([name, slot]) => [
			name,
			slot.kind === 'count' ? slot.value : renderSlot(slot, language),
		]),
	);
	return message(inputs as Inputs, { locale: language });
}
