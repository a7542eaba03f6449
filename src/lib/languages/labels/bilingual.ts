import { m } from '#lib/paraglide/messages.js';
import type { Label } from '#lib/ui/message.ts';
import type { LanguageMode, LanguageTop } from '../bilingual.ts';

/** How much of the Dutch stands alone. */
export const modeLabel = {
	both: m.language_mode_both,
	ownOnTap: m.language_mode_own_on_tap,
	dutchOnly: m.language_mode_dutch_only,
} satisfies Record<LanguageMode, Label>;

/** Which language is on top. */
export const topLabel = {
	own: m.language_top_own,
	dutch: m.language_top_dutch,
} satisfies Record<LanguageTop, Label>;
