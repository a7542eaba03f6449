import { m } from '#lib/paraglide/messages.js';
import type { CodeChannel, LetterState } from '#lib/server/ways-in/ways-in.ts';
import type { Label } from '#lib/ui/message.ts';

/** The ways by which a code comes. */
export const codeChannelLabel = {
	sms: m.access_code_sms,
	email: m.access_code_email,
} satisfies Record<CodeChannel, Label>;

/** The same on a page of the staff. */
export const codeChannelAtDesk = {
	sms: m.file_access_code_sms,
	email: m.file_access_code_email,
} satisfies Record<CodeChannel, Label>;

/** What became of a letter that does not wait any more. */
export const letterStateLabel = {
	replaced: m.file_access_replaced,
	over: m.file_access_over,
} satisfies Record<Exclude<LetterState, 'open' | 'used'>, Label>;
