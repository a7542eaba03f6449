import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import * as pip from '../pip/pip.ts';
import * as recordings from '../recordings/recordings.ts';
import { webm } from '../recordings/test-sounds.ts';
import { eachEngine, type World } from '../test-world.ts';
import { at, dutch, kim, opened, ti, typed, withOwnWords } from './test-translations.ts';
import * as translations from './translations.ts';

const days = (count: number) => count * 24;

eachEngine('one-time links', (open) => {
	let world: World;
	let selam: Resident;
	const make = async (givenTo = 'Tolk Een') => {
		const wanted = { role: 'translator', givenTo, days: 7 } as const;
		const made = await translations.make(kim(world), selam.personId, wanted, at(0));
		if (!made.ok) throw new Error(JSON.stringify(made.problems));
		return made.value;
	};
	const knock = (token: string, browser: string | undefined, hour = 1) =>
		translations.knock(world.portal, token, browser, at(hour));

	beforeEach(async () => {
		world = await open();
		selam = await withOwnWords(world);
	});

	afterEach(() => world.close());

	it('have 256 random bits, of which the database has the hash alone', async () => {
		const { token, link } = await make();
		expect(Buffer.from(token, 'base64url').length).toBe(32);
		const { translationLinks, audit } = world.portal.store.t;
		const { read } = world.portal.store;
		const kept = JSON.stringify([
			await read.select().from(translationLinks),
			await read.select().from(audit),
		]);
		expect(kept).not.toContain(token);
		expect(link.tokenHash).toMatch(/^[0-9a-f]{64}$/);
		expect((await make()).token).not.toBe(token);
	});

	it('open in the first browser that taps, and in no other: forwarded they are worth nothing', async () => {
		const { token } = await make();
		expect((await knock(token, undefined)).state).toBe('unopened');
		expect((await knock(token, undefined)).state).toBe('unopened');
		await translations.open(world.portal, token, 'first', at(1));
		expect((await knock(token, 'first')).state).toBe('open');
		await translations.open(world.portal, token, 'first', at(1));
		for (const browser of ['second', '', undefined]) {
			await expect(knock(token, browser)).rejects.toThrow(NotFound);
		}
		await expect(translations.open(world.portal, token, 'second', at(1))).rejects.toThrow(NotFound);
	});

	it('bind to one of two that tap at the same moment', async () => {
		const { token } = await make();
		const taps = ['first', 'second', 'third'].map((browser) =>
			translations.open(world.portal, token, browser, at(1)),
		);
		const ended = await Promise.allSettled(taps);
		expect(ended.filter(({ status }) => status === 'fulfilled').length).toBe(1);
	});

	it('end, are revoked, and are sent once', async () => {
		const { token } = await make();
		expect((await knock(token, undefined, days(7) - 1)).state).toBe('unopened');
		await expect(knock(token, undefined, days(7))).rejects.toThrow(NotFound);
		const revoked = await opened(world, selam.personId, 'translator', 'Tolk Twee');
		await translations.revoke(kim(world), selam.personId, revoked.link.id, at(1));
		await translations.revoke(kim(world), selam.personId, revoked.link.id, at(2));
		await expect(revoked.enter()).rejects.toThrow(NotFound);
		await translations.save(world.portal, revoked.link, typed, at(1));
		await expect(translations.send(world.portal, revoked.link, at(1))).rejects.toThrow(NotFound);
		const sent = await opened(world, selam.personId, 'translator', 'Tolk Drie');
		await translations.save(world.portal, sent.link, typed, at(1));
		await translations.send(world.portal, sent.link, at(1));
		await expect(translations.send(world.portal, sent.link, at(1))).rejects.toThrow(NotFound);
		expect((await knock(sent.token, 'Tolk Drie')).state).toBe('sent');
		await expect(sent.enter()).rejects.toThrow(NotFound);
	});

	it.each([
		['nothing', () => ''],
		['an unknown token', () => randomBytes(32).toString('base64url')],
		['a shorter one', (token: string) => token.slice(0, -1)],
		['a longer one', (token: string) => `${token}A`],
		['other letters', (token: string) => `${token.slice(0, -1)}!`],
		['a path', () => '../../../../etc/passwd'],
		['SQL', () => "' or 1=1 --"],
		['the hash that is kept', (_: string, hash: string) => hash],
		['something very long', () => 'A'.repeat(100_000)],
		['a null byte', (token: string) => `${token.slice(0, 42)}\u0000`],
	])('do not open with %s', async (_name, hostile) => {
		const { token, link } = await make();
		await expect(knock(hostile(token, link.tokenHash), 'first')).rejects.toThrow(NotFound);
		expect((await knock(token, 'first')).state).toBe('unopened');
	});

	it('do not open at another tenant', async () => {
		const { token } = await make();
		const elsewhere = await open('ferm-werk');
		await expect(translations.knock(elsewhere.portal, token, undefined, at(1))).rejects.toThrow(
			NotFound,
		);
		await elsewhere.close();
	});

	it('show exactly the texts they were made for, and nothing about whose they are', async () => {
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const draft = await pip.draft(kim(world), selam.personId, at(1).today);
		const later = pip.withOwnWords(draft.content, 'you', 'U belt op maandag met het wijkteam.');
		await pip.saveDraft(kim(world), selam.personId, later, draft.revision, at(1));
		const task = await translations.task(world.portal, link);
		expect(task.map((one) => one.dutch)).toEqual([dutch]);
		expect(JSON.stringify(task)).not.toContain(selam.personId);
		const added = later.agreements.at(-1)?.id ?? '';
		const elsewhere = { ...typed, place: added, dutchHash: messageHash('U belt.') };
		await expect(translations.save(world.portal, link, elsewhere, at(1))).rejects.toThrow(NotFound);
		const unknown = { ...typed, place: newId() };
		await expect(translations.save(world.portal, link, unknown, at(1))).rejects.toThrow(NotFound);
	});

	it('do what their role may: a reader writes nothing, a translator judges nothing', async () => {
		const translator = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const enterAs = (role: translations.LinkRole) =>
			translations.entered(world.portal, translator.token, 'Tolk Een', role, at(1));
		await expect(enterAs('reader')).rejects.toThrow(NotFound);
		expect((await enterAs('translator')).id).toBe(translator.link.id);
	});

	it('let hear the recordings of their own words and no other', async () => {
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const recording = new Blob([new Uint8Array(webm)]);
		await translations.save(world.portal, link, { ...typed, recording }, at(1));
		const [mine] = await translations.task(world.portal, link);
		const own = await recordings.find(world.portal, mine?.recordingId ?? '');
		expect(own).toMatchObject({ personId: selam.personId, recordedBy: 'Tolk Een', language: 'ti' });
		expect(await translations.isSpokenHere(world.portal, link, own)).toBe(true);
		for (const other of [
			{ personId: null },
			{ personId: newId() },
			{ language: 'ar' },
			{ textHash: messageHash('iets anders') },
		]) {
			expect(await translations.isSpokenHere(world.portal, link, { ...own, ...other })).toBe(false);
		}
	});

	it('keep a recording only with words of that text, and no sound that is none', async () => {
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const hostile = new Blob(['<script>alert(1)</script>'], { type: 'audio/webm' });
		const outcome = await translations.save(
			world.portal,
			link,
			{ ...typed, recording: hostile },
			at(1),
		);
		expect(outcome).toEqual({ ok: false, problems: { recording: 'soundKind' } });
		expect(await translations.task(world.portal, link)).toMatchObject([{ draft: null }]);
		await translations.save(world.portal, link, { ...typed, text: ti }, at(1));
		expect(await translations.task(world.portal, link)).toMatchObject([
			{ draft: { text: ti, fits: true }, recordingId: null },
		]);
	});
});

it('who tries too often waits, each for themselves, and memory does not grow', () => {
	const may = translations.limiter(3, 1000, 2);
	expect([1, 2, 3, 4].map(() => may('a', 0))).toEqual([true, true, true, false]);
	expect(may('b', 0)).toBe(true);
	expect(may('a', 999)).toBe(false);
	expect(may('a', 1000)).toBe(true);
	expect(may('c', 1000)).toBe(true);
	expect(may('b', 1000)).toBe(true);
});
