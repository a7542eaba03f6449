import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { webm } from '../recordings/test-sounds.ts';
import { eachEngine, type World } from '../test-world.ts';
import {
	approved,
	at,
	checked,
	dutch,
	kim,
	opened,
	place,
	ti,
	typed,
	withOwnWords,
} from './test-translations.ts';
import * as translations from './translations.ts';

eachEngine('translations of free text', (open) => {
	let world: World;
	let selam: Resident;
	const reading = async (actor: Parameters<typeof translations.forReading>[0] = selam) => {
		const versions = await pip.versions(actor, selam.personId);
		return translations.forReading(actor, selam.personId, 'ti', versions);
	};
	const standing = async () => (await reading())[dutch]?.standing;
	const panelText = async () => {
		const [text] = (await translations.panel(kim(world), selam.personId)).texts;
		if (!text) throw new Error('no text');
		return text;
	};
	/** The draft that changes the Dutch of the agreement, which keeps its place. */
	const rewrite = async (words: string) => {
		const draft = await pip.draft(kim(world), selam.personId, at(4).today);
		const content = pip.withChangedWords(draft.content, place, words);
		const saved = await pip.saveDraft(
			kim(world),
			selam.personId,
			{ ...content, changeReason: 'Nieuwe dag.' },
			draft.revision,
			at(4),
		);
		if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
		return saved.value;
	};

	beforeEach(async () => {
		world = await open();
		selam = await withOwnWords(world);
	});

	afterEach(() => world.close());

	it('goes from none to approved through three people, and is heard as it was spoken', async () => {
		expect(await standing()).toBe('awaited');
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const recording = new Blob([new Uint8Array(webm)]);
		expect((await translations.save(world.portal, link, { ...typed, recording }, at(1))).ok).toBe(
			true,
		);
		expect((await panelText()).translation).toBeNull();
		expect(await translations.send(world.portal, link, at(1))).toMatchObject({
			value: { sent: 1 },
		});
		expect((await panelText()).translation).toMatchObject({ state: 'translated', text: ti });
		expect(await standing()).toBe('awaited');
		const reader = (await opened(world, selam.personId, 'reader', 'Tolk Twee')).link;
		const judgement = { place, textHash: messageHash(ti), fits: true, doubt: null };
		await translations.judge(world.portal, reader, judgement, at(2));
		const { translation } = await panelText();
		expect(translation).toMatchObject({ state: 'checked', reader: 'Tolk Twee' });
		expect(await standing()).toBe('awaited');
		const { recordingId } = await panelText();
		const seen = { translationId: translation?.id ?? '', textHash: messageHash(ti), recordingId };
		await translations.approve(kim(world), selam.personId, seen, at(3));
		const words = (await reading())[dutch];
		expect(words).toMatchObject({ standing: 'approved', text: ti, language: 'ti' });
		expect(words?.standing === 'approved' && words.recordingId).toMatch(/^[\w-]{22}$/);
		const { audit } = world.portal.store.t;
		const lines = await world.portal.store.read.select().from(audit);
		expect(lines.map(({ action }) => action).filter((each) => each.startsWith('tr'))).toEqual([
			'translation.link',
			'translation.link.open',
			'translation.link.send',
			'translation.translate',
			'translation.link',
			'translation.link.open',
			'translation.check',
			'translation.approve',
		]);
		expect(JSON.stringify(lines)).not.toContain('taalcaf');
	});

	it('is stale at once when the Dutch changes, everywhere, and fresh again when it changes back', async () => {
		await approved(world, selam.personId);
		const changed = 'U gaat op woensdag naar het taalcafé.';
		const draft = await rewrite(changed);
		const next = { content: draft.content, version: 2 };
		const person = await people.find(kim(world), selam.personId);
		const read = await translations.forReading(kim(world), selam.personId, 'ti', [next]);
		expect(read[changed]).toEqual({ standing: 'stale' });
		expect(read['Nieuwe dag.']).toEqual({ standing: 'awaited' });
		expect(await translations.warnings(kim(world), person, next)).toEqual([
			{ severity: 'warning', warning: 'ownWordsUntranslated', article: null },
			{ severity: 'warning', warning: 'ownWordsStale', article: null, agreementId: place },
		]);
		const panel = await translations.panel(kim(world), selam.personId);
		expect(panel.texts.find(({ dutch: words }) => words === changed)).toMatchObject({
			translation: null,
			former: { dutch, text: ti },
		});
		expect((await translations.waiting(kim(world))).rows).toMatchObject([{ toTranslate: 2 }]);
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		const task = await translations.task(world.portal, link);
		expect(task.find(({ dutch: words }) => words === changed)?.former).toEqual({ dutch, text: ti });
		expect(await standing()).toBe('approved');
		const again = await rewrite(dutch);
		const back = { content: again.content, version: 2 };
		const fresh = await translations.forReading(kim(world), selam.personId, 'ti', [back]);
		expect(fresh[dutch]?.standing).toBe('approved');
	});

	it('stays stale after the change was published, until it is translated anew', async () => {
		await approved(world, selam.personId);
		const changed = 'U gaat op woensdag naar het taalcafé.';
		const { content } = await rewrite(changed);
		const { pips } = world.portal.store.t;
		await world.portal.store.write(at(5).now, async (tx, log) => {
			const row = { id: newId(), personId: selam.personId, version: 2, content };
			const how = { dagtekeningOn: '2026-11-23', publishedBy: 'kim', publishedAt: at(5).now };
			await tx.insert(pips).values({ ...row, ...how });
			log({ actor: 'kim', action: 'pip.publish', subject: row.id });
		});
		expect((await reading())[changed]).toEqual({ standing: 'stale' });
		expect((await reading())[dutch]?.standing).toBe('approved');
	});

	it('is read anew after a translator changed it, and keeps its state when nothing changed', async () => {
		await approved(world, selam.personId);
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		await translations.save(world.portal, link, typed, at(4));
		await translations.send(world.portal, link, at(4));
		expect((await panelText()).translation?.state).toBe('approved');
		const second = (await opened(world, selam.personId, 'translator', 'Tolk Drie')).link;
		await translations.save(world.portal, second, { ...typed, text: `${ti} ` + 'እወ።' }, at(5));
		await translations.send(world.portal, second, at(5));
		expect((await panelText()).translation).toMatchObject({
			state: 'translated',
			translator: 'Tolk Drie',
			reader: null,
			approvedBy: null,
		});
		expect(await standing()).toBe('awaited');
	});

	it('is checked by somebody else than who made it: not by name, nor by browser', async () => {
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		await translations.save(world.portal, link, typed, at(1));
		await translations.send(world.portal, link, at(1));
		const byName = { role: 'reader', givenTo: ' tolk EEN', days: 7 } as const;
		expect(await translations.make(kim(world), selam.personId, byName, at(1))).toEqual({
			ok: false,
			problems: { givenTo: 'sameTranslator' },
		});
		const other = await opened(world, selam.personId, 'reader', 'Tolk Twee', 'Tolk Een');
		const judgement = { place, textHash: messageHash(ti), fits: true, doubt: null };
		expect(await translations.judge(world.portal, other.link, judgement, at(2))).toEqual({
			ok: false,
			problems: { form: 'sameTranslator' },
		});
		expect((await panelText()).translation?.state).toBe('translated');
	});

	it('that is doubted is to be translated again, with the reason', async () => {
		const row = await checked(world, selam.personId);
		const reader = (await opened(world, selam.personId, 'reader', 'Tolk Vier')).link;
		const doubts = { place, textHash: messageHash(ti), fits: false };
		const judge = (doubt: string | null) =>
			translations.judge(world.portal, reader, { ...doubts, doubt }, at(3));
		expect(await judge(null)).toEqual({ ok: false, problems: { doubt: 'missing' } });
		expect((await judge('Het is woensdag.')).ok).toBe(true);
		expect((await panelText()).translation).toMatchObject({
			state: 'translated',
			doubt: 'Het is woensdag.',
		});
		expect((await translations.waiting(kim(world))).rows).toMatchObject([
			{ toTranslate: 1, toCheck: 0, toApprove: 0 },
		]);
		const seen = { translationId: row.id, textHash: messageHash(ti) };
		expect(await translations.approve(kim(world), selam.personId, seen, at(4))).toEqual({
			ok: false,
			problems: { form: 'translationMoved' },
		});
	});

	it('is approved as it was seen, and the approval can be taken back', async () => {
		const row = await checked(world, selam.personId);
		const decide = (textHash: string) =>
			translations.approve(kim(world), selam.personId, { translationId: row.id, textHash }, at(3));
		expect((await decide(messageHash('iets anders'))).ok).toBe(false);
		expect((await translations.waiting(kim(world))).rows).toMatchObject([{ toApprove: 1 }]);
		expect((await decide(messageHash(ti))).ok).toBe(true);
		expect(await translations.waiting(kim(world))).toEqual({ total: 0, rows: [] });
		const seen = { translationId: row.id, textHash: messageHash(ti) };
		await translations.withdraw(kim(world), selam.personId, seen, at(4));
		expect(await standing()).toBe('awaited');
	});

	it('of a machine is a beginning for the translator and is read by nobody else', async () => {
		const input = { place, dutchHash: messageHash(dutch), text: 'ማሽን' };
		expect((await translations.bring(kim(world), selam.personId, input, at(1))).ok).toBe(true);
		expect(await standing()).toBe('awaited');
		const { link } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		expect(await translations.task(world.portal, link)).toMatchObject([
			{ translation: { state: 'machine', text: 'ማሽን' } },
		]);
		await translations.save(world.portal, link, { ...typed, text: 'ማሽን' }, at(2));
		await translations.send(world.portal, link, at(2));
		expect((await panelText()).translation?.state).toBe('translated');
		expect((await translations.bring(kim(world), selam.personId, input, at(3))).ok).toBe(false);
	});

	it('is left out when the Dutch changed while it was being translated', async () => {
		const { link, enter } = await opened(world, selam.personId, 'translator', 'Tolk Een');
		await translations.save(world.portal, link, typed, at(1));
		await rewrite('U gaat op woensdag.');
		expect(await translations.save(world.portal, link, typed, at(4))).toEqual({
			ok: false,
			problems: { form: 'changedMeanwhile' },
		});
		expect(await translations.send(world.portal, link, at(4))).toEqual({
			ok: false,
			problems: { form: 'nothingTranslated' },
		});
		expect((await enter()).sentAt).toBeNull();
	});

	it('needs none for who reads Dutch', async () => {
		const dutchReader = await withOwnWords(world, {}, 'nl');
		expect(await translations.panel(kim(world), dutchReader.personId)).toEqual({
			language: null,
			texts: [],
		});
		const waiting = await translations.waiting(kim(world));
		expect(waiting.rows.map(({ personId }) => personId)).toEqual([selam.personId]);
		await expect(
			translations.make(
				kim(world),
				dutchReader.personId,
				{ role: 'translator', givenTo: 'X', days: 7 },
				at(0),
			),
		).rejects.toThrow(NotFound);
	});

	it('knows a text that is called like something of the language', async () => {
		const odd = await withOwnWords(world, {
			agreements: [{ id: 'odd', party: 'you', dutch: '__proto__' }],
		});
		const versions = await pip.versions(odd, odd.personId);
		const read = await translations.forReading(odd, odd.personId, 'ti', versions);
		expect(Object.entries(read)).toEqual([['__proto__', { standing: 'awaited' }]]);
	});
});
