import { goalsOf, isOwnWords, type PipContent } from './content.ts';

/** Own words of the klantmanager, and the place in the plan where they stand, which stays when they change. */
export interface OwnText {
	readonly place: string;
	readonly dutch: string;
}

/** Everything in a plan that the klantmanager wrote in own Dutch words, in the order in which it is read. */
export function ownTextsOf(content: PipContent, version: number): readonly OwnText[] {
	const reason = content.changeReason?.trim();
	return [
		...(reason ? [{ place: reasonPlace(version), dutch: reason }] : []),
		...goalsOf(content).flatMap((goal) =>
			'dutch' in goal ? [{ place: goal.id, dutch: goal.dutch }] : [],
		),
		...content.agreements
			.filter(isOwnWords)
			.map(({ id, dutch }) => ({ place: id, dutch: dutch.trim() })),
	];
}

/** Each version has a reason of its own: that of the next is another text and no change of this one. */
function reasonPlace(version: number): string {
	return `reason-${version}`;
}
