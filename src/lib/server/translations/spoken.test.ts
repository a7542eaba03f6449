import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import * as recordings from '../recordings/recordings.ts';
import { webm } from '../recordings/test-sounds.ts';
import { eachEngine, type World } from '../test-world.ts';
import { approved, at, dutch, kim, opened, ti, typed, withOwnWords } from './test-translations.ts';
import * as translations from './translations.ts';

eachEngine('a spoken translation', (open) => {
	let world: World;
	let selam: Resident;
	const plan = async () => {
		const current = await pip.current(selam, selam.personId);
		if (!current) throw new NotFound();
		return current;
	};
	const panelText = async () => {
		const { texts } = await translations.panel(kim(world), selam.personId);
		const [text] = texts;
		if (!text) throw new NotFound();
		return text;
	};

	beforeEach(async () => {
		world = await open();
		selam = await withOwnWords(world);
	});

	afterEach(() => world.close());

	it('is heard as it was when it was approved, whatever a translator speaks afterwards', async () => {
		await approved(world, selam.personId);
		const heard = async () => {
			const words = (await translations.forReading(selam, selam.personId, 'ti', [await plan()]))[
				dutch
			];
			return words?.standing === 'approved' ? words.recordingId : 'no translation';
		};
		expect(await heard()).toBeNull();
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Drie');
		const recording = new Blob([new Uint8Array(webm)]);
		await translations.save(world.portal, link, { ...typed, recording }, at(4));
		expect(await heard()).toBeNull();
		await translations.send(world.portal, link, at(5));
		expect(await heard()).toBeNull();
		const row = (await panelText()).translation;
		const seen = { translationId: row?.id ?? '', textHash: messageHash(ti) };
		await translations.withdraw(kim(world), selam.personId, seen, at(6));
		const unheard = await translations.approve(kim(world), selam.personId, seen, at(7));
		expect(unheard).toEqual({ ok: false, problems: { form: 'translationMoved' } });
		const { recordingId } = await panelText();
		expect(recordingId).toMatch(/^[\w-]{22}$/);
		await translations.approve(kim(world), selam.personId, { ...seen, recordingId }, at(7));
		expect(await heard()).toMatch(/^[\w-]{22}$/);
	});

	it('that says what a sentence of the catalogue says is not heard in its place', async () => {
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const recording = new Blob([new Uint8Array(webm)]);
		await translations.save(world.portal, link, { ...typed, recording }, at(1));
		expect((await recordings.findFor(selam, 'ti', [ti])).size).toBe(0);
	});
});
