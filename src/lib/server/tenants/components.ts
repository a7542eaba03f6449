/** The parts of a track for which somebody is responsible, in the order in which a newcomer meets them. */
export const components = [
	'housing',
	'handover',
	'benefit',
	'ontzorgen',
	'budgetbeheer',
	'maatschappelijkeBegeleiding',
	'financialSelfReliance',
	'bredeIntake',
	'pip',
	'taalles',
	'taalmaatje',
	'pvt',
	'moduleMap',
	'participation',
	'voortgangsgesprek',
	'pipRevision',
	'enforcement',
	'closing',
] as const;

export type Component = (typeof components)[number];

/** The function of the person who carries a component out, where the sources name it. */
export const staffFunctions = [
	'klantmanager',
	'casusregisseur',
	'inkomensconsulent',
	'budgetbeheerder',
] as const;

export type StaffFunction = (typeof staffFunctions)[number];
