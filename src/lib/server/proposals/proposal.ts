import { asc, desc, eq } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import { type Action, type Actor, permitted } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { Criterion } from './content.ts';
import type { EventRow, ProposalRow } from './lines.ts';
import { openNote } from './note.ts';
import { type Reason, reasonOf } from './reasons.ts';
import type { ProposalEventKind, ProposalState } from './states.ts';

/** One line of a proposal's history. */
export interface ProposalEvent {
	readonly number: number;
	readonly kind: ProposalEventKind;
	readonly reason: Reason | null;
	readonly note: string | null;
	readonly at: number;
	/** The id of the account that did it. */
	readonly by: string;
}

/** One line of a list. */
export interface ListedProposal {
	readonly id: string;
	readonly activity: string;
	readonly organisation: string;
	readonly startsOn: Day;
	readonly hoursPerWeek: number;
	readonly state: ProposalState;
	readonly receivedAt: number;
}

/** A proposal with all that happened to it since. */
export interface Proposal extends ListedProposal {
	readonly personId: string;
	readonly dutchSpoken: Criterion;
	readonly together: Criterion;
	readonly note: string | null;
	readonly endedOn: Day | null;
	readonly events: readonly ProposalEvent[];
}

/** A proposal with its history, for the person and for who has the caseload; otherwise not found. */
export async function proposal(actor: Actor, id: string): Promise<Proposal> {
	const { portal } = actor;
	const row = await permittedRow(actor, id, 'proposal.read');
	const { proposalEvents: t } = portal.store.t;
	const events = await portal.store.read
		.select()
		.from(t)
		.where(eq(t.proposalId, id))
		.orderBy(asc(t.number));
	return {
		...listed(row),
		personId: row.personId,
		dutchSpoken: row.dutchSpoken,
		together: row.together,
		note: openNote(portal, 'proposals', row.id, row.noteSealed),
		endedOn: row.endedOn === null ? null : day(row.endedOn),
		events: events.map((event) => eventOf(portal, event)),
	};
}

/** Everything the person proposed, the newest first. */
export async function list(actor: Actor, personId: string): Promise<ListedProposal[]> {
	permitted(actor, 'proposal.read', await people.find(actor, personId));
	const { proposals: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select()
		.from(t)
		.where(eq(t.personId, personId))
		.orderBy(desc(t.receivedAt), desc(t.id));
	return rows.map(listed);
}

/** The proposal as it is kept, when the actor may do this with its person. */
export async function permittedRow(actor: Actor, id: string, action: Action): Promise<ProposalRow> {
	const row = await findRow(actor.portal, id);
	if (!row) throw new NotFound();
	permitted(actor, action, await people.find(actor, row.personId));
	return row;
}

/** The proposal as it is kept, or null. Says nothing about who may see it. */
export async function findRow(portal: Portal, id: string): Promise<ProposalRow | null> {
	const { t, read } = portal.store;
	const [row] = await read.select().from(t.proposals).where(eq(t.proposals.id, id));
	return row ?? null;
}

function listed(row: ProposalRow): ListedProposal {
	const { id, activity, organisation, hoursPerWeek, state, receivedAt } = row;
	const startsOn = day(row.startsOn);
	return { id, activity, organisation, startsOn, hoursPerWeek, state, receivedAt };
}

function eventOf(portal: Portal, row: EventRow): ProposalEvent {
	const { id, number, kind, reason, noteSealed, at, actor: by } = row;
	const note = openNote(portal, 'proposal_events', id, noteSealed);
	return { number, kind, reason: reasonOf(reason), note, at, by };
}
