import * as hosts from '../hosts/hosts.ts';
import type { Portal } from '../portal.ts';
import * as proposals from '../proposals/proposals.ts';
import * as proofs from '../proofs/proofs.ts';
import { type Flag, flagsOf, sameDayOf } from './flags.ts';
import type { EntryRow } from './ledger.ts';

/** What one entry's flags were reckoned from, and the flags. */
export interface Raised {
	readonly proofs: readonly proofs.Proof[];
	readonly answers: readonly hosts.HostAnswer[];
	/** The proposal that was approved beforehand, to which the entry belongs. */
	readonly approvedProposalId: string | null;
	readonly flags: readonly Flag[];
}

/** The flags of several entries, with a few queries for all of them; the caller has checked the access. */
export async function raised(
	portal: Portal,
	entries: readonly EntryRow[],
): Promise<(entry: EntryRow) => Raised> {
	const ids = entries.map(({ id }) => id);
	const [photos, sameDay, approved, answers] = await Promise.all([
		proofs.ofEntries(portal, ids),
		sameDayOf(portal, entries),
		proposals.stillApproved(
			portal,
			entries.map(({ proposalId }) => proposalId),
		),
		hosts.ofEntries(portal, ids),
	]);
	const photosOf = Map.groupBy(photos, ({ entryId }) => entryId);
	return (entry) => {
		const own = photosOf.get(entry.id) ?? [];
		const said = answers.get(entry.id) ?? [];
		const standings = own.map(proofs.standingOf);
		const flags = flagsOf(portal, entry, standings, sameDay, approved, said);
		const { proposalId } = entry;
		const approvedProposalId = approved.has(proposalId ?? '') ? proposalId : null;
		return { proofs: own, answers: said, approvedProposalId, flags };
	};
}
