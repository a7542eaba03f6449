import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's calendar for the terminal, which reads what we write with a parser that is not ours. */
const program = ['/usr/bin/khal', '/usr/local/bin/khal'].find((path) => existsSync(path));

/** Why there is nothing to test with, or null. */
export const withoutKhal = program ? null : 'khal is not installed (apt-get install khal)';

/** A calendar of khal in a folder of its own. */
export interface Khal {
	/**
	 * Takes a calendar in that is subscribed to, as vdirsyncer keeps it for khal: a file for each event by its UID, written
	 * anew when it differs, and gone when it is gone.
	 */
	take(calendar: string): Promise<void>;
	/** What it shows of these days (until exclusive), a line each, in order. */
	list(from: string, until: string): readonly string[];
	remove(): Promise<void>;
}

export async function openKhal(): Promise<Khal> {
	const root = await mkdtemp(join(tmpdir(), 'khal-'));
	const [calendar, config] = [join(root, 'calendar'), join(root, 'config')];
	await mkdir(calendar);
	await writeFile(config, settingsOf(calendar, join(root, 'khal.db')));
	const run = (...args: readonly string[]) =>
		execFileSync(program ?? 'khal', ['-c', config, ...args], {
			encoding: 'utf8',
			env: { HOME: root, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
	return {
		async take(written) {
			const [head = '', ...events] = written.split(/(?=BEGIN:VEVENT)/);
			const files = new Map(
				events.map((event) => {
					const [whole = ''] = event.split('END:VCALENDAR');
					const uid = /^UID:(.*)\r$/m.exec(whole)?.[1] ?? 'none';
					return [`${uid}.ics`, `${head}${whole}END:VCALENDAR\r\n`];
				}),
			);
			const known = await readdir(calendar);
			await Promise.all(
				known.filter((name) => !files.has(name)).map((name) => rm(join(calendar, name))),
			);
			for (const [name, content] of files) {
				const path = join(calendar, name);
				const before = known.includes(name) ? await readFile(path, 'utf8') : null;
				if (before !== content) await writeFile(path, content);
			}
		},
		list(from, until) {
			const shown =
				'{start-date} {start-time} {end-date} {end-time} | {title} | {location} | {uid}';
			const said = run('list', '--day-format', '', '--once', '-f', shown, from, until);
			return said
				.split('\n')
				.filter((line) => line !== '')
				.toSorted();
		},
		remove: () => rm(root, { recursive: true }),
	};
}

function settingsOf(calendar: string, database: string): string {
	return [
		...['[calendars]', '[[agenda]]', `path = ${calendar}`, 'type = calendar'],
		...['[locale]', 'timeformat = %H:%M', 'dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d'],
		...['datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M'],
		...['local_timezone = Europe/Amsterdam', 'default_timezone = Europe/Amsterdam'],
		...['[default]', 'default_calendar = agenda', '[sqlite]', `path = ${database}`, ''],
	].join('\n');
}
