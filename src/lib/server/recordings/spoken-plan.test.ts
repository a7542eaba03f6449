import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageHash } from '#lib/languages/freshness.ts';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import { heard } from './heard.ts';
import { maxBytes } from './sound.ts';
import * as spokenPlan from './spoken-plan.ts';
import { webm } from './test-sounds.ts';

const moment = { now: 1_000, today: day('2026-11-23') };
const file = () => new Blob([new Uint8Array(webm)]);

eachEngine('a plan that is spoken', (open) => {
	let world: World;
	let portal: Portal;
	let personId: string;
	const kim = () => staffOf(portal, 'kim');

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		personId = (await addPerson(portal, { klantmanagerId: 'kim' })).id;
	});

	afterEach(() => world.close());

	it('is heard by that person, in the language in which it was spoken', async () => {
		const texts = await spokenPlan.textsToSpeak(kim(), personId, 'ar', moment.today);
		expect(texts.length).toBeGreaterThan(2);
		expect(new Set(texts.map(({ hash }) => hash)).size).toBe(texts.length);
		const [first] = texts;
		if (!first) throw new Error('no text');
		const said = { language: 'ar', hash: first.hash, file: file() } as const;
		const outcome = await spokenPlan.speak(kim(), personId, said, moment);
		if (!outcome.ok) throw new Error('refused');
		const again = await spokenPlan.textsToSpeak(kim(), personId, 'ar', moment.today);
		expect(again[0]?.recordingId).toBe(outcome.value.id);
		expect(again.slice(1).every(({ recordingId }) => recordingId === null)).toBe(true);

		const all = () => texts.map(({ text }) => text);
		expect(await heard(residentOf(portal, personId), 'ar', all)).toEqual({
			ar: { [first.text]: outcome.value.id },
			nl: {},
		});
		const other = residentOf(portal, (await addPerson(portal)).id);
		expect(await heard(other, 'ar', all)).toEqual({ ar: {}, nl: {} });
		expect(await heard(other, 'nl', all)).toEqual({ nl: {} });
	});

	it('takes words of this plan alone, from who manages it, and only a sound', async () => {
		const [first] = await spokenPlan.textsToSpeak(kim(), personId, 'nl', moment.today);
		const hash = first?.hash ?? '';
		const speak = (change: Partial<Parameters<typeof spokenPlan.speak>[2]>, who = kim()) =>
			spokenPlan.speak(who, personId, { language: 'nl', hash, file: file(), ...change }, moment);
		await expect(speak({ hash: messageHash('U betaalt 1000 euro.') })).rejects.toThrow(NotFound);
		await expect(speak({ language: 'ar' })).rejects.toThrow(NotFound);
		await expect(speak({}, staffOf(portal, 'lee'))).rejects.toThrow(NotFound);
		expect(await speak({ file: undefined })).toEqual({
			ok: false,
			problems: { recording: 'missing' },
		});
		expect(await speak({ file: new Blob(['<script>']) })).toMatchObject({ ok: false });
		expect(await speak({ file: new Blob([new Uint8Array(maxBytes + 1)]) })).toMatchObject({
			ok: false,
			problems: { recording: 'soundTooLarge' },
		});
	});
});
