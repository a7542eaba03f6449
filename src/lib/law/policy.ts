/**
 * Local policy: what a gemeente has chosen where the law leaves room. It is data per gemeente.
 * Every date that follows from it is marked `local`, and none of it changes a legal date.
 */
export type Policy = {
	/** Voortgangsgesprekken per year. The law fixes no number: it must stand in the PIP (B 5.3(4)). */
	readonly voortgangsgesprekkenPerYear?: number | undefined;
	/** Talks of which the brede intake consists. */
	readonly bredeIntakeTalks?: number | undefined;
	/** Whether the PVT is meant to come before the MAP. */
	readonly pvtBeforeMap?: boolean | undefined;
	/** Month of the term in which the PVT is meant to be done. */
	readonly pvtTargetMonths?: number | undefined;
	/** Month of the term in which the MAP is meant to be done. */
	readonly mapTargetMonths?: number | undefined;
	/** Length of the maatschappelijke begeleiding from registration on (W 13 gives none). */
	readonly maatschappelijkeBegeleidingMonths?: number | undefined;
	/** Months from registration during which everything is given in both languages. */
	readonly bothLanguagesMonths?: number | undefined;
	/** Months of ontzorgen where the gemeente goes on after the six of the law (Pw 57). */
	readonly ontzorgenMonths?: number | undefined;
};

export type PolicyKey = keyof Policy;

/** A gemeente that has chosen nothing. */
export const NO_POLICY: Policy = {};
