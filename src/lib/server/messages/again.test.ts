import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { filesIn, photo } from '../hours/test-hours.ts';
import { newId } from '../id.ts';
import { pdf } from '../proofs/pdf-samples.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as messages from './messages.ts';

const moment: Moment = { now: Date.parse('2026-11-23T09:00:00Z'), today: day('2026-11-23') };
const paper = (pages: number) => new Blob([new Uint8Array(pdf({ pages }))]);

eachEngine('what comes again under the same key', (open) => {
	let world: World;
	let kim: Staff;
	let hodan: Resident;

	beforeEach(async () => {
		world = await open();
		kim = staffOf(world.portal, 'kim');
		const { id } = await addPerson(world.portal, { klantmanagerId: 'kim' });
		hodan = residentOf(world.portal, id);
	});
	afterEach(() => world.close());

	const onDisk = async () => (await filesIn(world)).length;

	it('is no message that was sent, when it has another photo', async () => {
		const message = { id: newId(), topic: 'money', letterId: null, language: 'so' } as const;
		const send = (...files: Blob[]) =>
			messages.open(hodan, hodan.personId, { ...message, words: '', files }, moment);
		const [first, second] = [await photo(), await photo('#0000ff')];
		expect((await send(first)).ok).toBe(true);
		expect((await send(first)).ok).toBe(true);
		await expect(send(second)).rejects.toThrow(Conflict);
		await expect(send(first, second)).rejects.toThrow(Conflict);
		expect(await onDisk()).toBe(1);
	});

	it('is no letter that was published, when another day or paper stands in it', async () => {
		const letter: messages.NewLetter = {
			...{ id: newId(), topic: 'money', action: 'sendPaper', doOn: day('2026-12-04') },
			...{ doAt: '10:00', place: null, paper: 'payslips', words: 'Stuur de laatste drie.' },
			files: [paper(1)],
		};
		const publish = (differing: Partial<messages.NewLetter> = {}) =>
			messages.publish(kim, hodan.personId, { ...letter, ...differing }, moment);
		expect((await publish()).ok).toBe(true);
		expect((await publish({ doAt: '11:00' })).ok).toBe(true);
		const others: readonly Partial<messages.NewLetter>[] = [
			{ doOn: day('2026-12-11') },
			{ paper: 'contracts' },
			{ words: null },
			{ topic: 'plan' },
			{ files: [paper(2)] },
		];
		for (const other of others) await expect(publish(other)).rejects.toThrow(Conflict);
		expect(await onDisk()).toBe(1);
	});

	it('leaves no file behind where there is no such thread or letter', async () => {
		const message = { id: newId(), language: 'so', words: 'x', files: [await photo()] } as const;
		const reply = { ...message, threadId: newId(), seen: 0 };
		await expect(messages.reply(hodan, hodan.personId, reply, moment)).rejects.toThrow(NotFound);
		const about = { ...message, topic: 'money', letterId: newId() } as const;
		await expect(messages.open(hodan, hodan.personId, about, moment)).rejects.toThrow(NotFound);
		expect(await onDisk()).toBe(0);
	});
});
