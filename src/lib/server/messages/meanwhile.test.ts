import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import { newId } from '../id.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as messages from './messages.ts';

const moment: Moment = { now: Date.parse('2026-11-23T09:00:00Z'), today: day('2026-11-23') };

eachEngine('a message that comes in while a thread is opened', (open) => {
	let world: World;

	beforeEach(async () => {
		world = await open();
	});
	afterEach(() => world.close());

	it('stays new, as nobody was shown it', async () => {
		const { portal } = world;
		const { id: personId } = await addPerson(portal, { klantmanagerId: 'kim' });
		const hodan = residentOf(portal, personId);
		const kim = staffOf(portal, 'kim');
		const message = () => ({ id: newId(), words: 'x', language: 'nl', files: [] }) as const;
		const about = { ...message(), topic: 'money', letterId: null } as const;
		await messages.open(hodan, personId, about, moment);
		const reply = (actor: typeof hodan | typeof kim) =>
			messages.reply(actor, personId, { ...message(), threadId: about.id, seen: 0 }, moment);
		await reply(kim);
		const { store } = portal;
		const touch: typeof store.touch = async (work) => {
			await reply(kim);
			return store.touch(work);
		};
		const slow = residentOf({ ...portal, store: { ...store, touch } }, personId);
		expect((await messages.openThread(slow, personId, about.id, moment)).messages).toHaveLength(2);
		expect(await messages.unread(hodan)).toBe(1);
		const write: typeof store.write = async (now, work) => {
			await reply(hodan);
			return store.write(now, work);
		};
		const slowKim = staffOf({ ...portal, store: { ...store, write } }, 'kim');
		await messages.openThread(slowKim, personId, about.id, moment);
		const { messages: all } = await messages.thread(hodan, personId, about.id, moment);
		expect(all.map(({ readOn, sender }) => [sender, readOn !== null])).toEqual([
			['person', true],
			['gemeente', true],
			['gemeente', false],
			['person', false],
		]);
	});
});
