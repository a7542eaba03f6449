import { afterAll, beforeAll, expect, it } from 'vitest';
import * as hours from '../hours/hours.ts';
import { content, moment, newResident, photo, valueOf } from '../hours/test-hours.ts';
import { eachEngine, type World } from '../test-world.ts';
import { sealed, sent } from './test-parcels.ts';

eachEngine('a parcel under the id of a draft of somebody else', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	const bytesOf = async (file?: Blob) => new Uint8Array((await file?.arrayBuffer()) ?? []);

	it.each([true, false])('leaves it and its photos as they are (whole: %s)', async (isWhole) => {
		const [amina, omar] = [await newResident(world), await newResident(world)];
		const draftId = valueOf(await hours.startDraft(amina, moment));
		valueOf(await hours.saveStep(amina, draftId, content, moment));
		const photos = [await photo()];
		valueOf(await hours.keepAs(amina, draftId, { answers: {}, photos }, moment));
		const bytes = await bytesOf(await photo('#123456'));
		const files = [{ name: 'p.jpg', type: 'image/jpeg', bytes }];
		const one = await sealed(omar, { id: draftId, files, isWhole });
		await sent(omar, one, () => ({ kind: 'hours', isWhole, answers: content }), moment);
		const [theirs] = await hours.photosOfDraft(amina, draftId);
		expect(await bytesOf(theirs)).toEqual(await bytesOf(photos[0]));
		expect(valueOf(await hours.declare(amina, draftId, [], moment)).id).toBe(draftId);
	});
});
