/** A sealed value does not open: not our format, its key is gone, or it was changed or moved. Holds no content. */
export class SealProblem extends Error {
	override name = 'SealProblem';
	readonly reason: 'not-sealed' | 'unknown-key' | 'changed-or-moved';

	constructor(reason: SealProblem['reason']) {
		super(`A sealed value does not open: ${reason}`);
		this.reason = reason;
	}
}
