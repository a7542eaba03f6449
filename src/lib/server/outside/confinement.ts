import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How long a program may take over one upload in processor time, in seconds. */
const longestSeconds = 10;
/** And by the clock, in milliseconds: it gives way to the pages that people read, so on a busy machine it waits a lot. */
export const longestMs = 60_000;

/** What holds a program in that reads uploads, beside its own settings and the clock: the words to put before its command. */
export interface Confinement {
	readonly kind: 'limits-and-no-network' | 'limits' | 'none';
	readonly command: readonly string[];
}

/**
 * Memory is limited by RLIMIT_DATA: Linux ignores RLIMIT_RSS, and RLIMIT_AS also counts the address space that V8 only
 * reserves. Node itself takes 640 MiB of it without using them, the worst photo within the limits some 400 more: what is
 * in use stays under 512 MB. No files are written.
 */
const limits = [
	'/usr/bin/nice',
	'--adjustment=15',
	'/usr/bin/prlimit',
	`--cpu=${longestSeconds}:${longestSeconds + 1}`,
	`--data=${1060 * 1024 * 1024}`,
	'--fsize=0',
	'--core=0',
	'--nofile=64',
	'--',
];
const noNetwork = ['/usr/bin/unshare', '--user', '--net', '--'];

const strictestFirst: readonly Confinement[] = [
	{ kind: 'limits-and-no-network', command: [...limits, ...noNetwork] },
	{ kind: 'limits', command: limits },
];

let found: Promise<Confinement> | undefined;

/** The strictest confinement that works on this machine; tried once. Containers often forbid the network part. */
export function confinement(): Promise<Confinement> {
	found ??= strictestThatWorks();
	return found;
}

async function strictestThatWorks(): Promise<Confinement> {
	for (const candidate of strictestFirst) {
		if (await works(candidate)) return candidate;
	}
	return { kind: 'none', command: [] };
}

async function works({ command }: Confinement): Promise<boolean> {
	const [program = '', ...rest] = command;
	try {
		await promisify(execFile)(program, [...rest, process.execPath, '-e', '0'], {
			env: {},
			timeout: longestMs,
		});
		return true;
	} catch {
		return false;
	}
}
