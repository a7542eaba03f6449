import type { Criterion } from '../proposals/content.ts';
import type { ProposalEventKind, ProposalState } from '../proposals/states.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** What somebody proposes to do before doing it: drafts, proposals, and the events that decided them. */
export function proposalTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const person = () =>
		c
			.text()
			.notNull()
			.references(() => people.id);
	const proposalDrafts = c.table(
		'proposal_drafts',
		{
			id: c.text().primaryKey(),
			personId: person(),
			fields: c.json<Record<string, string>>().notNull(),
			updatedAt: c.instant().notNull(),
		},
		(t) => [c.index('proposal_drafts_person').on(t.personId, t.updatedAt)],
	);
	const proposals = c.table(
		'proposals',
		{
			id: c.text().primaryKey(),
			personId: person(),
			contentHash: c.text().notNull(),
			activity: c.text().notNull(),
			organisation: c.text().notNull(),
			startsOn: c.text().notNull(),
			hoursPerWeek: c.whole().notNull(),
			dutchSpoken: c.text().$type<Criterion>().notNull(),
			together: c.text().$type<Criterion>().notNull(),
			noteSealed: c.text(),
			state: c.text().$type<ProposalState>().notNull(),
			/** The last day for which it was approved; null as long as it goes on. */
			endedOn: c.text(),
			/** How many events there are: what a page was made from. */
			events: c.whole().notNull(),
			receivedAt: c.instant().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [
			c.index('proposals_person').on(t.personId, t.receivedAt),
			c.index('proposals_state').on(t.state, t.changedAt),
		],
	);
	const proposalEvents = c.table(
		'proposal_events',
		{
			id: c.text().primaryKey(),
			proposalId: c
				.text()
				.notNull()
				.references(() => proposals.id),
			personId: person(),
			number: c.whole().notNull(),
			kind: c.text().$type<ProposalEventKind>().notNull(),
			reason: c.text(),
			noteSealed: c.text(),
			actor: c.text().notNull(),
			at: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('proposal_events_proposal').on(t.proposalId, t.number)],
	);
	return { proposalDrafts, proposals, proposalEvents };
}
