/**
 * Whether a notice is ever lost or told twice: `npm run faults:notices`, about ten minutes. The worker is killed five hundred
 * times, at every step in turn, while new notices come in; then it runs to the end. Each must have come in at a
 * receiver that honours the key, once, and also those after a number that never takes anything and one that kills
 * whoever sends to it. Ends with 1 when something was wrong.
 */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { build } from 'vite';
import * as keyring from '#lib/server/crypto/keyring.ts';
import type { Portal } from '#lib/server/portal.ts';
import { openOne } from '#lib/server/portals.ts';
import { read } from '#lib/server/settings.ts';
import { all } from '#lib/server/tenants/tenants.ts';
import { startPostgres } from '../tools/postgres.ts';
import { root, say } from '../tools/steps.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { isOpen, layPeople, tell, wrongs } from './notices-world.ts';
import { inFolder } from './world.ts';

/** One file, since a worker begins hundreds of times. */
const workerProgram = `${root}tests/results/notices-worker.js`;
const begin = Date.parse('2026-11-23T09:00:00Z');

/** Longer than a lease, so that what a dead worker held is free for the next. */
const between = 3 * 60_000;

await bundle();
const isRight = (await onSqlite(500)) && (await onPostgres(100));
process.exitCode = isRight ? 0 : 1;

function bundle() {
	return build({
		configFile: false,
		logLevel: 'error',
		build: {
			ssr: `${root}tests/faults/notices-worker.ts`,
			outDir: `${root}tests/results`,
			emptyOutDir: false,
			minify: false,
		},
	});
}

function onSqlite(kills: number): Promise<boolean> {
	return inFolder((folder) => killed('SQLite', kills, folder, {}));
}

async function onPostgres(kills: number): Promise<boolean> {
	const postgres = await startPostgres();
	if (!postgres.url) {
		say(postgres.line);
		return true;
	}
	try {
		const client = new Client({ connectionString: postgres.url });
		await client.connect();
		await client.query('create database meedoen_heerenveen');
		await client.end();
		const given = { DATABASE_URL: postgres.url };
		return await inFolder((folder) => killed('PostgreSQL', kills, folder, given));
	} finally {
		postgres.stop();
	}
}

async function killed(
	name: string,
	kills: number,
	folder: string,
	given: Readonly<Record<string, string>>,
): Promise<boolean> {
	const gateway = await openGateway();
	const tokenFile = join(folder, 'sms-token');
	await writeFile(tokenFile, 'a-token');
	const reach = { SMS_URL: gateway.address, SMS_TOKEN_FILE: tokenFile };
	const environment = { ...process.env, ...given, ...reach, DATA_DIR: folder };
	await keyring.create(join(folder, 'keys'));
	const portal = await opened(environment, folder);
	try {
		return await sweep(name, kills, portal, gateway, environment);
	} finally {
		await portal.store.close();
		await gateway.close();
	}
}

async function sweep(
	name: string,
	kills: number,
	portal: Portal,
	gateway: Gateway,
	environment: NodeJS.ProcessEnv,
): Promise<boolean> {
	const people = await layPeople(portal, begin);
	let [died, nth, facts, now] = [0, 1, 0, begin];
	let longest = 0;
	while (died < kills) {
		if (nth === 1) facts += await tell(portal, people, facts, now);
		// What kills its worker of itself is a kill as well, but none of those that are counted.
		const isKilled = await worker(environment, nth, now);
		if (isKilled) died += 1;
		longest = Math.max(longest, nth);
		nth = isKilled ? nth + 1 : 1;
		now += between;
		if (died % 100 === 0 && isKilled) say(`  ${name}: killed ${died} times`);
	}
	// Whatever is left goes out now; the number that kills its worker ends the round each time until it is given up.
	for (let round = 0; round < 60 && (await isOpen(portal)); round += 1) {
		now += 2 * 60 * 60_000;
		await worker(environment, 0, now);
	}
	const problems = await wrongs(portal, people, gateway, facts);
	for (const problem of problems) say(`WRONG  ${problem}`);
	const counted = `${facts} notices, ${gateway.requests()} requests, ${gateway.taken.size} taken`;
	say(
		`${name}: killed ${died} times at up to ${longest} steps, ${counted}, ${problems.length} problems`,
	);
	return problems.length === 0;
}

async function opened(environment: NodeJS.ProcessEnv, folder: string): Promise<Portal> {
	const [tenant] = all();
	if (!tenant) throw new Error('no tenant');
	return openOne(read(environment), keyring.open(join(folder, 'keys')), tenant);
}

/** Runs one worker; gives whether it was killed. What it dies of otherwise is an error. */
async function worker(
	environment: NodeJS.ProcessEnv,
	killAt: number,
	now: number,
): Promise<boolean> {
	const child = spawn(process.execPath, [workerProgram, String(killAt), String(now)], {
		env: environment,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
		child.on('close', (exit, by) => resolve([exit, by]));
	});
	if (signal === 'SIGKILL') return true;
	if (code !== 0) throw new Error(`a worker ended with ${code}`);
	return false;
}
