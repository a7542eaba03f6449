import { secretFrom, SettingProblem, type Settings } from '../settings.ts';
import { type Channel, failed, type Outgoing, type Sent, sent } from './channel.ts';
import { type Answered, post } from './outside-post.ts';

/** The gateway of the operator: the one address that gets phone numbers, and the token that it knows us by. */
export interface SmsSettings {
	readonly address: URL;
	readonly token: string;
}

/** Read from SMS_URL and SMS_TOKEN_FILE; null where no gateway is named. */
export function smsSettings({ SMS_URL, SMS_TOKEN_FILE }: Settings): SmsSettings | null {
	if (SMS_URL === undefined) return null;
	if (SMS_TOKEN_FILE === undefined) throw new SettingProblem('SMS_URL needs SMS_TOKEN_FILE.');
	return { address: new URL(SMS_URL), token: secretFrom(SMS_TOKEN_FILE, 'SMS_TOKEN_FILE') };
}

/**
 * An SMS through an HTTP gateway: JSON `{to, text}`, a bearer token, and the key of the delivery as `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header), by which the gateway sends it once however often we ask.
 */
export function sms({ address, token }: SmsSettings): Channel<string> {
	return {
		async send(outgoing, to) {
			const answer = await post(address, {
				headers: {
					'content-type': 'application/json; charset=utf-8',
					authorization: `Bearer ${token}`,
					'idempotency-key': outgoing.id,
				},
				body: JSON.stringify({ to, text: smsText(outgoing) }),
			});
			return judged(answer);
		},
	};
}

/** Both languages under each other. */
export function smsText({ words: { own, dutch } }: Pick<Outgoing, 'words'>): string {
	return own === dutch ? dutch : `${own}\n${dutch}`;
}

/** What an answer over HTTP means. Trying again helps where the other side is busy or lacks something of us. */
export function judged(answer: Answered): Sent {
	if ('ok' in answer) return answer;
	const { status } = answer;
	if (status >= 200 && status < 300) return sent;
	if (status === 401 || status === 403) return failed('notAllowed');
	if (status === 408 || status === 409 || status === 425 || status === 429) return failed('busy');
	if (status >= 500) return failed('busy');
	return status >= 400 ? failed('refused', true) : failed('wrongAnswer');
}
