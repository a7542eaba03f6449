/** Why the hours do not work out, in the order in which the page offers them. */
export const reasons = [
	'noPlace',
	'waitingList',
	'childcare',
	'transport',
	'busy',
	'illness',
	'pregnancy',
	'grief',
	'other',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * Reasons that tell of somebody's health or of a death (AVG 9): whoever shares one shares the word for it and nothing
 * more, whatever else stands in the line.
 */
const personal = new Set<Reason>(['illness', 'pregnancy', 'grief']);

/** Whether of this reason only the word is ever shared. */
export function isPersonal(reason: Reason): boolean {
	return personal.has(reason);
}
