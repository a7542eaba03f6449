/** How far a translation is. That there is none is no state of it: then there is no row. */
export const translationStates = ['machine', 'translated', 'checked', 'approved'] as const;

export type TranslationState = (typeof translationStates)[number];

/** What a link lets somebody do: write the translations, or read what somebody else wrote. */
export type LinkRole = 'translator' | 'reader';

/**
 * What can happen to a translation: a machine's was brought in, a translator wrote or changed it, a second reader
 * found it right or doubts it, the klantmanager approves it or takes the approval back.
 */
export const translationEvents = [
	'bring',
	'translate',
	'check',
	'doubt',
	'approve',
	'withdraw',
] as const;

export type TranslationEvent = (typeof translationEvents)[number];

/** The whole life of a translation: from each state what can happen, and what it is then. What is not here, cannot. */
export const transitions = {
	none: { bring: 'machine', translate: 'translated' },
	machine: { bring: 'machine', translate: 'translated' },
	translated: { translate: 'translated', check: 'checked', doubt: 'translated' },
	checked: { translate: 'translated', doubt: 'translated', approve: 'approved' },
	approved: { translate: 'translated', withdraw: 'checked' },
} as const satisfies Record<
	TranslationState | 'none',
	Partial<Record<TranslationEvent, TranslationState>>
>;

/** What a translation is after this, or null when this cannot happen to it. */
export function after(
	state: TranslationState | 'none',
	event: TranslationEvent,
): TranslationState | null {
	const next: Partial<Record<TranslationEvent, TranslationState>> = transitions[state];
	return next[event] ?? null;
}
