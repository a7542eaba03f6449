import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import { at, checked, dutch, kim, place, ti, withOwnWords } from './test-translations.ts';
import * as translations from './translations.ts';

eachEngine('a translation is for the person and their staff', (open) => {
	let world: World;
	let selam: Resident;

	beforeEach(async () => {
		world = await open();
		selam = await withOwnWords(world);
	});

	afterEach(() => world.close());

	it('in reading, approving and making links', async () => {
		const row = await checked(world, selam.personId);
		const seen = { translationId: row.id, textHash: messageHash(ti) };
		const link = { role: 'translator', givenTo: 'X', days: 7 } as const;
		const strangers = [
			staffOf(world.portal, 'lee'),
			staffOf(world.portal, 'kim', ['klantmanager'], ['0632']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		const input = { place, dutchHash: messageHash(dutch), text: 'x' };
		const all = await translations.links(kim(world), selam.personId);
		for (const actor of strangers) {
			const tries = [
				translations.panel(actor, selam.personId),
				translations.approve(actor, selam.personId, seen, at(3)),
				translations.withdraw(actor, selam.personId, seen, at(3)),
				translations.bring(actor, selam.personId, input, at(3)),
				translations.make(actor, selam.personId, link, at(3)),
				translations.links(actor, selam.personId),
				translations.revoke(actor, selam.personId, all[0]?.id ?? '', at(3)),
				translations.forReading(actor, selam.personId, 'ti', []),
			];
			for (const each of await Promise.allSettled(tries)) {
				expect(each).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) });
			}
			expect(await translations.waiting(actor)).toEqual({ total: 0, rows: [] });
		}
		const other = residentOf(world.portal, (await addPerson(world.portal)).id);
		await expect(translations.forReading(other, selam.personId, 'ti', [])).rejects.toThrow(
			NotFound,
		);
	});

	it('also when one person’s translation is named under another person', async () => {
		const row = await checked(world, selam.personId);
		const other = await withOwnWords(world);
		const seen = { translationId: row.id, textHash: messageHash(ti) };
		await expect(translations.approve(kim(world), other.personId, seen, at(3))).rejects.toThrow(
			NotFound,
		);
		const versions = await pip.versions(kim(world), other.personId);
		const read = await translations.forReading(kim(world), other.personId, 'ti', versions);
		expect(read[dutch]).toEqual({ standing: 'awaited' });
	});
});
