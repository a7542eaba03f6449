import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { eachEngine, staffOf, system, type World } from '../test-world.ts';
import { approved, at, checked, dutch, place, ti, withOwnWords } from './test-translations.ts';
import * as translations from './translations.ts';

const person = { translator: 'Tolk Een', reader: null, backTranslation: 'Dinsdag gaat u.' };

eachEngine('own words out to a translator and back', (open) => {
	let world: World;
	let selam: Resident;
	const actor = () => system(world.portal);
	const out = () => translations.exchanged(actor(), 'ti');
	const one = async () => {
		const [text] = await out();
		if (!text) throw new Error('no text');
		return text;
	};
	const back = async (brought: Partial<translations.Brought> = {}) => {
		const { key } = await one();
		return translations.bringBack(actor(), 'ti', [{ key, text: ti, ...person, ...brought }], at(5));
	};

	beforeEach(async () => {
		world = await open();
		selam = await withOwnWords(world);
	});

	afterEach(() => world.close());

	it('holds the texts of who reads that language, by a name that says nothing of whose', async () => {
		await withOwnWords(world, {}, 'ar');
		const texts = await out();
		expect(texts).toMatchObject([{ dutch, place, translation: null, personId: selam.personId }]);
		expect(texts[0]?.key).toMatch(/^text_[0-9a-f]{16}$/);
		expect(texts[0]?.key).not.toContain(selam.personId);
		expect(await translations.exchanged(actor(), 'so')).toEqual([]);
	});

	it('is for the operator alone', async () => {
		const kim = staffOf(world.portal, 'kim');
		await expect(translations.exchanged(kim as never, 'ti')).rejects.toThrow(NotFound);
	});

	it('comes back translated, then read by a second person, and waits for the klantmanager', async () => {
		expect(await back()).toMatchObject({ ok: true });
		expect((await one()).translation).toMatchObject({
			state: 'translated',
			translator: 'Tolk Een',
			text: ti,
		});
		expect(await back({ reader: 'Tolk Twee' })).toMatchObject({ ok: true });
		expect((await one()).translation).toMatchObject({
			state: 'checked',
			reader: 'Tolk Twee',
			approvedBy: null,
		});
	});

	it('may be both at once, and may begin as a machine made it', async () => {
		expect(await back({ translator: null })).toMatchObject({ ok: true });
		expect((await one()).translation).toMatchObject({ state: 'machine' });
		expect(await back({ reader: 'Tolk Twee' })).toMatchObject({ ok: true });
		expect((await one()).translation).toMatchObject({ state: 'checked' });
	});

	it('with other words ends the reading and the approval', async () => {
		await approved(world, selam.personId);
		expect(await back({ text: `${ti}።` })).toMatchObject({ ok: true });
		expect((await one()).translation).toMatchObject({
			state: 'translated',
			reader: null,
			approvedBy: null,
		});
	});

	it('changes nothing when one of the texts cannot be taken', async () => {
		await checked(world, selam.personId);
		const before = await out();
		expect(await back({ translator: null, text: 'x' })).toMatchObject({ ok: false });
		const { key } = await one();
		const brought = [
			{ key, text: `${ti}።`, ...person },
			{ key: 'text_0000000000000000', text: ti, ...person },
		];
		expect(await translations.bringBack(actor(), 'ti', brought, at(5))).toMatchObject({
			ok: false,
			problems: { form: 'translationMoved' },
		});
		expect(await out()).toEqual(before);
	});
});
