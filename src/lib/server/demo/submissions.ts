import type { Day } from '#lib/law/day.ts';
import { addDays } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as contacts from '../contacts/contacts.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import * as submissions from '../submissions/submissions.ts';
import { morningOf } from './seed.ts';

/** What people of the demo handed in and was written down of them: one address, and one request that waits. */
export async function handInSome(manager: Staff, key: string, { id }: Person, today: Day) {
	if (key === 'amina') {
		const address = 'Voorbeeldstraat 1, 8440 AA Heerenveen';
		const on = addDays(today, -60);
		await contacts.sayAddress(manager, id, address, { now: morningOf(on), today: on });
	}
	if (key === 'tirhas') {
		const on = addDays(today, -12);
		const { portal } = manager;
		const self = { kind: 'resident', id: `demo-${key}`, personId: id, portal } as const;
		const words = 'ስመይ ጌጋ ተጻሒፉ ኣሎ። Weldu Tirhas.';
		const wish = { kind: 'correction', key: newId(), language: 'ti', words } as const;
		await submissions.ask(self, wish, { now: morningOf(on), today: on });
	}
}
