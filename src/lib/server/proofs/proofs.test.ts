import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { heic as heif } from './heic-samples.ts';
import { pdf } from './pdf-samples.ts';
import * as proofs from './proofs.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from '../hours/hours.ts';
import {
	content,
	filesIn,
	moment,
	newResident,
	photo,
	startedDraft,
	tooLate,
	valueOf,
} from '../hours/test-hours.ts';

eachEngine('proofs', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');
	it('keeps the draft when a photo cannot be taken, and no file', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		const good = await photo();
		for (const [bad, problem] of [
			[new Blob(['geen foto']), 'fileKind'],
			[new Blob([new Uint8Array(12 * 1024 * 1024 + 1)]), 'fileTooLarge'],
			[new Blob([(await good.bytes()).slice(0, 60)]), 'fileDamaged'],
		] as const) {
			const outcome = await hours.declare(resident, draft, [good, bad], moment);
			expect(outcome).toEqual({ ok: false, problems: { photo: problem } });
		}
		expect((await hours.draft(resident, draft)).content).toMatchObject(content);
		expect(await hours.list(resident, resident.personId)).toEqual([]);
		expect(await filesIn(world)).toEqual([]);
	});

	it('keeps a photo once, sealed, with its file', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		const [one, two] = [await photo('#aa3300'), await photo('#0033aa')];
		valueOf(await hours.declare(resident, draft, [one], moment));
		valueOf(await hours.declare(resident, draft, [one], moment));
		valueOf(await hours.addPhotos(resident, draft, [two], moment));
		const kept = (await hours.entry(resident, draft)).proofs.map(({ id }) => id);
		expect(await filesIn(world)).toEqual(kept.toSorted());
		expect(kept).toHaveLength(2);
		const { bytes, contentType } = await proofs.read(kim(), kept[0] ?? '', moment);
		expect([contentType, (await sharp(bytes).metadata()).format]).toEqual(['image/jpeg', 'jpeg']);
		valueOf(await hours.confirm(kim(), draft, moment));
		expect(await hours.addPhotos(resident, draft, [await photo('#00aa33')], moment)).toEqual(
			tooLate,
		);
		expect(await filesIn(world)).toHaveLength(2);
	});

	it('keeps four of the photos that come at once, and says which did not fit', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		valueOf(await hours.declare(resident, draft, [], moment));
		const colours = ['#100', '#200', '#300', '#400', '#500', '#600'];
		const photos = await Promise.all(colours.map((colour) => photo(colour)));
		const added = await Promise.all(
			photos.map((one) => hours.addPhotos(resident, draft, [one], moment)),
		);
		expect(added.filter(({ ok }) => ok)).toHaveLength(4);
		expect(added).toContainEqual({ ok: false, problems: { photo: 'photosTooMany' } });
		expect((await hours.entry(resident, draft)).proofs).toHaveLength(4);
		expect(await filesIn(world)).toHaveLength(4);
	});

	it('keeps a HEIC as a photo and a PDF as a paper; four files in all, each once', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		const [heic, paper] = [blobOf(heif()), blobOf(pdf({ pages: 2 }))];
		valueOf(await hours.declare(resident, draft, [heic, paper], moment));
		valueOf(await hours.declare(resident, draft, [paper, heic], moment));
		const { proofs: kept } = await hours.entry(resident, draft);
		const [photoRow, paperRow] = kept.toSorted((a, b) => (a.contentType < b.contentType ? 1 : -1));
		expect(kept).toHaveLength(2);
		expect(photoRow).toMatchObject({ contentType: 'image/jpeg', width: 512, pageCount: null });
		expect(paperRow).toMatchObject({ contentType: 'application/pdf', width: null, pageCount: 2 });
		const { bytes, contentType } = await proofs.read(kim(), paperRow?.id ?? '', moment);
		expect([contentType, bytes.toString('latin1', 0, 5)]).toEqual(['application/pdf', '%PDF-']);
		const more = [3, 4, 5].map((pages) => blobOf(pdf({ pages })));
		const tooMany = { ok: false, problems: { photo: 'photosTooMany' } };
		expect(await hours.addPhotos(resident, draft, more, moment)).toEqual(tooMany);
		expect((await hours.entry(resident, draft)).proofs).toHaveLength(4);
		expect(await filesIn(world)).toHaveLength(4);
	});

	it('says in a sentence why a paper cannot be taken', async () => {
		const draft = await startedDraft(resident);
		await hours.saveStep(resident, draft, content, moment);
		for (const [bad, problem] of [
			[pdf({ pages: 11 }), 'fileTooManyPages'],
			[pdf({ trailer: '/Encrypt << /Filter /Standard >>' }), 'fileLocked'],
			[pdf().subarray(0, 400), 'fileDamaged'],
			[heif({ brand: 'avif' }), 'fileKind'],
		] as const) {
			const outcome = await hours.declare(resident, draft, [blobOf(bad)], moment);
			expect(outcome).toEqual({ ok: false, problems: { photo: problem } });
		}
		expect((await hours.draft(resident, draft)).content).toMatchObject(content);
	});
});

function blobOf(file: Uint8Array): Blob {
	return new Blob([new Uint8Array(file)]);
}
