import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as absences from '../absences/absences.ts';
import type { Staff } from '../access/access.ts';
import { ofStaff } from '../accounts/accounts.ts';
import type { Moment } from '../clock.ts';
import { newId } from '../id.ts';
import { readers } from '../people/readers.ts';
import { pdf } from '../proofs/pdf-samples.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as messages from './messages.ts';

const on = (text: string): Moment => ({ now: Date.parse(`${text}T09:00:00Z`), today: day(text) });
const moment = on('2026-11-23');

eachEngine('who stands in', (open) => {
	let world: World;

	beforeEach(async () => {
		world = await open();
	});
	afterEach(() => world.close());

	async function manager(name: string): Promise<Staff> {
		const identity = { issuer: 'test', subject: name, name, email: null };
		const granted = { roles: ['klantmanager'] as const, gemeentecodes: ['0074'] };
		const account = await ofStaff(world.portal, { ...identity, ...granted }, 0);
		return staffOf(world.portal, account?.id ?? '');
	}

	it('is told to the person as somebody who looked, when letters were read', async () => {
		const [anna, bart] = [await manager('anna'), await manager('bart')];
		const { id } = await addPerson(world.portal, { klantmanagerId: bart.id });
		const hodan = residentOf(world.portal, id);
		const letter: messages.NewLetter = {
			...{ id: newId(), topic: 'money', action: 'nothing', doOn: null, doAt: null },
			...{ place: null, paper: null, words: 'U hebt schulden.', files: [] },
		};
		const files = [new Blob([new Uint8Array(pdf())])];
		expect((await messages.publish(bart, id, { ...letter, files }, moment)).ok).toBe(true);
		const away = { throughOn: day('2026-12-04'), replacedBy: anna.id };
		await absences.say(bart, away, moment);
		const [seen] = await messages.letters(anna, id, on('2026-11-24'));
		expect(seen?.words).toBe('U hebt schulden.');
		expect((await readers(hodan)).map(({ name, on: day }) => [name, day])).toEqual([
			['anna', '2026-11-24'],
			['bart', '2026-11-23'],
		]);
		await messages.letters(hodan, id, moment);
		expect(await readers(hodan)).toHaveLength(2);
	});
});
