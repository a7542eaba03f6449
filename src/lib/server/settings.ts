import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import * as v from 'valibot';
import { isDay } from '#lib/law/day.ts';
import { isMailAddress } from '#lib/server/notices/address.ts';
import { isLoopback } from '#lib/server/notices/loopback.ts';
import { scannerAddress } from '#lib/server/scanning/scanning.ts';

/** A wrong setting, in one sentence for the operator that names the variable. */
export class SettingProblem extends Error {
	override readonly name = 'SettingProblem';
}

const port = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/, 'is a number from 1 to 65535'),
	v.transform(Number),
	v.check((value) => value >= 1 && value <= 65_535, 'is a number from 1 to 65535'),
);
const yes = v.pipe(
	v.optional(v.picklist(['0', '1'], 'is 1 or 0'), '0'),
	v.transform((value) => value === '1'),
);
/** Signing in goes over TLS, but for a provider on this very machine. */
const issuer = v.pipe(
	v.string(),
	v.check(
		(value) =>
			URL.canParse(value) &&
			/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/.test(value),
		'is an address such as https://broker.example',
	),
);
const roleMap = v.pipe(
	v.string(),
	v.regex(
		/^\s*[^,=]+=\s*(klantmanager|teamLead|administrator|school)\s*(,\s*[^,=]+=\s*(klantmanager|teamLead|administrator|school)\s*)*$/,
		'is a list such as TheirRole=klantmanager, of klantmanager, teamLead, administrator and school',
	),
);
const folder = v.pipe(v.string(), v.minLength(1, 'is a folder'));
const wholeFrom1 = (most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^[1-9]\d{0,5}$/, `is a whole number from 1 to ${most}`),
		v.transform(Number),
		v.maxValue(most, `is a whole number from 1 to ${most}`),
	);
/** An address of the operator's own; without TLS only on this very machine. */
const outside = (secure: string, plain: string, says: string, plainElsewhere = false) =>
	v.pipe(
		v.string(),
		v.check((value) => {
			if (!URL.canParse(value)) return false;
			const { protocol, hostname, password } = new URL(value);
			const mayBePlain = plainElsewhere || isLoopback(hostname);
			const isRight = protocol === secure || (protocol === plain && mayBePlain);
			return isRight && hostname !== '' && password === '';
		}, says),
	);
const instant = v.pipe(v.string(), v.isoTimestamp('is an instant such as 2026-11-22T20:30:00Z'));
const day = v.pipe(
	v.string(),
	v.check((value) => isDay(value), 'is a day such as 2026-11-23'),
);

/** Every variable the portal reads, with its default; `.env.example` explains them to operators. */
const schema = v.object({
	PORT: v.optional(port, '3000'),
	HOST: v.optional(v.string(), '127.0.0.1'),
	DATA_DIR: v.optional(folder, './data'),
	KEYS_DIR: v.optional(folder),
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(value) => URL.canParse(value) && /^postgres(ql)?:\/\//.test(value),
				'is an address such as postgres://user@host',
			),
		),
	),
	BACKUP_DIR: v.optional(folder),
	BACKUP_MINUTES: v.optional(wholeFrom1(1440), '15'),
	BACKUP_DAYS: v.optional(wholeFrom1(3650), '30'),
	LOG_LEVEL: v.optional(
		v.picklist(
			['debug', 'info', 'warn', 'error', 'silent'],
			'is debug, info, warn, error or silent',
		),
		'info',
	),
	CLAMAV_SOCKET: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(value) => scannerAddress(value) !== null,
				'is the whole path of a socket, such as /run/clamav/clamd.ctl, or HOST:PORT',
			),
		),
	),
	FFMPEG_PATH: v.optional(
		v.pipe(
			v.string(),
			v.check(isAbsolute, 'is the whole path of a program, such as /usr/bin/ffmpeg'),
		),
	),
	// Without `s` the mail server must offer STARTTLS, unless it is on this very machine.
	SMTP_URL: v.optional(
		outside(
			'smtps:',
			'smtp:',
			'is an address such as smtps://user@mail.example, without the password',
			true,
		),
	),
	SMTP_PASSWORD_FILE: v.optional(folder),
	MAIL_FROM: v.optional(v.pipe(v.string(), v.check(isMailAddress, 'is an e-mail address'))),
	SMS_URL: v.optional(
		outside('https:', 'http:', 'is an address such as https://sms.example/messages'),
	),
	SMS_TOKEN_FILE: v.optional(folder),
	PUSH_CONTACT: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(value) => value.startsWith('mailto:') && isMailAddress(value.slice('mailto:'.length)),
				'is an address such as mailto:beheer@gemeente.example',
			),
		),
	),
	TRANSLATION_LINK_DAYS: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,2}$/, 'is a number of days from 1 to 30'),
			v.transform(Number),
			v.check((value) => value >= 1 && value <= 30, 'is a number of days from 1 to 30'),
		),
		'7',
	),
	TRUST_PROXY: yes,
	DEMO: yes,
	DEMO_TODAY: v.optional(day),
	DEMO_BEGAN: v.optional(instant),
	DIGID_ISSUER: v.optional(issuer),
	DIGID_CLIENT_ID: v.optional(v.string()),
	DIGID_CLIENT_SECRET_FILE: v.optional(folder),
	DIGID_ACR: v.optional(v.string()),
	DIGID_BSN_CLAIM: v.optional(v.string(), 'bsn'),
	STAFF_ISSUER: v.optional(issuer),
	STAFF_CLIENT_ID: v.optional(v.string()),
	STAFF_CLIENT_SECRET_FILE: v.optional(folder),
	STAFF_ACR: v.optional(v.string()),
	STAFF_ROLE_CLAIM: v.optional(v.string(), 'roles'),
	STAFF_ROLE_MAP: v.optional(
		roleMap,
		'klantmanager=klantmanager,teamLead=teamLead,administrator=administrator,school=school',
	),
	STAFF_GEMEENTE_CLAIM: v.optional(v.string(), 'gemeentecodes'),
	STAFF_PARTNER_CLAIM: v.optional(v.string(), 'partner'),
});

export type Settings = v.InferOutput<typeof schema>;

/** Reads and checks the environment; the first wrong variable stops with its name and what it should be. */
export function read(environment: NodeJS.ProcessEnv): Settings {
	const given = Object.fromEntries(
		Object.entries(environment).filter(([name, value]) => name in schema.entries && value !== ''),
	);
	const result = v.safeParse(schema, given);
	if (!result.success) {
		const [issue] = result.issues;
		throw new SettingProblem(`${v.getDotPath(issue) ?? 'A variable'} ${issue.message}.`);
	}
	if (result.output.DEMO_TODAY && !result.output.DEMO) {
		throw new SettingProblem('DEMO_TODAY is for the demo only: set DEMO=1 or leave it out.');
	}
	if (result.output.DEMO_BEGAN && !result.output.DEMO_TODAY) {
		throw new SettingProblem('DEMO_BEGAN goes with DEMO_TODAY: set both or leave it out.');
	}
	expectWhole(result.output, mail, 'To send e-mail');
	expectWhole(result.output, gateway, 'To send SMS');
	if (!result.output.DEMO)
		for (const door of doors) expectWhole(result.output, door, 'To sign in through this door');
	return result.output;
}

/** What each door needs; the level of assurance is no choice where a BSN comes in (DigiD: at least Midden). */
const doors = [
	['DIGID_ISSUER', 'DIGID_CLIENT_ID', 'DIGID_CLIENT_SECRET_FILE', 'DIGID_ACR'],
	['STAFF_ISSUER', 'STAFF_CLIENT_ID', 'STAFF_CLIENT_SECRET_FILE'],
] as const;

/** What goes together to send anything. */
const mail = ['SMTP_URL', 'MAIL_FROM'] as const;
const gateway = ['SMS_URL', 'SMS_TOKEN_FILE'] as const;

function expectWhole(settings: Settings, together: readonly (keyof Settings)[], what: string) {
	const missing = together.filter((name) => settings[name] === undefined);
	if (missing.length === 0 || missing.length === together.length) return;
	throw new SettingProblem(`${what} ${missing.join(' and ')} must be set too.`);
}

/** The content of a file that a variable names, without the line end. */
export function secretFrom(path: string, variable: string): string {
	const secret = contentOf(path, variable).trim();
	if (secret === '') throw new SettingProblem(`${variable} names ${path}, which is empty.`);
	return secret;
}

function contentOf(path: string, variable: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		throw new SettingProblem(`${variable} names ${path}, which cannot be read.`);
	}
}
