import { BackupProblem } from '../../lib/server/backup/place.ts';
import { KeyProblem } from '../../lib/server/crypto/key-problem.ts';
import { StoreProblem } from '../../lib/server/db/store.ts';
import { SettingProblem } from '../../lib/server/settings.ts';
import {
	administrator,
	audit,
	clearUploads,
	demo,
	keys,
	migrate,
	pushKeys,
	scanUploads,
	sendNotices,
} from './commands.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Every command there is; the first words of the line choose. */
const commands: Readonly<Record<string, { readonly does: string; readonly run: Command }>> = {
	law: {
		does: 'facts as JSON in (a file or standard input), the timeline with articles as JSON out',
		run: async (args) => {
			const [{ law }, { moment }] = await Promise.all([
				import('./law.ts'),
				import('../../lib/server/clock.ts'),
			]);
			// Of two days the last one counts, so that the day of the command line wins over this one.
			const given = ['--today', moment().today, ...args];
			return law(given, process.stdin, process.stdout, process.stderr);
		},
	},
	'keys create': { does: 'make the first keys', run: keys },
	'keys push': { does: 'make the keys by which push services know this portal', run: pushKeys },
	migrate: { does: 'bring every database to the present schema', run: migrate },
	'admin add': {
		does: 'TENANT SUBJECT NAME: the first administrator, by the subject of the identity provider',
		run: administrator,
	},
	'audit verify': { does: 'whether the audit chain of every tenant is whole', run: audit },
	backup: {
		does: 'back every tenant up into BACKUP_DIR, and clear old backups',
		run: async () => (await import('./backup.ts')).backup(),
	},
	restore: {
		does: 'TENANT [BACKUP] [--verify]: lay a backup where there are no data; --verify only tries it',
		run: async (args) => (await import('./backup.ts')).restore(args),
	},
	'i18n export': {
		does: 'LANGUAGE FILE: the messages of a language as a spreadsheet for its translators',
		run: async (args) => (await import('./i18n.ts')).exported(args),
	},
	'i18n import': {
		does: 'LANGUAGE FILE --by NAME --on DAY: that spreadsheet back; nothing when a line is wrong',
		run: async (args) => (await import('./i18n.ts')).imported(args),
	},
	sweep: {
		does: 'delete proofs whose last day is over, clear what broken uploads left, tell of rows without their file',
		run: clearUploads,
	},
	scan: {
		does: 'have the virus scanner check the photos that came while it was away',
		run: scanUploads,
	},
	notices: {
		does: 'remind of what begins tomorrow or within the hour, and send the notices that are due',
		run: sendNotices,
	},
	'demo seed': { does: 'lay the demo world into empty databases', run: demo },
};

/** Runs one command line and gives the exit code: 0 done, 1 could not, 2 asked wrongly. */
export async function run(args: readonly string[]): Promise<number> {
	const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((each) =>
		Object.hasOwn(commands, each),
	);
	const command = name === undefined ? undefined : commands[name];
	if (name === undefined || !command) {
		console.error('npm run portal -- COMMAND\n');
		for (const [each, { does }] of Object.entries(commands)) console.error(`  ${each}: ${does}`);
		return 2;
	}
	try {
		return await command.run(args.slice(name.split(' ').length));
	} catch (problem) {
		const known = [SettingProblem, KeyProblem, StoreProblem, BackupProblem].some(
			(kind) => problem instanceof kind,
		);
		if (!known || !(problem instanceof Error)) throw problem;
		console.error(problem.message);
		return 1;
	}
}
