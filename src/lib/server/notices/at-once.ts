import { newId } from '../id.ts';
import { logger } from '../logger.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { mobileNumber } from './address.ts';
import { type Channels, failed, type Words } from './channel.ts';
import { areOfDemo } from './channels.ts';
import type { NoticeChannel } from './kinds.ts';
import type { Letter } from './mailbox.ts';

/** What somebody asked for a moment ago and waits for: not a notice, and never kept. */
export interface AtOnce {
	readonly person: Person;
	readonly channel: Exclude<NoticeChannel, 'push'>;
	readonly words: Words;
	/** Over an e-mail. */
	readonly subject: Words;
}

/** Where a person gets something by this way, or null where the gemeente knows nothing that can. */
export function reachOf(
	{ email, phone }: Pick<Person, 'email' | 'phone'>,
	channel: AtOnce['channel'],
): string | null {
	return channel === 'sms' ? mobileNumber(phone) : email;
}

const useful = 10 * 60_000;

/**
 * Sends it now, once, whatever the hour and what was switched off; nothing with veilig contact. Never throws; false when
 * it did not go.
 */
export async function sendAtOnce(
	portal: Portal,
	channels: Channels,
	{ channel, person, subject, words }: AtOnce,
	now: number,
): Promise<boolean> {
	const to = reachOf(person, channel);
	if (to === null || person.safeContact) return false;
	const outgoing = { id: newId(), words, subject, expiresAt: now + useful };
	const sending = channels[channel]?.send(outgoing, to, now) ?? failed('notAllowed', true);
	const outcome = await Promise.resolve(sending).catch(() => failed('unreachable'));
	if (!outcome.ok) logger().warn({ notice: 'atOnce', channel, error: outcome.error });
	if (!areOfDemo(channels)) return outcome.ok;
	const { givenName, familyName } = person;
	keepForDemo(portal, {
		id: outgoing.id,
		...{ channel, givenName, familyName, to, words },
		state: outcome.ok ? 'sent' : 'dead',
		error: outcome.ok ? null : outcome.error,
		at: now,
		subject: channel === 'email' ? subject : null,
	});
	return outcome.ok;
}

const most = 20;
const kept = new Map<string, Letter[]>();

/** What the demo sent at once, the newest first; in memory, since it is nowhere else. */
export function sentAtOnce({ tenant }: Portal): readonly Letter[] {
	return kept.get(tenant.id) ?? [];
}

function keepForDemo({ tenant }: Portal, letter: Letter) {
	kept.set(tenant.id, [letter, ...(kept.get(tenant.id) ?? [])].slice(0, most));
}
