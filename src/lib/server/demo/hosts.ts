import { type Day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as hosts from '../hosts/hosts.ts';
import * as hours from '../hours/hours.ts';
import type { Person } from '../people/people.ts';
import { morningOf } from './seed.ts';

/** Hangs up the poster of an organisation where people of the demo help. */
export async function hangPoster(manager: Staff, today: Day) {
	const moment = { now: morningOf(today), today };
	const [gemeentecode = ''] = manager.gemeentecodes;
	const organisation = 'Kringloopwinkel De Cirkel';
	const made = await hosts.makePoster(manager, { gemeentecode, organisation }, moment);
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
}

/** Lets the organisation say of the hours that wait longest that they are right, as through the code on a phone. */
export async function hostConfirms({ portal }: Staff, person: Person, today: Day) {
	const moment = { now: morningOf(today), today };
	const resident: Resident = { kind: 'resident', id: person.id, personId: person.id, portal };
	const entries = await hours.list(resident, person.id);
	const waiting = entries.findLast(({ state }) => state === 'received');
	if (!waiting) return;
	await hosts.makeLink(resident, [waiting.id], moment);
	const link = await hosts.linkOf(resident, waiting.id, moment);
	const line = { entryId: waiting.id, verdict: 'right', minutes: null } as const;
	const said = { name: 'Gerda', role: 'coördinator', lines: [line] };
	await hosts.answer(portal, link?.token ?? '', said, moment);
}
