/** How DUO was told: typed over into DUO's own portal by hand, as long as there is no exchange. */
export const reportWays = ['duoPortal'] as const;
export type ReportWay = (typeof reportWays)[number];

/** Why a total is lower than what DUO was told before. */
export const lowerReasons = [
	'decisionCorrected',
	'schoolCorrected',
	'dayOpenAgain',
	'reportedWrong',
] as const;
export type LowerReason = (typeof lowerReasons)[number];
