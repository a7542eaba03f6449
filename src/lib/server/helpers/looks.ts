import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import { dayOf, timeOf } from '../clock.ts';
import * as people from '../people/people.ts';
import { mine, nameOf } from './rows.ts';
import { type HelperScope, helperScopes } from './scopes.ts';

/** One time that a helper looked at something. */
export interface Look {
	readonly helperId: string;
	readonly name: string;
	readonly what: HelperScope;
	readonly on: Day;
	/** HH:MM on the clocks of the Netherlands. */
	readonly at: string;
}

const hourLong = 3_600_000;
const looked = 1000;
const mostShown = 50;

/**
 * When helpers looked at what, the last first, as the audit chain has it: nobody can take a line out of that. Of one
 * thing within an hour the last time stands for all: whoever opens it again and again would push the rest out of sight.
 */
export async function looks(actor: Resident): Promise<Look[]> {
	const { id: personId } = permitted(actor, 'helper.manage', await people.own(actor));
	const { read, t } = actor.portal.store;
	const lines = await read
		.select({ at: t.audit.at, detail: t.audit.detail, helperId: t.audit.subject })
		.from(t.audit)
		.where(and(eq(t.audit.personId, personId), eq(t.audit.action, 'helper.look')))
		.orderBy(desc(t.audit.number))
		.limit(looked);
	if (lines.length === 0) return [];
	const ids = [...new Set(lines.map(({ helperId }) => helperId))];
	const rows = await read
		.select()
		.from(t.helpers)
		.where(and(mine(t, personId), inArray(t.helpers.id, ids)));
	const names = new Map(rows.map((row) => [row.id, nameOf(actor.portal, row)]));
	const seen = new Map<string, Look>();
	for (const { at, detail, helperId } of lines) {
		const [name, what] = [names.get(helperId), helperScopes.find((one) => one === detail['what'])];
		const key = `${helperId} ${what} ${Math.floor(at / hourLong)}`;
		if (!name || !what || seen.has(key)) continue;
		seen.set(key, { helperId, name, what, on: dayOf(at), at: timeOf(at) });
	}
	return [...seen.values()].slice(0, mostShown);
}
