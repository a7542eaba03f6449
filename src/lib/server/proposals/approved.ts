import { and, eq, inArray, isNull, lte, gte, or } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import type { Db } from '../db/store.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { choices, type Content, placeOf } from './content.ts';
import { openNote } from './note.ts';
import type { ProposalState } from './states.ts';

/** What was approved was once; when it ended it held until that day. */
const held: ProposalState[] = ['approved', 'ended'];

/** What hours are about. */
interface Done {
	readonly activity: string;
	readonly organisation: string;
	readonly doneOn: Day;
}

/**
 * What the person may do, to declare hours for at one tap: what the gemeente approved and still offers. "Something else"
 * is nothing without the own words, which go along with it alone.
 */
export async function approved(actor: Resident): Promise<
	(Pick<Content, 'activity' | 'note' | 'organisation' | 'dutchSpoken' | 'together'> & {
		readonly id: string;
	})[]
> {
	const { portal, personId } = actor;
	permitted(actor, 'proposal.read', await people.find(actor, personId));
	const { proposals: t } = portal.store.t;
	const { id, noteSealed, organisation, dutchSpoken, together } = t;
	const rows = await portal.store.read
		.select({ id, noteSealed, organisation, dutchSpoken, together, activity: t.activity })
		.from(t)
		.where(and(eq(t.personId, personId), eq(t.state, 'approved')))
		.orderBy(t.startsOn, t.id);
	const offered = choices(portal);
	return rows.flatMap(({ activity, noteSealed: sealed, ...row }) => {
		const known = offered.find((one) => one.id === activity);
		const note = known?.id === 'other' ? openNote(portal, 'proposals', row.id, sealed) : null;
		return known ? [{ ...row, activity: known.id, note }] : [];
	});
}

/**
 * The approved proposal that hours belong to: of the same activity at the same place, begun on that day already and
 * not ended before it. Null where there is none. For inside the transaction that takes the hours in.
 */
export async function approvedFor(
	tx: Db,
	portal: Portal,
	personId: string,
	{ activity, organisation, doneOn }: Done,
): Promise<string | null> {
	const { proposals: t } = portal.store.t;
	const rows = await tx
		.select({ id: t.id, organisation: t.organisation })
		.from(t)
		.where(
			and(
				eq(t.personId, personId),
				eq(t.activity, activity),
				inArray(t.state, held),
				lte(t.startsOn, doneOn),
				or(isNull(t.endedOn), gte(t.endedOn, doneOn)),
			),
		)
		.orderBy(t.receivedAt, t.id);
	const place = placeOf(organisation);
	return rows.find((row) => placeOf(row.organisation) === place)?.id ?? null;
}

/** Of these proposals the ones that are approved (or were, until they ended): a decision may have been taken back. */
export async function stillApproved(
	portal: Portal,
	ids: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
	const wanted = [...new Set(ids.filter((id) => id !== null))];
	if (wanted.length === 0) return new Set();
	const { proposals: t } = portal.store.t;
	const rows = await portal.store.read
		.select({ id: t.id })
		.from(t)
		.where(and(inArray(t.id, wanted), inArray(t.state, held)));
	return new Set(rows.map(({ id }) => id));
}
