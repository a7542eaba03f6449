import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import { type Label, text } from '#lib/languages/message.ts';
import { neutralText, officialMail } from '#lib/languages/labels/notices.ts';
import { dayOf } from '../clock.ts';
import type { Outgoing, Words } from './channel.ts';
import { kindOf, type NeutralText, type NoticeKind, type NoticeSlots } from './kinds.ts';
import type { NoticeRow } from './wanted.ts';

/**
 * What leaves the portal: one of the five neutral texts, or, to who chose the portal for decisions, the e-mail that
 * there is one (Awb 2:10). Nothing in it comes from the notice but which of them it is.
 */
export function outgoingOf(
	id: string,
	{ kind, expiresAt, slots }: Pick<NoticeRow, 'kind' | 'expiresAt' | 'slots'>,
	language: string,
	isOfficial: boolean,
	at: number,
): Outgoing {
	const words = neutralText[textAt(kind, slots, at)];
	return {
		id,
		expiresAt,
		words: inBoth(isOfficial ? officialMail.words : words, language),
		subject: inBoth(isOfficial ? officialMail.subject : neutralText.message, language),
	};
}

/** The neutral text of a kind. What waited through the night is tomorrow no more. */
function textAt(kind: NoticeKind, { day }: NoticeSlots, at: number): NeutralText {
	const { text: usual } = kindOf(kind);
	return usual === 'tomorrow' && day !== undefined && dayOf(at) >= day ? 'soon' : usual;
}

function inBoth(label: Label, tag: string): Words {
	const language: OfferedLanguage = isOffered(tag) ? tag : 'nl';
	return { language, own: text(label, {}, language), dutch: text(label, {}, 'nl') };
}
