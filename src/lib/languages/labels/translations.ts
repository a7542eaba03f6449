import { m } from '#lib/paraglide/messages.js';
import type {
	LinkRole,
	TranslationState,
	WordsRead,
} from '#lib/server/translations/translations.ts';
import type { Label } from '#lib/ui/message.ts';

/** How far a translation is, as staff read it. */
export const translationStateLabel = {
	none: m.translations_state_none,
	machine: m.translations_state_machine,
	translated: m.translations_state_translated,
	checked: m.translations_state_checked,
	approved: m.translations_state_approved,
} satisfies Record<TranslationState | 'none', Label>;

/** How the person reads own words of the klantmanager, as staff read it. */
export const ownWordsLabel = {
	approved: m.translations_state_approved,
	stale: m.translations_stale,
	awaited: m.translations_awaited,
} satisfies Record<WordsRead['standing'], Label>;

/** What a link is for. */
export const linkRoleLabel = {
	translator: m.translations_role_translator,
	reader: m.translations_role_reader,
} satisfies Record<LinkRole, Label>;
