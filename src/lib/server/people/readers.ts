import { and, desc, eq, ne } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import { dayOf } from '../clock.ts';
import * as people from './people.ts';

/** Somebody who saw the person's data on a day, once a day; `role` is the widest that they have. */
export interface Reader {
	readonly name: string;
	readonly role: 'klantmanager' | 'teamLead' | 'administrator' | 'partner';
	readonly on: Day;
}

const looked = 1000;
const shown = 30;

/**
 * Who of the gemeente and its partners did something with the person's file, the last ones first (AVG 15): whoever opened
 * it, and whoever wrote in it, which cannot be done without seeing it. Out of the audit, which nobody can change.
 */
export async function readers(actor: Resident): Promise<Reader[]> {
	const { id } = permitted(actor, 'reader.list', await people.own(actor));
	const { read, t } = actor.portal.store;
	const { accounts: a, audit } = t;
	const lines = await read
		.select({ at: audit.at, account: a.id, name: a.name, roles: a.roles, kind: a.kind })
		.from(audit)
		.innerJoin(a, eq(a.id, audit.actor))
		.where(and(eq(audit.personId, id), ne(a.kind, 'resident')))
		.orderBy(desc(audit.number))
		.limit(looked);
	const seen = new Map<string, Reader>();
	for (const { account, at, kind, name, roles } of lines) {
		const on = dayOf(at);
		const role =
			kind === 'partner'
				? 'partner'
				: (widest.find((each) => roles.includes(each)) ?? 'klantmanager');
		const key = `${account} ${on}`;
		if (!seen.has(key)) seen.set(key, { name, role, on });
	}
	return [...seen.values()].slice(0, shown);
}

const widest = ['teamLead', 'klantmanager', 'administrator'] as const;
