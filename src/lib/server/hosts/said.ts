import { and, asc, eq, inArray } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { HostVerdict } from './verdicts.ts';

/** What a host said about an entry, as it stands beside it. */
export interface HostAnswer {
	readonly id: string;
	readonly verdict: HostVerdict;
	/** How many minutes it was according to the host, where that is another number. */
	readonly minutes: number | null;
	readonly saidOn: Day;
	/** Who they said they are; nobody checked it. Null at a poster. */
	readonly by: By | null;
	/** Whose poster it was, as the gemeente calls it. */
	readonly organisation: string | null;
}

interface By {
	readonly name: string;
	readonly role: string;
}

/** What makes an answer worth a second look. */
export type HostFlag = 'hostOtherHours' | 'hostNotHere';

/** What was said about one entry, for the person and for who has the caseload; the person is not told the name. */
export async function ofEntry(
	actor: Actor,
	entry: { readonly id: string; readonly personId: string },
): Promise<readonly HostAnswer[]> {
	permitted(actor, 'host.read', await people.find(actor, entry.personId));
	const answers = (await ofEntries(actor.portal, [entry.id])).get(entry.id) ?? [];
	return actor.kind === 'resident' ? answers.map((one) => ({ ...one, by: null })) : answers;
}

/** What was said about several entries, in the order in which it was said. Says nothing about who may see it. */
export async function ofEntries(
	portal: Portal,
	entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HostAnswer[]>> {
	if (entryIds.length === 0) return new Map();
	const { t, read } = portal.store;
	const sameContent = and(
		eq(t.hourEntries.id, t.hostAnswers.entryId),
		eq(t.hourEntries.contentHash, t.hostAnswers.contentHash),
	);
	const rows = await read
		.select({ answer: t.hostAnswers, organisation: t.hostPosters.organisation })
		.from(t.hostAnswers)
		.innerJoin(t.hourEntries, sameContent)
		.leftJoin(t.hostPosters, eq(t.hostPosters.id, t.hostAnswers.posterId))
		.where(inArray(t.hostAnswers.entryId, [...entryIds]))
		.orderBy(asc(t.hostAnswers.saidAt), asc(t.hostAnswers.id));
	const grouped = Map.groupBy(rows, ({ answer }) => answer.entryId);
	return new Map(
		[...grouped].map(([id, some]) => [
			id,
			some.map(({ answer, organisation }) => viewOf(portal, answer, organisation)),
		]),
	);
}

/** What of the answers keeps an entry from being decided together with others. */
export function flagsOf(answers: readonly HostAnswer[]): Record<HostFlag, boolean> {
	const isSaid = (verdict: HostVerdict) => answers.some((one) => one.verdict === verdict);
	return { hostOtherHours: isSaid('otherHours'), hostNotHere: isSaid('notHere') };
}

/** The name and role that were given, sealed and bound to their row. */
export function sealBy(portal: Portal, id: string, by: By): string {
	return envelope.seal(portal.keyring, JSON.stringify(by), aad(portal, id));
}

function viewOf(
	portal: Portal,
	{ id, verdict, minutes, saidOn, bySealed }: Schema['hostAnswers']['$inferSelect'],
	organisation: string | null,
): HostAnswer {
	const by =
		bySealed === null
			? null
			: (JSON.parse(envelope.openText(portal.keyring, bySealed, aad(portal, id))) as By);
	return { id, verdict, minutes, saidOn: day(saidOn), by, organisation };
}

function aad(portal: Portal, row: string): string {
	const column = 'by_sealed';
	return envelope.aadOf({ tenant: portal.tenant.id, table: 'host_answers', column, row });
}
