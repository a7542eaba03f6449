import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as accounts from '../lib/server/accounts/accounts.ts';
import { closeAll, openAll, type Portals } from '../lib/server/portals.ts';
import { read } from '../lib/server/settings.ts';
import { system } from '../lib/server/test-world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { NODE_COMPILE_CACHE, PATH } = process.env;
const ofThisTest = { NODE_COMPILE_CACHE, PATH };
const at = Date.parse('2026-11-23T10:00:00Z');
const usage = 'npm run portal -- COMMAND';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'programs-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs one of the programs as an operator does, with nothing of this shell's own settings. */
async function run(program: string, args: string[], given: Record<string, string>, input = '') {
	const child = spawn(process.execPath, [program, ...args], {
		cwd: root,
		env: { ...ofThisTest, DATA_DIR: folder, ...given },
	});
	child.stdin.end(input);
	const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
	const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
	return { code, out, err };
}

const portal = (args: string, given: Record<string, string> = {}, input = '') =>
	run('src/entry/portal.js', args.split(' ').filter(Boolean), given, input);
const start = (given: Record<string, string>) => run('src/entry/start.js', [], given);

async function inPortals(work: (portals: Portals) => Promise<void>) {
	const portals = await openAll(read({ DATA_DIR: folder }));
	await work(portals).finally(() => closeAll(portals));
}

describe('a start that cannot be', () => {
	it.each([
		[{ PORT: '99999' }, /^PORT is a number from 1 to 65535\.\n$/],
		[{ DEMO_TODAY: '2026-11-23' }, /^DEMO_TODAY is for the demo only: .+\.\n$/],
		[{ DEMO: '1', DEMO_TODAY: 'today' }, /^DEMO_TODAY is a day such as 2026-11-23\.\n$/],
		[{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY is 1 or 0\.\n$/],
		[{ DIGID_ISSUER: 'https://broker.example' }, /^.*DIGID_CLIENT_ID.*\.\n$/],
		[{ DEMO: '1', DATA_DIR: '/dev/null/data' }, /^.*\/dev\/null\/data.*\n$/],
	])('%j ends with one line and 1', async (given, sentence) => {
		const { code, out, err } = await start(given);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(sentence);
		expect(err.trimEnd().split('\n')).toHaveLength(1);
	});
});

describe('the command line', () => {
	it.each(['', 'nothing', 'toString', 'constructor', '__proto__', 'audit', 'demo'])(
		'tells what there is when asked for "%s"',
		async (words) => {
			const { code, out, err } = await portal(words);
			expect({ code, out }).toEqual({ code: 2, out: '' });
			expect(err).toContain(usage);
			expect(err).not.toContain(' at ');
		},
	);

	it('answers for the law from standard input, on the day it is told or on today', async () => {
		const facts = JSON.stringify({ detail: 'nareiziger', plichtSince: '2026-02-20' });
		const { code, out, err } = await portal('law --today=2026-11-05', {}, facts);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(JSON.parse(out)).toMatchObject({ today: '2026-11-05', groep: 'asielstatushouder' });
		const demo = { DEMO: '1', DEMO_TODAY: '2026-10-07' };
		expect(JSON.parse((await portal('law', demo, facts)).out)).toMatchObject({
			today: '2026-10-07',
		});
		const wrong = await portal('law', {}, '{"groep": 1}');
		expect(wrong).toMatchObject({ code: 2, out: '' });
		expect(wrong.err).toContain('groep: 1 is not one of');
	});

	it('needs keys, and keeps the ones it has', async () => {
		const { code, out, err } = await portal('migrate');
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(
			/^The key file .+keys\.jsonl cannot be read \(ENOENT\); make the first with: npm run portal -- keys create\.\n$/,
		);
		expect(await portal('keys create')).toMatchObject({ code: 0, err: '' });
		const again = await portal('keys create');
		expect(again).toMatchObject({ code: 1, out: '' });
		expect(again.err).toMatch(/^The key file .+ exists already; .+\.\n$/);
	});

	it('refuses a database that is newer, damaged or out of reach, in one line', async () => {
		await portal('keys create');
		expect(await portal('migrate')).toMatchObject({ code: 0, err: '' });
		const newer = new Database(join(folder, 'heerenveen', 'portal.db'));
		newer.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
		newer.close();
		const refused = await portal('migrate');
		expect(refused.code).toBe(1);
		expect(refused.err).toMatch(/^The database .+ was migrated by a newer version .+\.\n$/);
		const keys = { KEYS_DIR: join(folder, 'keys') };
		const inAFile = await portal('migrate', { ...keys, DATA_DIR: '/dev/null' });
		expect(inAFile.code).toBe(1);
		expect(inAFile.err).toMatch(/^The database .+ cannot be opened: ENOTDIR.+\.\n$/);
		const nobody = { ...keys, DATABASE_URL: 'postgres://meedoen:hunter2@127.0.0.1:1/x' };
		const unreachable = await portal('migrate', nobody);
		expect(unreachable.code).toBe(1);
		expect(unreachable.err).toMatch(/^The database .+ cannot be opened: .*ECONNREFUSED.*\.\n$/);
		expect(unreachable.err).not.toContain('hunter2');
	});

	it('finds the line at which an audit chain is broken', async () => {
		await portal('keys create');
		await inPortals(async (portals) => {
			for (const each of new Set(portals.values())) {
				for (const subject of ['kim', 'lee', 'max']) {
					const who = { issuer: 'https://login.example', subject, name: subject };
					await accounts.appointAdministrator(system(each), who, at);
				}
			}
		});
		const whole = await portal('audit verify');
		expect(whole).toMatchObject({ code: 0, err: '' });
		expect(whole.out).toMatch(/heerenveen: the audit chain is whole\.\n/);
		const file = new Database(join(folder, 'heerenveen', 'portal.db'));
		file.exec("drop trigger audit_stays; update audit set actor = 'x' where number = 2");
		file.close();
		const broken = await portal('audit verify');
		expect(broken.code).toBe(1);
		expect(broken.out).toContain('heerenveen: the audit chain is broken at line 2.\n');
		expect(broken.out).toContain('ferm-werk: the audit chain is whole.\n');
	});

	it('appoints an administrator, also twice, and in no tenant that is not there', async () => {
		await portal('keys create');
		const missing = await portal('admin add heerenveen kim Kim Post');
		expect(missing.err).toMatch(/^STAFF_ISSUER is needed: .+\.\n$/);
		const given = {
			STAFF_ISSUER: 'https://login.example',
			STAFF_CLIENT_ID: 'x',
			STAFF_CLIENT_SECRET_FILE: '/dev/null',
		};
		for (const _ of [1, 2]) {
			expect(await portal('admin add heerenveen kim Kim Post', given)).toEqual({
				code: 0,
				out: 'Kim Post is administrator of heerenveen.\n',
				err: '',
			});
		}
		expect(await portal('admin add nowhere kim Kim Post', given)).toMatchObject({
			code: 1,
			err: 'There is no tenant nowhere.\n',
		});
		expect(await portal('admin add heerenveen', given)).toMatchObject({ code: 2 });
	});

	it('lays the demo world in a demo only', async () => {
		expect(await portal('demo seed')).toEqual({
			code: 1,
			out: '',
			err: 'The demo world needs DEMO=1.\n',
		});
	});
});

describe('a Node that is too old', () => {
	const system = '/usr/bin/node';
	const version = existsSync(system)
		? execFileSync(system, ['--version'], { encoding: 'utf8' }).trim()
		: '';
	const isOld = version !== '' && Number(version.slice(1).split('.')[0]) < 24;

	it.runIf(isOld).each(['start.js', 'portal.js'])(
		'is told so by %s in one sentence',
		async (program) => {
			const child = spawn(system, [`src/entry/${program}`], { cwd: root });
			const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
			const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
			expect({ code, out }).toEqual({ code: 1, out: '' });
			expect(err).toMatch(/^Meedoen needs Node 24 and this is \d+\.\d+\.\d+\. .+\.\n$/);
		},
	);

	it('is refused by the number of its version, whichever Node there is', async () => {
		const guard = new URL('node-version.js', import.meta.url).href;
		const module = join(folder, 'old.mjs');
		await mkdir(folder, { recursive: true });
		await writeFile(
			module,
			`Object.defineProperty(process.versions, 'node', { value: '22.9.0' });\nawait import(${JSON.stringify(guard)});\nconsole.log('went on');\n`,
		);
		const { code, out, err } = await run(module, [], {});
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(/^Meedoen needs Node 24 and this is 22\.9\.0\. .+\n$/);
	});
});
