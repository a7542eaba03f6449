import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { machineNow } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import {
	content,
	filesIn,
	moment,
	newResident,
	photo,
	totals,
	valueOf,
} from '../hours/test-hours.ts';
import { newId } from '../id.ts';
import { eachEngine, type World } from '../test-world.ts';
import type { Made } from './made.ts';
import * as parcels from './parcels.ts';
import { hashOf, sealed, type Sealed, sent } from './test-parcels.ts';

eachEngine('parcels of phones', (open) => {
	let world: World;
	let amina: Resident;
	beforeAll(async () => {
		world = await open();
	});
	beforeEach(async () => {
		amina = await newResident(world);
	});
	afterAll(() => world.close());

	const later = { ...moment, now: moment.now + 60_000 };
	const whole = (answers: hours.PartialContent = content): Made => ({
		kind: 'hours',
		isWhole: true,
		answers,
	});
	const send = (one: Sealed, made: Made | null = whole(), at = moment, actor = amina) =>
		sent(actor, one, () => made, at);
	const withPhotos = async (...photos: Blob[]) => {
		const files = photos.map(async (each) => ({
			name: 'p.jpg',
			type: 'image/jpeg',
			bytes: new Uint8Array(await each.arrayBuffer()),
		}));
		return Promise.all(files);
	};
	const entries = async () => (await hours.list(amina, amina.personId)).map(({ id }) => id);
	const folderOf = (name: string) => readdir(join(world.folder, '..', name)).catch(() => []);

	describe('the bytes', () => {
		it('come in parts, and go on where they stopped', async () => {
			const one = await sealed(amina, { fields: { note: 'x'.repeat(5000) } });
			const named = { id: one.id, sealedHash: one.sealedHash, length: one.bytes.length };
			const part = (from: number, to: number) => one.bytes.subarray(from, to);
			expect(await parcels.offsetOf(amina, named)).toBe(0);
			const first = await parcels.receive(amina, named, 0, part(0, 2000), moment);
			expect(first).toEqual({ state: 'more', offset: 2000, isElsewhere: false });
			expect(await parcels.offsetOf(amina, named)).toBe(2000);
			const again = await parcels.receive(amina, named, 0, part(0, 2000), moment);
			expect(again).toEqual({ state: 'more', offset: 2000, isElsewhere: true });
			const rest = await parcels.receive(amina, named, 2000, part(2000, 9999), moment);
			expect(rest).toEqual({ state: 'whole' });
			expect(await parcels.open(amina, named)).toMatchObject({
				state: 'open',
				parcel: { id: one.id, fields: { note: 'x'.repeat(5000) } },
			});
		});

		it('are of one person: another finds nothing there and opens nothing', async () => {
			const omar = await newResident(world);
			const one = await sealed(amina);
			const named = { id: one.id, sealedHash: one.sealedHash, length: one.bytes.length };
			await parcels.receive(amina, named, 0, one.bytes, moment);
			expect(await parcels.offsetOf(omar, named)).toBe(0);
			await parcels.receive(omar, named, 0, one.bytes, moment);
			expect(await parcels.open(omar, named)).toEqual({ state: 'unreadable' });
			expect(await parcels.open(amina, named)).toMatchObject({ state: 'open' });
		});

		it('come again when they are not those that were sealed', async () => {
			const one = await sealed(amina);
			const named = { id: one.id, sealedHash: one.sealedHash, length: one.bytes.length };
			const torn = one.bytes.with(200, 1 ^ (one.bytes[200] ?? 0));
			await parcels.receive(amina, named, 0, torn, moment);
			expect(await parcels.open(amina, named)).toEqual({ state: 'damaged' });
			expect(await parcels.offsetOf(amina, named)).toBe(0);
			expect(await send(one)).toMatchObject({ outcome: 'received' });
		});

		it.each([
			['sealed for somebody else', { owner: 'A'.repeat(22) }],
			['of no kind', { madeAt: 0.5 }],
		])('that are %s never open', async (_what, differing) => {
			const one = await sealed(amina, differing);
			await expect(send(one)).rejects.toThrow('unreadable');
			expect(await parcels.offsetOf(amina, one)).toBe(0);
		});

		it('of a key that this process does not know yet wait', async () => {
			const one = await sealed(amina);
			const bytes = one.bytes.with(6, 9);
			const other = { ...one, bytes, sealedHash: hashOf(bytes) };
			await expect(send(other)).rejects.toThrow('keyUnknown');
			const named = { id: one.id, sealedHash: other.sealedHash };
			expect(await parcels.offsetOf(amina, named)).toBe(bytes.length);
			await parcels.forget(amina, named);
		});

		it('are no more than one account may have waiting', async () => {
			const begun = async () => {
				const named = { id: newId(), sealedHash: hashOf(Buffer.from(newId())), length: 10 };
				return parcels.receive(amina, named, 0, Buffer.alloc(5), moment);
			};
			for (let count = 0; count < 60; count += 1) {
				expect(await begun()).toMatchObject({ state: 'more' });
			}
			expect(await begun()).toEqual({ state: 'tooMuch' });
			const huge = { id: newId(), sealedHash: hashOf(Buffer.from('a')), length: 50_000_001 };
			const part = Buffer.alloc(5);
			expect(await parcels.receive(amina, huge, 0, part, moment)).toEqual({ state: 'tooLarge' });
			expect(await parcels.clearUnfinished(world.portal, machineNow())).toBe(0);
			const { length: there } = await folderOf('parcels');
			const muchLater = machineNow() + 15 * 24 * 60 * 60_000;
			expect(await parcels.clearUnfinished(world.portal, muchLater)).toBe(there);
			expect(await folderOf('parcels')).toEqual([]);
		});
	});

	describe('hours', () => {
		it('become one entry with their photos, however often they come', async () => {
			const one = await sealed(amina, { files: await withPhotos(await photo()) });
			const first = await send(one);
			expect(first).toEqual({
				outcome: 'received',
				receipt: (await hours.entry(amina, one.id)).receiptNumber,
				at: `/uren/${one.id}`,
				reason: null,
				withoutPhotos: false,
			});
			expect(await send(one, whole(), later)).toEqual(first);
			expect(await entries()).toEqual([one.id]);
			expect((await hours.entry(amina, one.id)).proofs).toHaveLength(1);
			const { id, sealedHash } = one;
			expect(await parcels.offsetOf(amina, { id, sealedHash })).toBe(one.bytes.length);
			expect(await folderOf('parcels')).toEqual([]);
		});

		it('that come twice at once become one entry', async () => {
			const one = await sealed(amina);
			const both = await Promise.all([send(one), send(one), send(one)]);
			expect(new Set(both.map(({ receipt }) => receipt)).size).toBe(1);
			expect(await totals(amina)).toMatchObject({ waitingMinutes: 180 });
		});

		it('are received without a photo that cannot be taken, and say so', async () => {
			const files = await withPhotos(new Blob(['no photo']), await photo(), await photo('#123456'));
			const one = await sealed(amina, { files });
			expect(await send(one)).toMatchObject({
				outcome: 'received',
				reason: 'photos',
				withoutPhotos: true,
			});
			expect((await hours.entry(amina, one.id)).proofs).toHaveLength(2);
			expect(await filesIn(world)).not.toHaveLength(0);
		});

		it('of a day that cannot be become a draft without the day', async () => {
			const one = await sealed(amina);
			const tomorrow = { ...content, doneOn: '2026-11-24' } as typeof content;
			expect(await send(one, whole(tomorrow))).toEqual({
				outcome: 'draft',
				receipt: null,
				at: `/uren/nieuw/${one.id}`,
				reason: 'wrongDay',
				withoutPhotos: false,
			});
			const draft = await hours.draft(amina, one.id);
			expect(draft.content).toEqual({ ...content, doneOn: undefined });
		});

		it('that are not whole become a draft with photos, which go along when it is sent', async () => {
			const one = await sealed(amina, { files: await withPhotos(await photo()) });
			const { minutes, doneOn, ...some } = content;
			const begun: Made = { kind: 'hours', isWhole: false, answers: some };
			expect(await send(one, begun)).toMatchObject({ outcome: 'draft', reason: 'incomplete' });
			expect(await hours.drafts(amina)).toMatchObject([{ id: one.id, photos: 1 }]);
			valueOf(await hours.saveStep(amina, one.id, { minutes, doneOn }, later));
			expect(await hours.draft(amina, one.id)).toMatchObject({ photos: 1, content });
			const photos = await hours.photosOfDraft(amina, one.id);
			valueOf(await hours.declare(amina, one.id, photos, later));
			expect((await hours.entry(amina, one.id)).proofs).toHaveLength(1);
			expect(await folderOf('unsent')).toEqual([]);
		});

		it('of which only the photo is there are a draft that can be found', async () => {
			const one = await sealed(amina, { files: await withPhotos(await photo()) });
			await send(one, { kind: 'hours', isWhole: false, answers: {} });
			expect(await hours.drafts(amina)).toMatchObject([{ id: one.id, photos: 1 }]);
			await hours.dropDraft(amina, one.id);
			expect(await folderOf('unsent')).toEqual([]);
		});

		it('that are completed on the phone take the place of what came before', async () => {
			const begun = await sealed(amina, { fields: { part: '1' } });
			const done = await sealed(amina, { id: begun.id, fields: { part: '2' } });
			await send(begun, { kind: 'hours', isWhole: false, answers: { activity: 'taalcafe' } });
			expect(await send(done, whole(), later)).toMatchObject({ outcome: 'received' });
			expect(await hours.drafts(amina)).toEqual([]);
			expect(await entries()).toEqual([begun.id]);
		});

		it('that come after what replaced them add nothing', async () => {
			const begun = await sealed(amina, { fields: { part: '1' } });
			const done = await sealed(amina, { id: begun.id, fields: { part: '2' } });
			const first = await send(done);
			const old: Made = { kind: 'hours', isWhole: false, answers: { minutes: 60 } };
			expect(await send(begun, old, later)).toEqual(first);
			expect(await hours.drafts(amina)).toEqual([]);
		});

		it('with other answers under a sent id become a draft of their own', async () => {
			const one = await sealed(amina, { fields: { part: '1' } });
			const other = await sealed(amina, { id: one.id, fields: { part: '2' } });
			await send(one);
			const more = { ...content, minutes: 240 };
			const outcome = await send(other, whole(more), later);
			expect(outcome).toMatchObject({ outcome: 'draft', reason: 'otherAnswers' });
			expect(await send(other, whole(more), later)).toEqual(outcome);
			const [draft, ...others] = await hours.drafts(amina);
			expect(others).toEqual([]);
			expect(draft).toMatchObject({ content: more });
			expect(outcome.at).toBe(`/uren/nieuw/${draft?.id}`);
			expect(await totals(amina)).toMatchObject({ waitingMinutes: 180 });
		});

		it('are refused, not for ever, as long as there is no plan; and for ever of what nobody can read', async () => {
			const early = await newResident(world, null);
			const one = await sealed(early);
			const refusal = { outcome: 'refused', receipt: null, at: null, withoutPhotos: false };
			expect(await send(one, whole(), moment, early)).toEqual({ ...refusal, reason: 'noPlan' });
			const { parcels: rows } = world.portal.store.t;
			const settled = await world.portal.store.read.select().from(rows).where(eq(rows.id, one.id));
			expect(settled).toEqual([]);
			const other = await sealed(amina);
			expect(await send(other, null)).toEqual({ ...refusal, reason: 'notUnderstood' });
			expect(await send(other, whole(), later)).toEqual({ ...refusal, reason: 'notUnderstood' });
		});
	});

	describe('the last step of the wizard', () => {
		const begun = async () => {
			const draftId = valueOf(await hours.startDraft(amina, moment));
			const saved = valueOf(await hours.saveStep(amina, draftId, content, moment));
			const fingerprint = hours.fingerprint(amina, saved.content);
			const seen = { fingerprint, checks: [] };
			return { kind: 'draft', draftId, seen, answers: content, isWithout: false } as const;
		};

		it('is sent once, also when it got through the first time', async () => {
			const made = await begun();
			const { receiptNumber } = valueOf(
				await hours.declare(amina, made.draftId, [], moment, made.seen),
			);
			const one = await sealed(amina, { kind: 'form' });
			const outcome = await send(one, made, later);
			expect(outcome).toMatchObject({ outcome: 'received', receipt: receiptNumber });
			expect(await send(one, made, later)).toEqual(outcome);
			expect(await entries()).toEqual([made.draftId]);
		});

		it('of a draft that was changed since is kept beside it', async () => {
			const made = await begun();
			valueOf(await hours.saveStep(amina, made.draftId, { minutes: 60 }, moment));
			const one = await sealed(amina, { kind: 'form' });
			expect(await send(one, made)).toMatchObject({ outcome: 'draft', reason: 'otherAnswers' });
			const kept = (await hours.drafts(amina)).map((draft) => draft.content.minutes);
			expect(kept.toSorted()).toEqual([180, 60]);
		});

		it('of a draft that is gone is kept', async () => {
			const made = await begun();
			await hours.dropDraft(amina, made.draftId);
			const one = await sealed(amina, { kind: 'form', files: await withPhotos(await photo()) });
			expect(await send(one, made)).toMatchObject({
				outcome: 'draft',
				at: `/uren/nieuw/${one.id}`,
			});
			expect(await hours.draft(amina, one.id)).toMatchObject({ content, photos: 1 });
		});
	});
});
