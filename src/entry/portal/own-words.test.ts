import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as keyring from '../../lib/server/crypto/keyring.ts';
import * as spreadsheets from '../../lib/server/spreadsheets/spreadsheets.ts';
import { system, type World } from '../../lib/server/test-world.ts';
import { dutch, ti, withOwnWords } from '../../lib/server/translations/test-translations.ts';
import * as translations from '../../lib/server/translations/translations.ts';
import { exported, imported } from './i18n.ts';
import { inTenant } from './own-words.ts';

const tenant = ['--tenant', 'heerenveen'];
let folder: string;
let file: string;
let said: string[];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'own-words-'));
	file = join(folder, 'sheet.csv');
	vi.stubEnv('DATA_DIR', folder);
	await keyring.create(join(folder, 'keys'));
	await inTenant('heerenveen', (portal) => withOwnWords({ portal } as World));
	said = [];
	for (const to of ['log', 'error'] as const)
		vi.spyOn(console, to).mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(async () => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

const bring = (...flags: string[]) =>
	imported(['ti', file, '--by', 'Kim', '--on', '2026-11-22', ...tenant, ...flags]);
const standing = () =>
	inTenant('heerenveen', async (portal) => {
		const [text] = await translations.exchanged(system(portal), 'ti');
		return text?.translation ?? null;
	});
const trail = () =>
	inTenant('heerenveen', async ({ store }) => {
		const lines = await store.read.select().from(store.t.audit);
		return lines.map(({ action }) => action);
	});

/** Fills in the one line, by the titles. */
async function fillIn(cells: Readonly<Record<string, string>>) {
	const read = await spreadsheets.read('csv', await readFile(file));
	if (!read.ok) throw new Error(read.why);
	const [titles = []] = read.table;
	const textOf = (cell: spreadsheets.Cell | undefined) => (typeof cell === 'string' ? cell : '');
	const lines = read.table.map((line, index) =>
		line.map((cell, at) => (index === 0 ? undefined : cells[textOf(titles[at])]) ?? textOf(cell)),
	);
	const sheet = { name: 'x', isRightToLeft: false, columns: [], lines };
	await writeFile(file, await spreadsheets.written('csv', sheet));
}

it('own words go out, for their own eyes, and come back checked; the klantmanager alone approves', async () => {
	expect(await exported(['ti', file, ...tenant, '--missing'])).toBe(0);
	expect(said).toEqual([`${file}: 1 lines.`]);
	expect((await stat(file)).mode & 0o077).toBe(0);
	expect(await readFile(file, 'utf8')).toContain(dutch);
	expect(await readFile(file, 'utf8')).not.toMatch(/Amina|Haile/);
	expect(await trail()).toContain('translation.export');
	const people = { translator: 'Tolk Een', reader: 'Tolk Twee', 'translation (ti)': ti };
	await fillIn({ ...people, state: 'approved' });
	expect(await bring('--approve')).toBe(1);
	expect(said.join('\n')).toContain('line 2, state: The klantmanager approves this in the portal');
	expect(await standing()).toBeNull();
	await fillIn({ ...people, state: 'checked' });
	expect(await bring()).toBe(0);
	expect(await standing()).toMatchObject({ state: 'checked', text: ti, reader: 'Tolk Twee' });
	const lines = await trail();
	expect(await bring()).toBe(0);
	expect(said.at(-1)).toBe('ti: 0 texts and 0 reviews changed.');
	expect(await trail()).toEqual(lines);
});

it('a wrong line changes nothing', async () => {
	await exported(['ti', file, ...tenant]);
	const before = await trail();
	await fillIn({
		'translation (ti)': 'Only English.',
		state: 'translated',
		translator: 'Tolk Een',
	});
	expect(await bring()).toBe(1);
	expect(said.at(-1)).toMatch(/1 faults\. Nothing was changed\.$/);
	expect(await standing()).toBeNull();
	expect(await trail()).toEqual(before);
});

it('there is no other tenant', async () => {
	expect(await exported(['ti', file, '--tenant', 'nowhere'])).toBe(1);
	await writeFile(file, 'key');
	expect(
		await imported(['ti', file, '--by', 'K', '--on', '2026-11-22', '--tenant', 'nowhere']),
	).toBe(1);
	expect(said).toEqual([
		'There is no tenant nowhere.',
		'There is no tenant nowhere. Nothing was changed.',
	]);
});
