/**
 * What somebody proposes to do before doing it, and what the college says beforehand (Besluit inburgering 2021,
 * art. 3.14): a draft on the server, the proposal, and a history to which lines are only ever added.
 */
export type { Seen } from './act.ts';
export { approved, approvedFor, stillApproved } from './approved.ts';
export {
	asked,
	choices,
	criteria,
	longestNote,
	longestOrganisation,
	weekHours,
} from './content.ts';
export type { Content, Criterion, PartialContent } from './content.ts';
export { approve, ask, end, notApprove, reconsider } from './decision.ts';
export { drafts, dropDraft, findDraft, saveStep, startDraft } from './draft.ts';
export type { Draft } from './draft.ts';
export { list, proposal } from './proposal.ts';
export type { ListedProposal, Proposal, ProposalEvent } from './proposal.ts';
export { waiting } from './queue.ts';
export type { WaitingProposal } from './queue.ts';
export { conditions, questions, reconsiderations, refusals, staffEndings } from './reasons.ts';
export type { Condition, Ending, Question, Reason, Reconsideration, Refusal } from './reasons.ts';
export { answer, stop, withdraw } from './reply.ts';
export { fingerprint, send, sendAs } from './send.ts';
export { isOpen, next } from './states.ts';
export type { ProposalEventKind, ProposalState } from './states.ts';
