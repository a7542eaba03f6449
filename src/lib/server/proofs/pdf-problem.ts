import type { NotRebuiltReason } from '#lib/server/proofs/pdf-limits.ts';

/** Why a paper is given back, thrown from deep inside the rebuilding; it never leaves that process. */
export class NotRebuildable extends Error {
	override readonly name = 'NotRebuildable';
	readonly reason: NotRebuiltReason;

	constructor(reason: NotRebuiltReason) {
		super(reason);
		this.reason = reason;
	}
}
