import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Portal } from '../portal.ts';
import { eachEngine, type World } from '../test-world.ts';
import * as keptForms from './kept-forms.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const halfAnHour = 30 * 60_000;
const fields = { organisation: 'Kringloop De Cirkel', note: 'ኣብ ድኳን ሓጊዘ' };

eachEngine('a form that came too late', (open) => {
	let world: World;
	let portal: Portal;
	let id: string;

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		id = await keptForms.keep(portal, 'amina', '/uren/nieuw', fields, at);
	});
	afterEach(() => world.close());

	const take = (accountId = 'amina', path = '/uren/nieuw', now = at + 1) =>
		keptForms.take(portal, accountId, id, path, now);

	it('is given back as it was, once', async () => {
		expect(await keptForms.pathOf(portal, 'amina', id)).toBe('/uren/nieuw');
		expect(await take()).toEqual(fields);
		expect(await take()).toBeNull();
		expect(await keptForms.pathOf(portal, 'amina', id)).toBeNull();
	});

	it('is given back once, however many ask at the same time', async () => {
		const taken = await Promise.all(Array.from({ length: 20 }, () => take()));
		expect(taken.filter((one) => one !== null)).toEqual([fields]);
	});

	it('is nobody else’s, and of no other page', async () => {
		expect(await take('selam')).toBeNull();
		expect(await keptForms.pathOf(portal, 'selam', id)).toBeNull();
		expect(await take('amina', '/uren')).toBeNull();
		expect(await take('amina', '/uren/nieuw/')).toBeNull();
		expect(await take()).toEqual(fields);
	});

	it('is kept for half an hour', async () => {
		expect(await take('amina', '/uren/nieuw', at + halfAnHour - 1)).toEqual(fields);
		id = await keptForms.keep(portal, 'amina', '/uren/nieuw', fields, at);
		expect(await take('amina', '/uren/nieuw', at + halfAnHour)).toBeNull();
	});

	it('goes when the next one comes after its time', async () => {
		await keptForms.keep(portal, 'selam', '/hulp', {}, at + halfAnHour + 1);
		const { t, read } = portal.store;
		expect(await read.select({ account: t.keptForms.accountId }).from(t.keptForms)).toEqual([
			{ account: 'selam' },
		]);
	});

	it('is not found by what is no id', async () => {
		for (const wrong of ['', '\u0000', `${id}A`, "' or 1=1 --"]) {
			expect(await keptForms.take(portal, 'amina', wrong, '/uren/nieuw', at)).toBeNull();
			expect(await keptForms.pathOf(portal, 'amina', wrong)).toBeNull();
		}
	});

	it('does not stand readably in the database', async () => {
		const [row] = await portal.store.read.select().from(portal.store.t.keptForms);
		expect(row?.fieldsSealed).toMatch(/^v1\./);
		expect(JSON.stringify(row)).not.toContain('Kringloop');
		if (portal.store.engine === 'postgres') return;
		for (const file of ['portal.db', 'portal.db-wal']) {
			const bytes = await readFile(join(world.folder, '..', file), 'utf8');
			expect(bytes).not.toContain('Kringloop');
			expect(bytes).not.toContain('ሓጊዘ');
		}
	});
});
