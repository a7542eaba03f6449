import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as accounts from '../lib/server/accounts/accounts.ts';
import { closeAll, openAll } from '../lib/server/portals.ts';
import { read } from '../lib/server/settings.ts';
import { system } from '../lib/server/test-world.ts';
import { startRounds } from './rounds.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { NODE_COMPILE_CACHE, PATH } = process.env;
const ofThisTest = { NODE_COMPILE_CACHE, PATH };
const at = Date.parse('2026-11-23T10:00:00Z');

let folder: string;
let given: Record<string, string>;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'backup-program-'));
	given = {
		DATA_DIR: join(folder, 'data'),
		KEYS_DIR: join(folder, 'keys'),
		BACKUP_DIR: join(folder, 'backups'),
	};
	await portal('keys create');
});
afterEach(() => rm(folder, { recursive: true }));

async function portal(args: string, differing: Record<string, string> = {}) {
	const child = spawn(process.execPath, ['src/entry/portal.js', ...args.split(' ')], {
		cwd: root,
		env: { ...ofThisTest, ...given, ...differing },
	});
	const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
	const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
	return { code, out, err };
}

async function appoint(subject: string) {
	const portals = await openAll(read(given));
	for (const each of new Set(portals.values())) {
		const who = { issuer: 'https://login.example', subject, name: subject };
		await accounts.appointAdministrator(system(each), who, at);
	}
	await closeAll(portals);
}

it('the drill: backed up, tried, lost, laid back', async () => {
	await appoint('kim');
	const made = await portal('backup');
	expect(made).toMatchObject({ code: 0, err: '' });
	expect(made.out).toMatch(/^ferm-werk: backup \S+Z is whole; 0 old ones cleared\.\n/m);
	const tried = await portal('restore heerenveen --verify');
	expect(tried).toMatchObject({ code: 0, err: '' });
	expect(tried.out).toMatch(/^heerenveen: backup \S+Z is whole: \d+ rows, 0 files, 0 opened/);
	const taken = await portal('restore heerenveen');
	expect(taken).toMatchObject({ code: 1, out: '' });
	expect(taken.err).toMatch(/^heerenveen has data: .+\.\n$/);
	await rename(join(folder, 'data', 'heerenveen'), join(folder, 'lost'));
	expect(await portal('restore heerenveen')).toMatchObject({ code: 0, err: '' });
	const audited = await portal('audit verify');
	expect(audited).toMatchObject({ code: 0, err: '' });
	expect(audited.out).toContain(
		'heerenveen: the audit chain is whole, with what the newest backup holds.\n',
	);
});

it('an audit chain whose tail was cut off no longer passes for whole', async () => {
	await appoint('kim');
	await appoint('lee');
	await portal('backup');
	const file = new Database(join(folder, 'data', 'heerenveen', 'portal.db'));
	file.exec('drop trigger audit_kept; delete from audit where number = 2');
	file.close();
	const { code, out } = await portal('audit verify');
	expect(code).toBe(1);
	expect(out).toContain('whole, but lacks what the newest backup holds.\n');
	expect(out).toContain('whole, with what the newest backup holds.\n');
});

it('what cannot be done is told in one sentence', async () => {
	const wrong: [string, Record<string, string>, number, RegExp][] = [
		['backup', { BACKUP_DIR: '' }, 1, /^heerenveen: no backup\. BACKUP_DIR is needed: .+\.$/m],
		['restore nowhere', {}, 2, /^restore TENANT .+heerenveen/],
		['restore heerenveen', {}, 1, /^There is no backup of heerenveen\.\n$/],
		['restore heerenveen ../../x', {}, 1, /^The backup .+ has no manifest .+\.\n$/],
		['backup', { BACKUP_MINUTES: '0' }, 1, /^BACKUP_MINUTES is a whole number from 1 to 1440\.\n$/],
	];
	await Promise.all(
		wrong.map(async ([args, differing, code, sentence]) => {
			const answer = await portal(args, differing);
			expect([args, answer.code]).toEqual([args, code]);
			expect(answer.err).toMatch(sentence);
			expect(answer.err).not.toContain('    at ');
		}),
	);
});

it('what a broken upload left is cleared a day later, and a row without its file is told', async () => {
	await portal('migrate');
	const proofs = join(folder, 'data', 'heerenveen', 'proofs');
	await mkdir(proofs, { recursive: true });
	const [old, fresh] = [join(proofs, 'A'.repeat(22)), join(proofs, 'B'.repeat(22))];
	for (const path of [old, fresh]) await writeFile(path, 'part of a photo');
	const yesterday = (await stat(fresh)).mtimeMs / 1000 - 90_000;
	await utimes(old, yesterday, yesterday);
	expect(await portal('sweep')).toMatchObject({
		code: 0,
		out: expect.stringContaining('heerenveen: 1 files of broken uploads cleared.\n'),
	});
	expect(await readdir(proofs)).toEqual(['B'.repeat(22)]);
	const file = new Database(join(folder, 'data', 'heerenveen', 'portal.db'));
	file.pragma('foreign_keys = off');
	file
		.prepare(
			"insert into proofs (id, person_id, entry_id, content_type, byte_count, sha256, stored_at) values (?, 'p', 'e', 'image/jpeg', 1, 'x', 1)",
		)
		.run('C'.repeat(22));
	file.close();
	// A demo on another day has no older files.
	const demo = { DEMO: '1', DEMO_TODAY: '2030-01-01' };
	expect((await portal('sweep', demo)).out).toContain('heerenveen: 0 files of broken uploads');
	const lost = await portal('sweep');
	expect(lost.code).toBe(1);
	expect(lost.err).toBe(`heerenveen: the file proofs/${'C'.repeat(22)} is gone.\n`);
});

it('the server makes a backup when it starts and then by itself', async () => {
	const settings = read(given);
	vi.stubEnv('DATA_DIR', given['DATA_DIR'] ?? '');
	vi.stubEnv('KEYS_DIR', given['KEYS_DIR'] ?? '');
	vi.stubEnv('BACKUP_DIR', given['BACKUP_DIR'] ?? '');
	const end = startRounds(settings);
	try {
		for (const tenant of ['heerenveen', 'ferm-werk']) {
			await vi.waitFor(
				async () => {
					const names = await readdir(join(folder, 'backups', tenant));
					expect(names.filter((name) => name.endsWith('Z'))).toHaveLength(1);
				},
				{ timeout: 60_000, interval: 100 },
			);
		}
	} finally {
		end();
		vi.unstubAllEnvs();
	}
});
