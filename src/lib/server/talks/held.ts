import { and, asc, eq, inArray } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import type { Portal } from '../portal.ts';

/** The days of somebody's voortgangsgesprekken of which a report was signed off; the caller has checked the access. */
export async function heldOn(portal: Portal, personId: string): Promise<readonly Day[]> {
	return (await heldOnOfMany(portal, [personId])).get(personId) ?? [];
}

/** As `heldOn`, by the id of the person; who had none is not in it. A correction of a report may correct its day. */
export async function heldOnOfMany(
	{ store }: Portal,
	personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Day[]>> {
	if (personIds.length === 0) return new Map();
	const { agendaItems: i, talkReports: r } = store.t;
	const rows = await store.read
		.select({ itemId: r.itemId, personId: r.personId, heldOn: r.heldOn })
		.from(r)
		.innerJoin(i, eq(i.id, r.itemId))
		.where(and(inArray(r.personId, [...personIds]), eq(i.kind, 'voortgangsgesprek')))
		.orderBy(asc(r.version));
	const last = new Map(rows.map((row) => [row.itemId, row]));
	const byPerson = Map.groupBy(last.values(), ({ personId }) => personId);
	return new Map(
		[...byPerson].map(([id, its]) => [id, its.map((row) => day(row.heldOn)).toSorted()]),
	);
}
