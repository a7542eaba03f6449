import type { Settings } from '../settings.ts';
import { type Channels, failed, sent } from './channel.ts';
import { channelNames, type NoticeChannel } from './kinds.ts';
import { mailSettings, smtp } from './smtp.ts';
import { push } from './push.ts';
import { sms, smsSettings } from './sms.ts';
import { vapidOf } from './vapid.ts';

/** In the demo nothing leaves the machine: what would be sent stands in its mailbox. One address takes nothing. */
const mailbox: Required<Channels> = {
	sms: { send: () => Promise.resolve(sent) },
	email: {
		send: (_outgoing, to) =>
			Promise.resolve(to === 'vol@post.example' ? failed('refused', true) : sent),
	},
	push: { send: () => Promise.resolve(sent) },
};

/**
 * The channels that the settings name. Throws `SettingProblem` when a file that they name cannot be used, so that a
 * wrong setting shows at the start and not at the first notice.
 */
export function channelsOf(settings: Settings): Channels {
	if (settings.DEMO) return mailbox;
	const mail = mailSettings(settings);
	const gateway = smsSettings(settings);
	const vapid = vapidOf(settings);
	return {
		...(mail ? { email: smtp(mail) } : {}),
		...(gateway ? { sms: sms(gateway) } : {}),
		...(vapid ? { push: push(vapid) } : {}),
	};
}

/** Whether nothing leaves the machine: what is sent stands in the mailbox of the demo. */
export function areOfDemo(channels: Channels): boolean {
	return channels === mailbox;
}

/** Which channels people can choose from here. */
export function offered(settings: Settings): readonly NoticeChannel[] {
	const { DEMO, PUSH_CONTACT, SMS_URL, SMTP_URL } = settings;
	const isThere = { sms: SMS_URL, email: SMTP_URL, push: PUSH_CONTACT } as const;
	return channelNames.filter((channel) => DEMO || isThere[channel] !== undefined);
}

/** What a browser asks its push service with; null where no push messages are sent. */
export function pushKey(settings: Settings): string | null {
	return vapidOf(settings)?.publicKey ?? null;
}
