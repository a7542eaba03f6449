import { afterAll, beforeAll, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import * as hours from '../hours/hours.ts';
import { content } from '../hours/test-hours.ts';
import { eachEngine, type World } from '../test-world.ts';
import { at, dutch, kim, withOwnWords } from './test-translations.ts';
import * as translations from './translations.ts';

const words = 'Bel mij even over deze dag.';

eachEngine('own words beside a decision about hours', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('come to the translators with those of the plan, and are read in Dutch until then', async () => {
		const selam = await withOwnWords(world);
		const id = newId();
		await hours.declareAs(selam, id, { ...content, note: 'ናይ ሰብ ቃል' }, [], at(0));
		await hours.ask(kim(world), id, 'whichTimes', at(1), words);
		await hours.answer(selam, id, { text: 'ሰዓት 9', photos: [] }, at(2));
		const texts = await hours.wordsOf(world.portal, selam.personId);
		expect(texts.map((text) => text.dutch)).toEqual([words]);
		const panel = await translations.panel(kim(world), selam.personId);
		expect(panel.texts.map((text) => [text.dutch, text.isOfHours])).toEqual([
			[dutch, false],
			[words, true],
		]);
		const read = () => translations.wordsRead(selam, selam.personId, 'ti', texts);
		expect(await read()).toEqual({ [words]: { standing: 'awaited' } });
		const other = await withOwnWords(world);
		expect(await hours.wordsOf(world.portal, other.personId)).toEqual([]);
		await expect(translations.wordsRead(other, selam.personId, 'ti', texts)).rejects.toThrow(
			NotFound,
		);
	});
});
