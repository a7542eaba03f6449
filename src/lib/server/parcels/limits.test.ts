import { afterAll, beforeAll, expect, it } from 'vitest';
import { moment, newResident } from '../hours/test-hours.ts';
import { newId } from '../id.ts';
import { eachEngine, type World } from '../test-world.ts';
import * as parcels from './parcels.ts';
import { hashOf } from './test-parcels.ts';

eachEngine('what one account may have waiting', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('is so many bytes, also of parcels that were all begun when there were few', async () => {
		const amina = await newResident(world);
		const begun = Array.from({ length: 6 }, () => {
			const [id, sealedHash] = [newId(), hashOf(Buffer.from(newId()))];
			return { id, sealedHash, length: 50_000_000 };
		});
		const next = (one: parcels.Whole, at: number) =>
			parcels.receive(amina, one, at, Buffer.alloc(5), moment);
		for (const one of begun) expect(await next(one, 0)).toMatchObject({ state: 'more' });
		const { uploads } = world.portal;
		const fill = async (some: readonly parcels.Whole[]) => {
			// A hole in a file counts as bytes.
			for (const one of some)
				await uploads.write(parcels.uploadOf(amina, one), 49_999_985, Buffer.alloc(5));
		};
		await fill(begun.slice(0, 4));
		const [first, , , , fifth] = begun;
		if (!first || !fifth) expect.fail();
		expect(await next(fifth, 5)).toMatchObject({ state: 'more', offset: 10 });
		await fill(begun);
		expect(await next(first, 49_999_990)).toEqual({ state: 'tooMuch' });
		for (const one of begun) await parcels.forget(amina, one);
	});
});
