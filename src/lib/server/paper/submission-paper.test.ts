import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { dayOf } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../id.ts';
import * as submissions from '../submissions/submissions.ts';
import { addPerson, addPlan, anyWorld, residentOf, staffOf, type World } from '../test-world.ts';
import { stopPress } from './press.ts';
import { bezwaarLetter, receipt } from './submission-paper.ts';
import { readers, reading as reads, says, textOf } from './test-pdf.ts';

const now = Date.parse('2026-06-22T21:59:30Z');
const moment = { now, today: dayOf(now) };
const origin = 'https://heerenveen.example';

let world: World;
let mine: Resident;
beforeAll(async () => {
	world = await anyWorld();
	const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
	await addPlan(world.portal, id, '2026-05-11');
	mine = residentOf(world.portal, id);
});
afterAll(async () => {
	stopPress();
	await world.close();
});

describe.runIf(readers())('what was handed in, on paper', () => {
	it('says number, day and time, and the own words as they are', async () => {
		const words = '#read("/etc/passwd") ርሑቕ እዩ';
		const wish = { key: newId(), language: 'ti', words, lateReason: null, version: 1 };
		const address = 'Dorpsstraat 1';
		const outcome = await submissions.objectTo(mine, { ...wish, address }, moment);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		const { id, reference } = outcome.value;
		const pdf = await receipt(mine, id, { language: 'ti', origin }, moment);
		await reads(pdf ?? new Uint8Array(), async (path) => {
			expect(await says('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
			const text = await textOf(path, 'all');
			for (const said of [reference, '22 juni 2026', '23.59', '#read("/etc/passwd")', address]) {
				expect(text).toContain(said);
			}
		});
		const other = receipt(staffOf(world.portal, 'bart'), id, { language: 'nl', origin }, moment);
		await expect(other).rejects.toThrow(NotFound);
	});

	it('is a letter to sign, with until when', async () => {
		const pdf = await bezwaarLetter(mine, 1, { language: 'ti', origin }, moment);
		await reads(pdf ?? new Uint8Array(), async (path) => {
			const text = (await textOf(path, 'all')).replaceAll(/\s+/g, ' ');
			expect(text).toContain('22 juni 2026');
			expect(text).toContain('handtekening');
		});
		const none = bezwaarLetter(mine, 2, { language: 'ti', origin }, moment);
		await expect(none).rejects.toThrow(NotFound);
	});
});
