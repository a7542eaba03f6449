import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as recordings from './recordings.ts';
import { mp4, ogg, webm } from './test-sounds.ts';

const moment = { now: 1_000, today: day('2026-11-23') };
const blob = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);
const words = 'ሰሉስ ኣብ ቤት-ንባብ';

eachEngine('recordings', (open) => {
	let world: World;
	let portal: Portal;
	let amina: Resident;
	const kim = () => staffOf(portal, 'kim');
	const spoken = (differing: Partial<recordings.Spoken> = {}) => ({
		text: words,
		language: 'ti' as const,
		personId: amina.personId,
		file: blob(webm),
		...differing,
	});

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		amina = residentOf(portal, (await addPerson(portal, { klantmanagerId: 'kim' })).id);
	});

	afterEach(() => world.close());

	it('are heard as they were recorded, sealed on the disk and written down', async () => {
		const outcome = await recordings.add(kim(), spoken(), moment);
		if (!outcome.ok) throw new Error('refused');
		expect(outcome.value).toMatchObject({
			mediaType: 'audio/webm',
			bytes: webm.length,
			seconds: 2,
		});
		const heard = await recordings.hear(amina, outcome.value.id);
		expect(heard).toEqual({ bytes: webm, mediaType: 'audio/webm' });
		const [line] = await portal.store.read.select().from(portal.store.t.audit).limit(9).offset(1);
		expect(line).toMatchObject({ action: 'recording.add', personId: amina.personId, detail: {} });
		expect(await portal.recordings.list()).toMatchObject([{ id: outcome.value.id }]);
	});

	it('are found by exactly these words in this language; the newest is heard', async () => {
		await recordings.add(kim(), spoken(), moment);
		const newer = await recordings.add(kim(), spoken({ file: blob(mp4) }), {
			...moment,
			now: 2_000,
		});
		if (!newer.ok) throw new Error('refused');
		const texts = [words, `${words} `, 'iets anders'];
		const found = await recordings.findFor(amina, 'ti', texts);
		expect([...found.keys()]).toEqual([words]);
		expect(found.get(words)?.id).toBe(newer.value.id);
		expect((await recordings.findFor(amina, 'ar', texts)).size).toBe(0);
		expect((await recordings.findFor(amina, 'ti', [])).size).toBe(0);
	});

	it('of the catalogue are for everybody; of free text for the person and their staff', async () => {
		const general = await recordings.add(kim(), spoken({ personId: null }), moment);
		const personal = await recordings.add(kim(), spoken(), moment);
		if (!general.ok || !personal.ok) throw new Error('refused');
		const other = residentOf(portal, (await addPerson(portal)).id);
		expect((await recordings.findFor(amina, 'ti', [words])).get(words)?.id).toBe(personal.value.id);
		expect((await recordings.findFor(other, 'ti', [words])).get(words)?.id).toBe(general.value.id);
		expect((await recordings.findFor(kim(), 'ti', [words])).get(words)?.id).toBe(general.value.id);
		const mine = await recordings.findFor(kim(), 'ti', [words], amina.personId);
		expect(mine.get(words)?.id).toBe(personal.value.id);
		await recordings.hear(other, general.value.id);
		await recordings.hear(kim(), personal.value.id);
		const strangers = [
			other,
			staffOf(portal, 'lee'),
			staffOf(portal, 'kim', ['klantmanager'], ['0632']),
			staffOf(portal, 'kim', ['administrator']),
		];
		for (const stranger of strangers) {
			await expect(recordings.hear(stranger, personal.value.id)).rejects.toThrow(NotFound);
			await expect(recordings.findFor(stranger, 'ti', [words], amina.personId)).rejects.toThrow(
				NotFound,
			);
		}
		for (const id of [newId(), '../../keys', '']) {
			await expect(recordings.hear(amina, id)).rejects.toThrow(NotFound);
		}
	});

	it.each([
		['soundKind', () => Buffer.from('<script>alert(1)</script>')],
		['soundDamaged', () => Buffer.alloc(0)],
		['soundTooLong', () => ogg(200)],
		['soundTooLarge', () => Buffer.alloc(recordings.maxBytes + 1)],
	])('are refused as %s, and nothing is kept', async (problem, make) => {
		const outcome = await recordings.add(kim(), spoken({ file: blob(make()) }), moment);
		expect(outcome).toEqual({ ok: false, problems: { recording: problem } });
		expect(await portal.recordings.list()).toEqual([]);
		expect((await recordings.findFor(amina, 'ti', [words])).size).toBe(0);
	});

	describe('with an ffmpeg', () => {
		const folder = mkdtempSync(join(tmpdir(), 'ffmpeg-'));
		afterAll(() => rmSync(folder, { recursive: true }));
		/** A program in the place of ffmpeg: what becomes of its answer does not depend on how it works. */
		const converter = (script: string): Portal => {
			const path = join(folder, `ffmpeg-${newId()}`);
			writeFileSync(path, `#!${process.execPath}\n${script}`);
			chmodSync(path, 0o700);
			return { ...portal, ffmpegPath: path };
		};
		const convert = async (script: string, file = webm) =>
			recordings.add({ ...kim(), portal: converter(script) }, spoken({ file: blob(file) }), moment);
		const answers = (bytes: Buffer) =>
			`process.stdin.resume().on('end', () => process.stdout.write(Buffer.from('${bytes.toString('base64')}', 'base64')));`;

		it('are kept as AAC, but for what is MP4 already', async () => {
			const outcome = await convert(answers(mp4));
			if (!outcome.ok) throw new Error('refused');
			expect(outcome.value).toMatchObject({
				mediaType: 'audio/mp4',
				bytes: mp4.length,
				seconds: 2,
			});
			expect((await recordings.hear(amina, outcome.value.id)).bytes).toEqual(mp4);
			expect((await convert('process.exit(1)', mp4)).ok).toBe(true);
		});

		it.each([
			['that finds it damaged', 'process.exit(1)'],
			['that it kills', 'process.abort()'],
			['that gives back something else', answers(Buffer.from('<script>'))],
			['that gives back the same', answers(webm)],
		])('%s, are refused', async (_name, script) => {
			expect(await convert(script)).toEqual({ ok: false, problems: { recording: 'soundDamaged' } });
			expect(await portal.recordings.list()).toEqual([]);
		});

		it('that is not there, are a bug of the installation', async () => {
			const speaker = { ...kim(), portal: { ...portal, ffmpegPath: join(folder, 'none') } };
			await expect(recordings.add(speaker, spoken(), moment)).rejects.toThrow(/ffmpeg/);
		});

		const real = process.env['FFMPEG_PATH'] ?? '/usr/bin/ffmpeg';
		it.runIf(existsSync(real))('of this machine, play on an iPhone', async () => {
			const speaker = { ...kim(), portal: { ...portal, ffmpegPath: real } };
			const outcome = await recordings.add(speaker, spoken(), moment);
			if (!outcome.ok) throw new Error('refused');
			const { bytes } = await recordings.hear(amina, outcome.value.id);
			expect(bytes.includes('mp4a')).toBe(true);
		});
	});
});
