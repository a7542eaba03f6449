import { text } from '#lib/languages/message.ts';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import * as notices from '../notices/notices.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { channelsFor, type Offered, personOf, targetOf } from './code-target.ts';
import { make, type Target } from './codes.ts';
import type { CodeChannel } from './kinds.ts';
import { grouped } from './letter-code.ts';
import type { Adding } from './passkeys.ts';

/** What the installation sends with, and by which ways. */
export interface Post {
	readonly channels: notices.Channels;
	readonly offered: Offered;
}

/**
 * Has a code sent to who can be reached so and gets codes. Gives what the browser remembers until the code is typed,
 * the same for whoever is not found: what is sent goes out after the answer.
 */
export async function askForCode(
	portal: Portal,
	{ channels, offered }: Post,
	{ bornOn, reach }: { readonly reach: string; readonly bornOn: Day },
	address: string,
	moment: Moment,
): Promise<Outcome<string>> {
	const target = await targetOf(portal, reach, bornOn, offered);
	return sent(portal, channels, target, address, moment);
}

/**
 * Has the first code sent to who came by a letter and has no device that can do better. Not found for another sign-in,
 * and for a way by which this person gets none.
 */
export async function askForFirstCode(
	portal: Portal,
	{ channels, offered }: Post,
	{ account, session }: Adding,
	channel: CodeChannel,
	address: string,
	moment: Moment,
): Promise<Outcome<string>> {
	const person = await personOf(portal, account);
	if (!person || session.means !== 'letter') throw new NotFound();
	if (!channelsFor(portal, person, offered).includes(channel)) throw new NotFound();
	return sent(portal, channels, { account, channel, isFirst: true }, address, moment);
}

async function sent(
	portal: Portal,
	channels: notices.Channels,
	target: Target | null,
	address: string,
	{ now }: Moment,
): Promise<Outcome<string>> {
	const asked = await make(portal, target, address, now);
	if (!asked) return refused({ reach: 'codeTooOften' });
	const { code, id } = asked;
	const person = target && (await personOf(portal, target.account));
	// Not waited for: how long sending takes would tell that somebody was found.
	if (code && person) {
		void notices.sendAtOnce(portal, channels, letterOf(person, target.channel, code), now);
	}
	return done(id);
}

/** The code and nothing else: not from whom, and not what for. */
function letterOf(person: Person, channel: CodeChannel, code: string): notices.AtOnce {
	const language: OfferedLanguage = isOffered(person.language) ? person.language : 'nl';
	const facts = { code: slots.name(grouped(code, 3)) };
	const words = {
		language,
		own: text(m.access_code_text, facts, language),
		dutch: text(m.access_code_text, facts, 'nl'),
	};
	const subject = {
		language,
		own: text(m.access_code_subject, {}, language),
		dutch: text(m.access_code_subject, {}, 'nl'),
	};
	return { person, channel, words, subject };
}
