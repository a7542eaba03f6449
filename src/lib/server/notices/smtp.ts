import { createTransport } from 'nodemailer';
import { directionOf } from '#lib/languages/languages.ts';
import { secretFrom, SettingProblem, type Settings } from '../settings.ts';
import { type Channel, failed, type Outgoing, patience, type Sent, sent } from './channel.ts';
import { isLoopback } from './loopback.ts';

/** The mail server of the operator, and from whom the mail comes. */
export interface MailSettings {
	readonly server: URL;
	readonly password: string | null;
	readonly from: string;
}

/** Read from SMTP_URL, SMTP_PASSWORD_FILE and MAIL_FROM; null where no server is named. */
export function mailSettings(settings: Settings): MailSettings | null {
	const { SMTP_URL, SMTP_PASSWORD_FILE, MAIL_FROM: from } = settings;
	if (SMTP_URL === undefined) return null;
	if (from === undefined) throw new SettingProblem('SMTP_URL needs MAIL_FROM.');
	const file = SMTP_PASSWORD_FILE;
	const password = file === undefined ? null : secretFrom(file, 'SMTP_PASSWORD_FILE');
	return { server: new URL(SMTP_URL), password, from };
}

/**
 * An e-mail in both languages, as text and as HTML. Over TLS with a certificate that holds, except to a server on this
 * very machine. The key of the delivery is its Message-ID, by which a mail server knows it again.
 */
export function smtp({ server, password, from }: MailSettings): Channel<string> {
	const isHere = isLoopback(server.hostname);
	const transport = createTransport({
		host: server.hostname.replace(/^\[|\]$/g, ''),
		port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
		secure: server.protocol === 'smtps:',
		requireTLS: !isHere,
		...(server.username && password !== null
			? { auth: { user: decodeURIComponent(server.username), pass: password } }
			: {}),
		connectionTimeout: patience / 3,
		greetingTimeout: patience / 3,
		socketTimeout: patience - 1000,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	const host = from.split('@').at(-1) ?? '';
	return {
		async send(outgoing, to) {
			try {
				await transport.sendMail({
					from,
					to: { name: '', address: to },
					messageId: `<${outgoing.id}@${host}>`,
					subject: [...new Set([outgoing.subject.own, outgoing.subject.dutch])].join(' / '),
					text: mailText(outgoing),
					html: mailPage(outgoing),
					headers: { 'auto-submitted': 'auto-generated' },
				});
				return sent;
			} catch (problem) {
				return judged(problem);
			}
		},
	};
}

/** Both languages under each other. */
function mailText({ words: { own, dutch } }: Outgoing): string {
	return own === dutch ? dutch : `${own}\n\n${dutch}`;
}

/** The same with language and direction, and nothing that a mail program would fetch. */
function mailPage({ words: { language, own, dutch } }: Outgoing): string {
	const parts =
		own === dutch ? [['nl', dutch] as const] : [[language, own] as const, ['nl', dutch] as const];
	const written = parts.map(
		([tag, words]) => `<p lang="${tag}" dir="${directionOf(tag)}">${escaped(words)}</p>`,
	);
	return `<!doctype html><html lang="nl"><body>${written.join('')}</body></html>`;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The code alone: the words of a mail server may hold the address. */
function judged(problem: unknown): Sent {
	const { responseCode, code } = problem as { responseCode?: number; code?: string };
	if (code === 'EAUTH' || code === 'ETLS') return failed('notAllowed');
	if (code === 'EENVELOPE' && responseCode === undefined) return failed('refused', true);
	if (responseCode !== undefined && responseCode >= 500) return failed('refused', true);
	if (responseCode !== undefined && responseCode >= 400) return failed('busy');
	return code === 'ETIMEDOUT' ? failed('slow') : failed('unreachable');
}
