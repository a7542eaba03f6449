import type { Bilingual } from '#lib/languages/bilingual.ts';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import type { Account } from '#lib/server/accounts/accounts.ts';
import type { Session } from '#lib/server/accounts/sessions.ts';
import type { Actor } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import type { Found } from '#lib/server/helpers/helpers.ts';
import type { Named } from '#lib/server/phones/phones.ts';
import type { Portal } from '#lib/server/portal.ts';
import type { OwnWordsRead } from '#lib/server/translations/translations.ts';
import type { Settings } from '#lib/server/settings.ts';

declare global {
	namespace App {
		interface Locals {
			readonly reference: string;
			settings: Settings;
			/** Of every route; not yet known while the host is being looked up. */
			portal: Portal;
			moment: Moment;
			language: OfferedLanguage;
			/** How much of the mother tongue this page may put away, as the account chose. */
			bilingual: Bilingual;
			actor: Actor | null;
			account: Account | null;
			session: Session | null;
			/** Who came by a letter: nobody yet, and on the page where the own device is made known alone. */
			enrolling: { readonly account: Account; readonly session: Session } | null;
			/** Of a page of somebody who looks along: with whom, and until when. */
			helper: Pick<Found, 'personName' | 'endsAt'> | null;
			/** Which phone this is, as its cookie says; undefined where none says so. */
			phone: Named | undefined;
			/** Whether a phone asks for this page to keep it: one of the person's own, or one that everybody may have. */
			copy: 'page' | 'shell' | null;
			/** What was typed before the sign-in ended, on the page where it was typed. */
			kept: Readonly<Record<string, string>> | null;
		}
		interface Error {
			readonly reference?: string;
			/** What was sent before under the same key, and the draft in which the other answers were kept. */
			readonly sent?: { readonly entry: string; readonly draft: string | null };
		}
		interface PageData {
			readonly language: OfferedLanguage;
			readonly bilingual?: Bilingual;
			/** How the klantmanager's own words on this page are read, by the Dutch. */
			readonly ownWords?: OwnWordsRead;
		}
	}
}

export {};
