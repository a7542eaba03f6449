import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as auditChain from './audit-chain.ts';
import { openSqlite } from './sqlite-store.ts';

const rounds = 30;

/** Writes one draft after the other and says each number once it is on the disk. */
const writing = `
	const { openSqlite } = await import(${JSON.stringify(new URL('sqlite-store.ts', import.meta.url).href)});
	const [path, start] = process.argv.slice(1);
	const store = openSqlite(path);
	for (let nth = Number(start); ; nth += 1) {
		await store.write(nth, async (tx, log) => {
			const values = { id: String(nth), personId: 'a', fields: {}, updatedAt: nth };
			await tx.insert(store.t.hourDrafts).values(values);
			log({ actor: 'test', action: 'test.write', subject: String(nth) });
		});
		process.stdout.write(nth + '\\n');
	}
`;

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'power-'));
});
afterEach(() => rm(folder, { recursive: true }));

it(
	`loses nothing that it said was kept when it is killed, ${rounds} times`,
	{ timeout: 240_000 },
	async () => {
		const path = join(folder, 'portal.db');
		const said: string[] = [];
		for (let round = 0; round < rounds; round += 1) {
			const heard = await writeUntilKilled(path, round * 100_000, 2 + ((round * 7) % 23));
			expect(heard.length).toBeGreaterThan(0);
			said.push(...heard);
		}
		const file = new Database(path);
		expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
		const kept = new Set(file.prepare('select id from hour_drafts').pluck().all());
		const lines = new Set(file.prepare('select subject from audit').pluck().all());
		file.close();
		expect(said.filter((id) => !kept.has(id) || !lines.has(id))).toEqual([]);
		expect(lines).toEqual(kept);
		const store = openSqlite(path);
		expect(await auditChain.firstBreak(store.read, store.t)).toBeNull();
		await store.close();
	},
);

async function writeUntilKilled(
	path: string,
	start: number,
	afterLines: number,
): Promise<string[]> {
	const args = ['--input-type=module', '--eval', writing, path, String(start)];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const heard: string[] = [];
	createInterface(child.stdout).on('line', (line) => {
		heard.push(line);
		if (heard.length === afterLines) child.kill('SIGKILL');
	});
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
	return heard;
}
