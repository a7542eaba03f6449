import { and, asc, eq, gt, isNull, notInArray } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import { keptAfterDecision, keptAfterWithdrawal } from '#lib/law/proof-retention.ts';
import type { System } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Portal } from '../portal.ts';
import * as proofs from '../proofs/proofs.ts';
import { policyFor, type Tenant } from '../tenants/tenants.ts';
import type { EntryRow } from './ledger.ts';
import { type HourState, isOpen } from './states.ts';

type Decided = Pick<EntryRow, 'state' | 'changedAt'>;

/**
 * The last day on which the proofs of an entry are there, by the policy of the gemeente; null as long as there is no
 * decision, for until then they are needed (AVG 5(1)e; see `law/proof-retention.ts`).
 */
export function proofsKeptThrough(
	tenant: Tenant,
	gemeentecode: string,
	{ state, changedAt }: Decided,
): Day | null {
	if (isOpen(state)) return null;
	const on = dayOf(changedAt);
	if (state === 'withdrawn') return keptAfterWithdrawal(on).keptThroughOn;
	const { proofMonthsAfterDecision } = policyFor(tenant, gemeentecode);
	return keptAfterDecision(on, proofMonthsAfterDecision).keptThroughOn;
}

/**
 * Deletes the files of all proofs whose last day is over, and gives how many. The entry, its ledger and the row of the
 * proof stay. First the row says that the file is gone, then it goes: a file without such a row is cleared by `sweep`,
 * so that nothing is left where a round was cut off, and a row is never without its file.
 */
export async function deleteProofs(actor: System, moment: Moment): Promise<number> {
	let [deleted, after] = [0, ''];
	for (;;) {
		const entries = await withProofs(actor.portal, after);
		for (const entry of entries) {
			if (!isOver(actor.portal, entry, moment.today)) continue;
			const ids = await forget(actor, entry, moment.now);
			for (const id of ids) await proofs.removeFiles(actor.portal, id);
			deleted += ids.length;
		}
		const last = entries.at(-1);
		if (!last) return deleted;
		after = last.id;
	}
}

const waiting = ['received', 'asked'] as const satisfies readonly HourState[];
const atOnce = 500;

interface Candidate extends Decided {
	readonly id: string;
	readonly personId: string;
	readonly gemeentecode: string;
}

function isOver({ tenant }: Portal, entry: Candidate, today: Day): boolean {
	const through = proofsKeptThrough(tenant, entry.gemeentecode, entry);
	return through !== null && isBefore(through, today);
}

/** Entries that were decided about and have a file still, by id. */
async function withProofs({ store }: Portal, after: string): Promise<Candidate[]> {
	const { hourEntries: entries, people, proofs: t } = store.t;
	const { id, personId, state, changedAt } = entries;
	return store.read
		.selectDistinct({ id, personId, state, changedAt, gemeentecode: people.gemeentecode })
		.from(t)
		.innerJoin(entries, eq(entries.id, t.entryId))
		.innerJoin(people, eq(people.id, personId))
		.where(and(isNull(t.removedAt), notInArray(state, [...waiting]), gt(id, after)))
		.orderBy(asc(id))
		.limit(atOnce);
}

/** Nothing where something happened to the entry in between: it is not as it was found, and may be open again. */
async function forget(actor: System, entry: Candidate, now: number): Promise<readonly string[]> {
	const { store } = actor.portal;
	const { hourEntries, proofs: t } = store.t;
	const { id, state, changedAt, personId } = entry;
	return store.write(now, async (tx, log) => {
		// Changes nothing, but holds the entry until the end, so that no decision is taken back meanwhile.
		const held = await tx
			.update(hourEntries)
			.set({ changedAt })
			.where(
				and(
					eq(hourEntries.id, id),
					eq(hourEntries.state, state),
					eq(hourEntries.changedAt, changedAt),
				),
			)
			.returning({ id: hourEntries.id });
		const gone = held.length === 0 ? [] : await remove();
		if (gone.length === 0) log({ actor: actor.id, action: 'proof.kept', subject: id, personId });
		for (const proof of gone) {
			log({ actor: actor.id, action: 'proof.deleted', subject: proof.id, personId });
		}
		return gone.map((proof) => proof.id);

		function remove() {
			return tx
				.update(t)
				.set({ removedAt: now })
				.where(and(eq(t.entryId, id), isNull(t.removedAt)))
				.returning({ id: t.id });
		}
	});
}
